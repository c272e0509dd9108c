import { Failure } from '../failure.ts';

/**
 * The bytes of a `data:` URL, read without `fetch`, which the extension's `connect-src` refuses for it.
 * @throws Failure `broken-picture`
 */
export function bytesOfDataUrl(url: string): Uint8Array<ArrayBuffer> {
  const comma = url.indexOf(',');
  try {
    if (comma < 0) throw new SyntaxError('no comma');
    const raw = percentDecoded(url.slice(comma + 1));
    return /;\s*base64$/i.test(url.slice(0, comma).trimEnd()) ? latin1Bytes(atob(latin1Text(raw))) : raw;
  } catch (cause) {
    throw new Failure('broken-picture', 'a data: URL that cannot be decoded', { cause });
  }
}

/** Not `decodeURIComponent`: the bytes need not be UTF-8. */
function percentDecoded(text: string): Uint8Array<ArrayBuffer> {
  const utf8 = latin1Text(new TextEncoder().encode(text));
  return latin1Bytes(
    utf8.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
  );
}

function latin1Bytes(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

function latin1Text(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}
