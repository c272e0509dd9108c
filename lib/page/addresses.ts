const picturePath = /\.(?:jpe?g|png|webp|avif|gif|bmp|tiff?|heic)(?:$|[?#&:!])/i;
/** All of an `image-set()` before its last address: the densest file, or the one that every browser shows. */
const lesser = /image-set\((?:[^()]|\([^)]*\))*(?=url\()/g;
const cssUrl = /url\(\s*(?:"([^"]*)"|'([^']*)'|([^'")\s]*))\s*\)/gi;

/** The address made absolute; empty when it is none that a picture can have. */
export function absolute(url: string, base: string): string {
  if (/^https?:\/\/\S+$/.test(url)) return url;
  // Much faster than parsing, for the addresses that most pages have.
  if (/^\/\w[^\s\\]*$/.test(url) && !url.includes('/.')) return /^https?:\/\/[^/]+/.exec(base) + url;
  try {
    const { href } = new URL(url, base);
    return /^(?:https?|blob):|^data:image\//.test(href) ? href : '';
  } catch {
    return '';
  }
}

/** Whether the address ends like a picture file. */
export function isPictureFile(url: string): boolean {
  return picturePath.test(url);
}

/** The addresses in a CSS value, one of each picture. */
export function cssUrls(css: string): string[] {
  return Array.from(
    css.replace(lesser, '').matchAll(cssUrl),
    ([, double, single, bare]) => double ?? single ?? bare ?? '',
  );
}
