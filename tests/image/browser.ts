import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type BrowserContext, chromium, type Worker } from '@playwright/test';
import { build } from 'vite';
import wxtConfig from '../../wxt.config.ts';
import { commonFlags, executablePath } from '../chromium.ts';

const root = path.resolve(import.meta.dirname, '../..');

/** A file on the picture host. */
export interface Served {
  body: Buffer;
  contentType?: string;
  /** Given only to a request that carries this cookie; others get `wall`. */
  cookie?: string;
  status?: number;
}

/** lib/image in the service worker of a real extension, under the product's own permissions and CSP. */
export interface ImageRoom {
  worker: Worker;
  origin: string;
  serve(path: string, file: Served): string;
  /** Paths that the picture host was asked for, whoever asked. */
  asked: readonly string[];
  context: BrowserContext;
  close(): Promise<void>;
}

export async function openImageRoom(): Promise<ImageRoom> {
  const folder = await mkdtemp(path.join(tmpdir(), 'image-room-'));
  const files = new Map<string, Served>();
  const asked: string[] = [];
  const server = await startHost(files, asked);
  const { port } = server.address() as AddressInfo;
  const origin = `http://127.0.0.1:${port}`;
  await bundle(folder);
  await writeFile(path.join(folder, 'manifest.json'), JSON.stringify(await manifest(origin)));
  const context = await chromium.launchPersistentContext('', {
    executablePath,
    ignoreDefaultArgs: ['--disable-extensions'],
    args: [...commonFlags, '--headless=new', `--disable-extensions-except=${folder}`, `--load-extension=${folder}`],
  });
  const [worker = await context.waitForEvent('serviceworker')] = context.serviceWorkers();
  return {
    worker,
    origin,
    context,
    asked,
    serve: (name, file) => {
      files.set(name, file);
      return origin + name;
    },
    close: async () => {
      await context.close();
      server.close();
      await rm(folder, { recursive: true });
    },
  };
}

async function bundle(folder: string): Promise<void> {
  const shared = { configFile: false, logLevel: 'error' } as const;
  await build({
    ...shared,
    build: {
      outDir: folder,
      emptyOutDir: false,
      target: 'esnext',
      lib: { entry: path.join(root, 'tests/image/worker.ts'), formats: ['es'], fileName: () => 'worker.js' },
    },
  });
  await build({
    ...shared,
    root: path.join(root, 'entrypoints/offscreen'),
    build: { outDir: folder, emptyOutDir: false, modulePreload: false },
  });
  await cp(path.join(folder, 'index.html'), path.join(folder, 'offscreen.html'));
}

/** The product's manifest; the host permission stands for the tab's own origin after a gesture. */
async function manifest(origin: string): Promise<object> {
  const make = wxtConfig.manifest;
  if (typeof make !== 'function') throw new Error('the manifest is made per browser');
  const env = { browser: 'chrome', command: 'build', mode: 'production', manifestVersion: 3 } as const;
  const { permissions, content_security_policy } = await make(env);
  return {
    manifest_version: 3,
    name: 'Image room',
    version: '1',
    permissions,
    content_security_policy,
    host_permissions: [`${origin}/*`],
    background: { service_worker: 'worker.js', type: 'module' },
  };
}

function startHost(files: Map<string, Served>, asked: string[]): Promise<Server> {
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    const file = files.get(request.url ?? '');
    const isWalled = file?.cookie !== undefined && !request.headers.cookie?.includes(file.cookie);
    if (!file || isWalled) {
      response.writeHead(file ? 403 : 404).end();
      return;
    }
    response.writeHead(file.status ?? 200, { 'content-type': file.contentType ?? 'image/jpeg' }).end(file.body);
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}
