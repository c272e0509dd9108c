import type { CandidateSource } from './candidate.ts';
import { all, attribute, type Root } from './dom.ts';
import type { Scan } from './scan.ts';
import { absolute, isPictureFile, ownVersions } from './versions.ts';

/** Elements other than `<img>` that show a picture, with the attributes that name it. */
const holders: [CandidateSource, string, string[]][] = [
  ['poster', 'video[poster],video[data-poster]', ['poster', 'data-poster']],
  ['input', 'input[type=image i][src]', ['src']],
  ['svg', 'image', ['href', 'xlink:href']],
  ['object', 'object[data],embed[src]', ['data', 'src']],
  ['img', 'amp-img[src],wow-image,lite-youtube[style]', ['src']],
];

/** Known players, by the address of their frame: what names the video, its poster and its page. */
const players: [RegExp, string, string][] = [
  [
    /(?:youtube(?:-nocookie)?\.com\/(?:embed\/|watch\?v=|shorts\/)|youtu\.be\/)([\w-]{11})/,
    'https://i.ytimg.com/vi/$1/hqdefault.jpg',
    'https://www.youtube.com/watch?v=$1',
  ],
  [/player\.vimeo\.com\/video\/(\d+)/, 'https://vumbnail.com/$1.jpg', 'https://vimeo.com/$1'],
  [
    /instagram\.com\/(?:p|reel|tv)\/([\w-]+)/,
    'https://www.instagram.com/p/$1/media/?size=l',
    'https://www.instagram.com/p/$1/',
  ],
  [
    /tiktok\.com\/(?:embed(?:\/v\d)?|player\/v1|@[\w.-]+\/video)\/(\d+)/,
    'https://www.tiktok.com/api/img/?itemId=$1&location=0&aid=1988',
    'https://www.tiktok.com/embed/$1',
  ],
];

/** Posters, image buttons, SVG images, plug-in pictures, canvases and embedded videos. */
export function readOthers(scan: Scan, root: Root) {
  for (const [source, selector, names] of holders) {
    for (const element of Array.from(all(root, selector)).slice(0, 5000)) {
      const own = ownVersions(element, scan.base);
      const url = names.map((name) => absolute(attribute(element, name), scan.base)).find(Boolean) || own[0]?.url;
      if (!url || url === scan.base || (source === 'object' && !isPictureFile(url))) continue;
      scan.add({ source, url, element, versions: own });
    }
  }
  for (const canvas of Array.from(all<HTMLCanvasElement>(root, 'canvas')).slice(0, 100)) {
    scan.add({ source: 'canvas', url: '', element: canvas, widthPx: canvas.width, heightPx: canvas.height });
  }
  readPlayers(scan, root);
}

function readPlayers(scan: Scan, root: Root) {
  const selector = 'iframe,lite-youtube,blockquote[cite],blockquote[data-instgrm-permalink]';
  for (const element of Array.from(all(root, selector)).slice(0, 500)) {
    if (attribute(element, 'data-pin-nopin') || attribute(element, 'nopin')) continue;
    const id = attribute(element, 'videoid');
    const address = id
      ? `youtu.be/${id}`
      : ['src', 'data-src', 'data-lazy-src', 'data-instgrm-permalink', 'cite']
          .map((name) => attribute(element, name))
          .join(' ');
    for (const [pattern, poster, page] of players) {
      const video = pattern.exec(address)?.[1];
      if (!video) continue;
      const texts = { title: attribute(element, 'title') };
      const size = { widthPx: 480, heightPx: 360 };
      scan.add({
        source: 'embed',
        url: poster.replace('$1', video),
        href: page.replace('$1', video),
        element,
        texts,
        ...size,
      });
    }
  }
}
