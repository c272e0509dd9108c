import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import { createDemoHosts } from '../sites/demo/hosts.ts';
import type { HostHandler } from './dispatch.ts';

const ROOT = join(import.meta.dirname, '../sites');
const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.png': 'image/png',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.svg': 'image/svg+xml',
  '.bmp': 'image/bmp',
  '.pdf': 'application/pdf',
  '.txt': 'text/plain; charset=utf-8',
  '.mp4': 'video/mp4',
};

/** The *.test hosts: the demo's own, and every folder tests/sites/<name> at https://<name>.test/. */
export function createSites(): (host: string) => HostHandler | undefined {
  const demo = createDemoHosts();
  const folders = new Set(
    readdirSync(ROOT, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? entry.name : [])),
  );
  return (host) => {
    if (Object.hasOwn(demo, host)) return demo[host];
    const name = host.replace(/\.test$/, '');
    return name !== host && folders.has(name) ? (request) => serveFolder(name, request) : undefined;
  };
}

async function serveFolder(name: string, request: Request): Promise<Response> {
  const path = normalize(decodeURIComponent(new URL(request.url).pathname));
  const file = join(ROOT, name, path.endsWith('/') ? `${path}index.html` : path);
  const bytes = await readFile(file).catch(() => null);
  if (!bytes) return new Response('Not found', { status: 404 });
  return new Response(new Uint8Array(bytes), {
    headers: { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' },
  });
}
