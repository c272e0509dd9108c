import { gzipped, kB, scriptsOf } from '../build/weights.ts';
import { atMost, tell } from './lines.ts';

/*
 * `node tests/bench/sizes.ts`: what is shipped, in bytes after gzip. Of a page's scripts, those that are loaded to open
 * it (static imports), and all that it may ever load. Needs the shipped build.
 */
const rows = [
  { what: 'popup, to open', bytes: gzipped(...scriptsOf('popup.html', 'to open')), goal: 35 * kB },
  { what: 'popup, in all', bytes: gzipped(...scriptsOf('popup.html', 'in all')), goal: 35 * kB },
  { what: 'background', bytes: gzipped('background.js'), goal: 35 * kB },
  { what: 'collector', bytes: gzipped('collect.js'), goal: 5 * kB },
  { what: 'toast', bytes: gzipped('toast.js'), goal: 20 * kB },
  { what: 'hover button', bytes: gzipped('hover.js'), goal: 20 * kB },
];
console.table(rows);
tell(...rows.map(({ what, bytes, goal }) => atMost(`${what}, gzip`, goal / kB, bytes / kB, 'KB')));
