import { Failure } from '../failure.ts';

/**
 * The bytes of a `data:` URL of any length, read without `fetch`, which the extension's `connect-src` refuses for it.
 * @throws Failure `broken-picture`
 */
export function bytesOfDataUrl(url: string): Uint8Array<ArrayBuffer> {
  const comma = url.indexOf(',');
  const isBase64 = /;\s*base64\s*$/i.test(url.slice(0, Math.max(comma, 0)));
  try {
    if (comma < 0) throw new SyntaxError('no comma');
    const body = url.slice(comma + 1);
    if (!isBase64) return percentDecoded(body);
    return base64Decoded(body.includes('%') ? new TextDecoder().decode(percentDecoded(body)) : body);
  } catch (cause) {
    throw new Failure('broken-picture', 'a data: URL that cannot be decoded', { cause });
  }
}

function base64Decoded(text: string): Uint8Array<ArrayBuffer> {
  // Chromium 127–139 has no fromBase64.
  if (Reflect.has(Uint8Array, 'fromBase64')) return Uint8Array.fromBase64(text);
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < bytes.length; at++) bytes[at] = binary.charCodeAt(at);
  return bytes;
}

/** Not `decodeURIComponent`: the bytes need not be UTF-8. */
function percentDecoded(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new TextEncoder().encode(text);
  let size = 0;
  for (let at = 0; at < bytes.length; at++, size++) {
    const escaped =
      bytes[at] === 0x25 ? /^[0-9a-f]{2}/i.exec(String.fromCharCode(...bytes.subarray(at + 1, at + 3))) : null;
    bytes[size] = escaped ? Number.parseInt(escaped[0], 16) : (bytes[at] ?? 0);
    if (escaped) at += 2;
  }
  return bytes.slice(0, size);
}
