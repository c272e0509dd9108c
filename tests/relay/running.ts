import type { Readable } from 'node:stream';
import { Miniflare, type Request as MiniflareRequest, Response as MiniflareResponse } from 'miniflare';
import { serveRelay } from '../../relay/node.ts';
import { bundleWorker } from './bundle.ts';
import type { Pinterest } from './pinterest.ts';

/** A relay that listens on loopback under another address than its issuer, as behind a platform's edge. */
export interface RunningRelay {
  readonly env: Record<string, string>;
  readonly issuer: string;
  /** Fetches a path, or an absolute URL of the issuer. Redirects are given, not followed. */
  fetch(target: string | URL, init?: RequestInit): Promise<Response>;
  /** Everything that it wrote to its output. */
  output(): string;
  close(): Promise<void>;
}

/** Starts the relay in workerd; whatever it fetches goes to `pinterest`. */
export async function startOnWorkerd(
  env: Record<string, string>,
  pinterest: Pick<Pinterest, 'answer'>,
  { limitPerMinute = 100_000 }: { limitPerMinute?: number } = {},
): Promise<RunningRelay> {
  let output = '';
  const keep = (data: unknown) => {
    output += String(data);
  };
  const workerd = new Miniflare({
    modules: true,
    script: await bundleWorker(),
    compatibilityDate: '2026-07-01',
    compatibilityFlags: ['nodejs_compat'],
    bindings: env,
    ratelimits: { RATE_LIMITER: { namespace_id: '1', simple: { limit: limitPerMinute, period: 60 } } },
    handleRuntimeStdio: (stdout: Readable, stderr: Readable) => {
      stdout.on('data', keep);
      stderr.on('data', keep);
    },
    outboundService: async (request: MiniflareRequest) => {
      const { method, headers, url } = request;
      const answer = await pinterest.answer(url, { method, headers: [...headers], body: await request.text() });
      return new MiniflareResponse(await answer.arrayBuffer(), {
        status: answer.status,
        headers: [...answer.headers],
      });
    },
  });
  const address = await workerd.ready;
  return running(
    env,
    address,
    () => output,
    () => workerd.dispose(),
  );
}

/** Starts the relay on Node; whatever it fetches goes to `pinterest`. */
export async function startOnNode(
  env: Record<string, string>,
  pinterest: Pick<Pinterest, 'answer'>,
): Promise<RunningRelay> {
  let output = '';
  const server = await serveRelay(env, {
    port: 0,
    hostname: '127.0.0.1',
    fetch: (input, init) => pinterest.answer(String(input), init),
    report: (failure) => {
      output += JSON.stringify(failure);
    },
  });
  return running(env, new URL(`http://127.0.0.1:${server.port}`), () => output, server.close);
}

function running(
  env: Record<string, string>,
  address: URL,
  output: () => string,
  close: () => Promise<void>,
): RunningRelay {
  const issuer = env['ISSUER'] ?? '';
  return {
    env,
    issuer,
    fetch: (target, init) => {
      const { pathname, search } = new URL(target, issuer);
      return fetch(new URL(pathname + search, address), { redirect: 'manual', ...init });
    },
    output,
    close,
  };
}
