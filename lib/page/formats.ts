/** Formats that Pinterest refuses by an address, or is not known to take. */
export const refusedFormats = '(?:webp|avif|svgz?|jxl|hei[cf]|bmp|tiff?|ico)';
/** `cat.webp`, `cat.jpg.webp`, `cat.webp@2x`, and `cat.jpg@webp`. */
const refusedSuffix = new RegExp(`[.@]${refusedFormats}(?:[@!:~_][^/]*)?$`, 'i');
/** Pictures made to order in the path: `/f_webp,w_300/`, `/format:webp/`, `/fm=avif/`. */
const refusedPathParameter = new RegExp(`[/,&]f(?:m|mt|ormat)?[_:=,]${refusedFormats}(?![a-z0-9])`, 'i');
const refusedValue = new RegExp(`(?:^|[^a-z0-9])${refusedFormats}$`, 'i');
const formatParameter = /^(?:f|fm|fmt|ext|tp|output|(?:[a-z]+[-_])?(?:format|fmt)|x-oss-process|imageview2)$/i;

/** Whether suffix, path or a format parameter names a format that Pinterest does not take by its address. */
export function asksForRefusedFormat(url: URL): boolean {
  const path = decoded(url.pathname);
  if (refusedSuffix.test(path) || refusedPathParameter.test(path)) return true;
  for (const [name, value] of url.searchParams) {
    if (formatParameter.test(name) && refusedValue.test(value)) return true;
    // A resizer that was given the original's address: `/_next/image?url=%2Fcat.webp&w=640`.
    if (/^(?:url|src|image|img)$/i.test(name) && refusedSuffix.test(value.replace(/[?#].*$/s, ''))) return true;
  }
  return false;
}

/** Whether a web address names such a format, so that only its bytes, made another, can be sent. */
export function needsBytes(address: string): boolean {
  const url = /^https?:/i.test(address) ? URL.parse(address) : null;
  return url !== null && asksForRefusedFormat(url);
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
