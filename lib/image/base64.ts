/** A multiple of three, so that only the last piece is padded. */
const pieceBytes = 3 * 64 * 1024;

/**
 * The base64 text of a blob as `media_source.data` takes it (`^[a-zA-Z0-9+/=]+$`: no prefix, no line breaks). Reads and
 * encodes a piece at a time, so that a 15 MB picture does not block the worker.
 */
export async function base64Of(blob: Blob, signal?: AbortSignal): Promise<string> {
  const pieces: string[] = [];
  for (let at = 0; at < blob.size; at += pieceBytes) {
    signal?.throwIfAborted();
    pieces.push(encode(new Uint8Array(await blob.slice(at, at + pieceBytes).arrayBuffer())));
  }
  return pieces.join('');
}

function encode(bytes: Uint8Array): string {
  // Chromium 127–139 has no toBase64.
  if ('toBase64' in Uint8Array.prototype) return bytes.toBase64();
  let binary = '';
  for (let at = 0; at < bytes.length; at += 8192) binary += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(binary);
}
