const wrapped = /\/_next\/image\/?\?(?:.*&)?url=([^&]+)/;
const origin = /^https?:\/\/(?:www\.|i\d\.wp\.com\/)?/;
const sizeInPath =
  /(?:[-_](?:\d{2,4}x\d{0,4}|x\d{2,4})(?:_crop_\w+)?|_(?:pico|icon|thumb|small|compact|medium|large|grande)|-scaled|@[23]x)+(?=(?:@[23]x)?\.\w{3,4}$)/;
const transform =
  /\/(?:cdn-cgi\/image\/[^/]+|image\/upload(?:\/(?:[a-z]{1,3}_[^/]+|[^/]*,[^/]*))+|v1\/(?:fill|fit|crop)\/.*)(?=\/|$)/;
const sizeInQuery =
  /^(?:w|h|q|s|dpr|fm|fl|fit|auto|crop|cs|ssl|zoom|size|strip|width|height|resize|quality|format|imwidth|name|rect|(?:max)?-?[wh](?:idth|eight)?)=/i;

/**
 * A name that the usual sizes of one picture share, cheap enough for thousands of addresses.
 * What only a host's own rule can tell is left to `pictureKey`.
 */
export function versionKey(url: string): string {
  if (!url.startsWith('http')) return url.length > 999 ? `${url.length}${url.slice(0, 99)}${url.slice(-300)}` : url;
  const inner = url.includes('/_next/image') && wrapped.exec(url)?.[1];
  if (inner) {
    try {
      return versionKey(new URL(decodeURIComponent(inner), url).href);
    } catch {
      return url;
    }
  }
  const [whole = ''] = url.split('#', 1);
  const at = whole.indexOf('?');
  const path = (at < 0 ? whole : whole.slice(0, at)).replace(origin, '').replace(sizeInPath, '').replace(transform, '');
  const query = at < 0 ? '' : whole.slice(at + 1);
  const kept = query
    ?.split('&')
    .filter((part) => !sizeInQuery.test(part))
    .join('&');
  return kept ? `${path}?${kept}` : path;
}
