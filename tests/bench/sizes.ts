import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

/*
 * `node tests/bench/sizes.ts`: what is shipped, in bytes after gzip. Of a page's scripts, those that are loaded to open
 * it (static imports), and all that it may ever load. Needs the shipped build.
 */
const output = '.output/chrome-mv3';
const gzipped = (file: string) => gzipSync(readFileSync(path.join(output, file)), { level: 9 }).length;
const statics = /(?:^|[;}\s])(?:import|export)\s*(?:[\w*{}\s,$]+from\s*)?["'](\.[^"']+\.js)["']/g;
const dynamics = /import\s*\(\s*["'`](\.[^"'`]+\.js)["'`]/g;

function scriptsOf(page: string, patterns: readonly RegExp[]): string[] {
  const html = readFileSync(path.join(output, page), 'utf8');
  const queue = [...html.matchAll(/src="\/([^"]+\.js)"/g)].map(([, src = '']) => src);
  const seen = new Set<string>();
  for (let file = queue.pop(); file; file = queue.pop()) {
    if (seen.has(file)) continue;
    seen.add(file);
    const source = readFileSync(path.join(output, file), 'utf8');
    for (const pattern of patterns) {
      for (const [, target = ''] of source.matchAll(pattern)) {
        queue.push(path.posix.join(path.posix.dirname(file), target));
      }
    }
  }
  return [...seen];
}

const total = (files: readonly string[]) => files.reduce((sum, file) => sum + gzipped(file), 0);
const kB = 1024;
console.table([
  { what: 'popup, to open', bytes: total(scriptsOf('popup.html', [statics])), goal: 35 * kB },
  { what: 'popup, in all', bytes: total(scriptsOf('popup.html', [statics, dynamics])), goal: 35 * kB },
  { what: 'background', bytes: gzipped('background.js'), goal: 35 * kB },
  { what: 'collector', bytes: gzipped('collect.js'), goal: 5 * kB },
  { what: 'toast', bytes: gzipped('toast.js'), goal: 20 * kB },
  { what: 'hover button', bytes: gzipped('hover.js'), goal: 20 * kB },
]);
