import { absolute, isPictureFile } from './addresses.ts';
import type { CandidateSource } from './candidate.ts';
import { attribute } from './dom.ts';
import type { Scan } from './scan.ts';
import { named, type Tree } from './walk.ts';

/** Elements other than `<img>` that show a picture or a video, and the attributes that name it. */
const holders: [CandidateSource, string[], string[]][] = [
  ['poster', ['video'], ['poster', 'data-poster']],
  ['input', ['input'], ['src']],
  ['svg', ['image'], ['href', 'xlink:href']],
  ['object', ['object', 'embed', 'amp-img'], ['data', 'src']],
  ['embed', ['iframe', 'blockquote'], ['src', 'data-src', 'data-lazy-src', 'data-instgrm-permalink', 'cite']],
];

const players = /youtu|insta|vimeo|tikt/;

/** Posters, image buttons, SVG images, plug-in pictures, canvases, and players by their address. */
export function readOthers(scan: Scan, tree: Tree) {
  for (const [source, tags, names] of holders) {
    for (const element of named(tree, ...tags)) {
      // An empty attribute resolves to the page itself.
      const url = names
        .map((name) => absolute(attribute(element, name), scan.base))
        .find((one) => one && one !== scan.base);
      if (!url || (source === 'object' && !isPictureFile(url))) continue;
      if (source === 'embed' && !players.test(url)) continue;
      if (scan.isLate(0.8)) return;
      scan.add(source, url, element);
    }
  }
  for (const [name, elements] of tree.few) {
    const [, site] = name.split('lite-');
    for (const element of site ? elements : []) {
      scan.add('embed', `https://${site}.com/${attribute(element, 'videoid')}`, element);
    }
  }
  for (const element of named(tree, 'canvas')) {
    const { width, height } = element as HTMLCanvasElement;
    scan.add('canvas', '', element, width, height);
  }
}
