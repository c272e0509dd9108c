/** What versions of one picture differ in before the query: the scheme, a size at the name's end. */
const inPath =
  /^https?:\/\/(?:www\.|i\d\.wp\.com\/)?|(?:[-_](?:\d{2,4}x\d{0,4}|x\d{2,4})|-scaled|@[23]x)+(?=(?:\.\w{3,4}){1,2}$)/g;
const sizeInQuery = /^(?:[whq]|dpr|fm|fit|auto|crop|ssl|strip|resize|quality|format|(?:im|max-?)?(?:width|height))=/i;

/**
 * A name that the usual sizes of one picture share, cheap enough for thousands of addresses.
 * What only a host's own rule can tell is left to `pictureKey`.
 */
export function versionKey(url: string): string {
  if (!url.startsWith('http')) return url.length > 999 ? `${url.length}${url.slice(0, 99)}${url.slice(-300)}` : url;
  const [address = ''] = url.split('#', 1);
  const at = address.indexOf('?');
  if (at < 0) return address.replace(inPath, '');
  const path = address.slice(0, at).replace(inPath, '');
  const kept = address
    .slice(at + 1)
    .split('&')
    .filter((part) => part && !sizeInQuery.test(part));
  return kept.length > 0 ? `${path}?${kept.join('&')}` : path;
}
