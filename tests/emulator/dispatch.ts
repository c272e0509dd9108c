import type { HttpBindings } from '@hono/node-server';
import { answerWith } from './answer.ts';
import type { Bindings, Call } from './call.ts';
import { type LogEntry, readableBody } from './log.ts';
import type { World } from './world.ts';

/** Anything that answers a request for one host: a Hono app, or a site. */
export type HostHandler = (request: Request, bindings: Bindings) => Promise<Response> | Response;

export const CONTROL_HOST = 'emulator.test';

/** Plain HTTP clients name the host that they mean here, since Node's fetch does not let them set Host. */
export const HOST_HEADER = 'x-emulated-host';

/** Without any name, curl and other processes mean the control path. */
const LOOPBACK_HOSTS: Record<string, string> = { '127.0.0.1': CONTROL_HOST, localhost: CONTROL_HOST };

/** Takes every request of the server: logs it, lets the faults at it, and hands it to its host. */
export function createDispatcher(world: World, hostOf: (host: string) => HostHandler | undefined) {
  return async (request: Request, node: HttpBindings): Promise<Response> => {
    const url = intendedUrl(request);
    const handler = hostOf(url.hostname);
    if (!handler) return new Response(`No such host: ${url.hostname}`, { status: 421 });
    const call = createCall(world, url.hostname);
    if (url.hostname === CONTROL_HOST) return handler(new Request(url, await readWhole(request)), { call });
    const entry = world.log.open({
      atMs: world.clock.now(),
      method: request.method,
      host: url.hostname,
      path: url.pathname,
      query: Object.fromEntries(url.searchParams),
      headers: withoutHostHeader(request.headers),
    });
    const startedMs = performance.now();
    const init = await readWhole(request);
    describeBody(entry, init);
    const struck = world.faults.take({
      method: request.method,
      host: url.hostname,
      path: url.pathname,
      body: () => new TextDecoder().decode(init.body ?? undefined),
    });
    entry.faults.push(...struck.map(({ id }) => id));
    const handle = async () => {
      const answer = await handler(new Request(url, init), { call });
      return keepForLog(world, entry, answer);
    };
    const outcome = await answerWith(world, struck, call, handle, node);
    entry.handledStatus = outcome.handledStatus;
    entry.durationMs = performance.now() - startedMs;
    if (outcome.isDropped) return outcome.response;
    if (outcome.handledStatus === null || struck.length > 0) await keepForLog(world, entry, outcome.response);
    entry.status = outcome.response.status;
    return finish(world, url.hostname, outcome.response);
  };
}

function intendedUrl(request: Request): URL {
  const url = new URL(request.url);
  const host = request.headers.get(HOST_HEADER) ?? LOOPBACK_HOSTS[url.hostname];
  if (host) url.host = host;
  if (host || url.protocol === 'http:') url.protocol = 'https:';
  url.port = '';
  return url;
}

function createCall(world: World, host: string): Call {
  const nowMs = world.clock.now();
  return {
    environment: host.startsWith('api-sandbox.') ? 'sandbox' : 'production',
    readAtMs: nowMs,
    commitAtMs: nowMs,
    rewrites: {},
  };
}

async function readWhole(request: Request) {
  const hasBody = request.method !== 'GET' && request.method !== 'HEAD';
  const body = hasBody ? await request.arrayBuffer() : null;
  return { method: request.method, headers: new Headers(request.headers), body };
}

function describeBody(entry: LogEntry, { body, headers }: { body: ArrayBuffer | null; headers: Headers }): void {
  if (!body) return;
  entry.bodyBytes = body.byteLength;
  entry.body = readableBody(new Uint8Array(body), headers.get('content-type') ?? '');
}

async function keepForLog(world: World, entry: LogEntry, response: Response): Promise<Response> {
  const type = response.headers.get('content-type') ?? '';
  entry.responseType = type || null;
  entry.responseHeaders = Object.fromEntries(response.headers);
  if (world.settings.logAnswers && type.includes('json'))
    entry.responseBody = readableBody(new Uint8Array(await response.clone().arrayBuffer()), type);
  return response;
}

function finish(world: World, host: string, response: Response): Response {
  const headers = new Headers(response.headers);
  headers.set('date', new Date(world.clock.now()).toUTCString());
  if (host.startsWith('api') && !world.settings.keepAlive) headers.set('connection', 'close');
  return new Response(response.body, { status: response.status, headers });
}

function withoutHostHeader(headers: Headers): Record<string, string> {
  const all = Object.fromEntries(headers);
  delete all[HOST_HEADER];
  return all;
}
