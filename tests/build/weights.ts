import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

/** The shipped build. */
export const output = '.output/chrome-mv3';
export const kB = 1024;

const statics = /(?:^|[;}\s])(?:import|export)\s*(?:[\w*{}\s,$]+from\s*)?["'](\.[^"']+\.js)["']/g;
const dynamics = /import\s*\(\s*["'`](\.[^"'`]+\.js)["'`]/g;

/** The scripts of a page: those that it waits for to open, or all that it may ever load. */
export function scriptsOf(page: string, which: 'to open' | 'in all'): string[] {
  const patterns = which === 'to open' ? [statics] : [statics, dynamics];
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

/** Bytes after gzip, file by file. */
export function gzipped(...files: readonly string[]): number {
  const sizes = files.map((file) => gzipSync(readFileSync(path.join(output, file)), { level: 9 }).length);
  return sizes.reduce((sum, size) => sum + size, 0);
}
