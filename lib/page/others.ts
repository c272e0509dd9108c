import { absolute, isPictureFile } from './addresses.ts';
import type { CandidateSource } from './candidate.ts';
import { all, attribute, type Root } from './dom.ts';
import type { Scan } from './scan.ts';

/** Elements other than `<img>` that show a picture or a video, and the attributes that name it. */
const holders: [CandidateSource, string, string[]][] = [
  ['poster', 'video', ['poster', 'data-poster']],
  ['input', 'input[type=image i]', ['src']],
  ['svg', 'image', ['href', 'xlink:href']],
  ['object', 'object,embed', ['data', 'src']],
  ['img', 'amp-img', ['src']],
  ['embed', 'iframe,blockquote[cite]', ['src', 'data-src', 'data-lazy-src', 'data-instgrm-permalink', 'cite']],
];

const players = /youtu|vimeo|instagram|tiktok/;
const mostEach = 5000;

/** Posters, image buttons, SVG images, plug-in pictures, canvases, and players by their address. */
export function readOthers(scan: Scan, root: Root) {
  for (const [source, selector, names] of holders) {
    for (const element of Array.from(all(root, selector)).slice(0, mostEach)) {
      const name = names.find((one) => attribute(element, one));
      const url = name ? absolute(attribute(element, name), scan.base) : '';
      if (source === 'object' && !isPictureFile(url)) continue;
      if (source === 'embed' && (!players.test(url) || element.matches('[nopin],[data-pin-nopin]'))) continue;
      if (url) scan.add({ source, url, element });
    }
  }
  for (const element of all(root, 'lite-youtube[videoid]')) {
    scan.add({ source: 'embed', url: `https://youtu.be/${attribute(element, 'videoid')}`, element });
  }
  for (const element of Array.from(all<HTMLCanvasElement>(root, 'canvas')).slice(0, 99)) {
    scan.add({ source: 'canvas', url: '', element, widthPx: element.width, heightPx: element.height });
  }
}
