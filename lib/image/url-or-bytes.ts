import { isPublicAddress } from './public-address.ts';

const refused = '(?:webp|avif|svgz?|jxl|hei[cf]|bmp|tiff?|ico)';
const refusedType = new RegExp(`^image/(?:x-)?(?:vnd\\.microsoft\\.icon|${refused})`, 'i');
/** `cat.webp`, `cat.jpg.webp`, `cat.webp@2x`, and `cat.jpg@webp`. */
const refusedSuffix = new RegExp(`[.@]${refused}(?:[@!:~_][^/]*)?$`, 'i');
/** Pictures made to order in the path: `/f_webp,w_300/`, `/format:webp/`, `/fm=avif/`. */
const refusedPathParameter = new RegExp(`[/,&]f(?:m|mt|ormat)?[_:=,]${refused}(?![a-z0-9])`, 'i');
const refusedValue = new RegExp(`(?:^|[^a-z0-9])${refused}$`, 'i');
const formatParameter = /^(?:f|fm|fmt|ext|tp|output|(?:[a-z]+[-_])?(?:format|fmt)|x-oss-process|imageview2)$/i;

/**
 * What to send first for a picture at this address, decided without the network: its URL, when Pinterest can reach it
 * and takes the format as far as the element's type, the suffix and format parameters tell; else its bytes.
 */
export function urlOrBytes(address: string, elementType = ''): 'url' | 'bytes' {
  const url = URL.parse(address);
  if (!url || !isPublicAddress(url)) return 'bytes';
  return refusedType.test(elementType) || asksForRefusedFormat(url) ? 'bytes' : 'url';
}

function asksForRefusedFormat(url: URL): boolean {
  const path = decoded(url.pathname);
  if (refusedSuffix.test(path) || refusedPathParameter.test(path)) return true;
  for (const [name, value] of url.searchParams) {
    if (formatParameter.test(name) && refusedValue.test(value)) return true;
    // A resizer that was given the original's address: `/_next/image?url=%2Fcat.webp&w=640`.
    if (/^(?:url|src|image|img)$/i.test(name) && refusedSuffix.test(value.replace(/[?#].*$/s, ''))) return true;
  }
  return false;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
