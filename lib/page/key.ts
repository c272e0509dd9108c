const origin = /^https?:\/\/(?:www\.|i\d\.wp\.com\/)?/;
const sizeInPath = /(?:[-_](?:\d{2,4}x\d{0,4}|x\d{2,4})|-scaled|@[23]x)+(?=\.\w{3,4}$)/;
const sizeInQuery = /^(?:[whq]|dpr|fm|fit|auto|crop|ssl|strip|resize|quality|format|(?:im|max-?)?(?:width|height))=/i;

/**
 * A name that the usual sizes of one picture share, cheap enough for thousands of addresses.
 * What only a host's own rule can tell is left to `pictureKey`.
 */
export function versionKey(url: string): string {
  if (!url.startsWith('http')) return url.length > 999 ? `${url.length}${url.slice(0, 99)}${url.slice(-300)}` : url;
  const [whole = ''] = url.split('#', 1);
  const [address = '', ...queries] = whole.split('?');
  const path = address.replace(origin, '').replace(sizeInPath, '');
  const kept =
    queries.length > 0 &&
    queries
      .join('?')
      .split('&')
      .filter((part) => !sizeInQuery.test(part));
  return kept && kept.length > 0 ? `${path}?${kept.join('&')}` : path;
}
