import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { type Refusal, rateLimited, trialRefusal } from './api/refusal.ts';
import type { Call, NodePair } from './call.ts';
import type { Fault, Struck } from './faults.ts';
import type { World } from './world.ts';

type Handle = () => Promise<Response>;

/** What a request's faults come to: the answer, and what the server really did (null: nothing). */
export interface Outcome {
  readonly response: Response;
  readonly handledStatus: number | null;
  readonly isDropped: boolean;
}

/** Sets the call's times and texts, waits, and answers (or does not) as the faults say. */
export async function answerWith(
  world: World,
  struck: Struck[],
  call: Call,
  handle: Handle,
  node: NodePair,
): Promise<Outcome> {
  for (const { fault, random } of struck) prepare(fault, random, call);
  for (const { gone } of struck.filter(({ fault }) => fault.kind === 'held')) await patience(gone, node);
  const slows = struck.map(({ fault }) => fault).filter((fault) => fault.kind === 'slow');
  const late = slows.find(({ commit }) => commit === 'late');
  if (late) await wait(late.delayMs, node);
  const spoiled = struck.map(({ fault }) => fault).find((fault) => spoilers.has(fault.kind));
  const outcome = spoiled ? await spoil(world, spoiled, handle, node) : { ...(await plain(handle)), isDropped: false };
  const slow = slows.find(({ commit }) => commit !== 'late');
  if (!slow || outcome.isDropped) return outcome;
  if (slow.headers === 'early') return { ...outcome, response: trickle(outcome.response, slow.delayMs) };
  await wait(slow.delayMs, node);
  return outcome;
}

const spoilers = new Set<Fault['kind']>([
  'trial',
  'rate-limit',
  'spam',
  'expired-token',
  'error',
  'server-error',
  'html',
  'empty',
  'wrong-shape',
  'half',
  'drop',
  'late-commit',
]);

function prepare(fault: Fault, random: () => number, call: Call): void {
  if (fault.kind === 'lag') call.readAtMs -= fault.jitter ? Math.floor(random() * fault.lagMs) : fault.lagMs;
  if (fault.kind === 'rewrite') Object.assign(call.rewrites, fault.fields);
  if (fault.kind === 'late-commit') call.commitAtMs += fault.delayMs;
}

async function plain(handle: Handle) {
  const response = await handle();
  return { response, handledStatus: response.status };
}

async function spoil(world: World, fault: Fault, handle: Handle, node: NodePair): Promise<Outcome> {
  const commits = 'commits' in fault ? fault.commits : fault.kind === 'drop' && fault.when === 'after-commit';
  const doesWork = commits || fault.kind === 'half' || fault.kind === 'late-commit';
  const handled = doesWork ? await plain(handle) : null;
  const handledStatus = handled?.handledStatus ?? null;
  if (fault.kind === 'drop' || fault.kind === 'late-commit') {
    node.incoming.socket.destroy();
    return { response: RESPONSE_ALREADY_SENT, handledStatus, isDropped: true };
  }
  if (fault.kind === 'half' && handled) {
    await sendHalf(handled.response, node);
    return { response: RESPONSE_ALREADY_SENT, handledStatus, isDropped: true };
  }
  return { response: wrongAnswer(world, fault), handledStatus, isDropped: false };
}

function wrongAnswer(world: World, fault: Fault): Response {
  switch (fault.kind) {
    case 'trial':
      return refusal(trialRefusal());
    case 'rate-limit':
      return refusal(rateLimited(limitHeaders(world, fault.retryAfterS, fault.resetS)));
    case 'spam':
      return failure(429, 9, 'Sorry! We blocked this link because it may lead to spam.');
    case 'expired-token':
      return failure(401, 2, 'Authentication failed.');
    case 'error':
      return failure(fault.status, fault.code, fault.message, fault.headers);
    case 'server-error':
      return failure(fault.status ?? 500, 0, 'Something went wrong on our end. Sorry about that.');
    case 'html':
      return new Response('<!doctype html><title>502 Bad Gateway</title><h1>Bad Gateway</h1>', {
        status: fault.status ?? 502,
        headers: { 'content-type': 'text/html; charset=utf-8' },
      });
    case 'empty':
      return new Response('', { status: fault.status ?? 200, headers: { 'content-type': 'application/json' } });
    case 'wrong-shape':
      return Response.json(fault.answer ?? { items: 'none', id: null });
    default:
      throw new TypeError(`${fault.kind} gives no answer of its own`);
  }
}

function limitHeaders(
  world: World,
  retryAfterS: number | undefined,
  resetS: number | undefined,
): Record<string, string> {
  const { limits } = world.settings;
  const { limit, windowS } = limits.org_write;
  return {
    'x-ratelimit-limit': `${limit}, 100;w=1;name="safety_net_app_id_user_id", ${limit};w=${windowS};name="org_write_app_id_user_id"`,
    'x-ratelimit-remaining': '0',
    'x-ratelimit-reset': String(resetS ?? windowS),
    ...(retryAfterS === undefined ? {} : { 'retry-after': String(retryAfterS) }),
  };
}

function refusal({ status, code, message, headers }: Refusal): Response {
  return failure(status, code, message, headers);
}

function failure(status: number, code: number, message: string, headers: Record<string, string> = {}): Response {
  return Response.json({ code, message }, { status, headers });
}

async function sendHalf(response: Response, { outgoing, incoming }: NodePair): Promise<void> {
  const body = Buffer.from(await response.arrayBuffer());
  outgoing.writeHead(response.status, { ...Object.fromEntries(response.headers), 'content-length': body.length });
  await new Promise<void>((sent) => outgoing.write(body.subarray(0, Math.ceil(body.length / 2)), () => sent()));
  incoming.socket.destroySoon();
}

/** Sends the headers now and the body later. */
function trickle(response: Response, delayMs: number): Response {
  const body = new ReadableStream<Uint8Array>({
    async start(controller) {
      const bytes = new Uint8Array(await response.arrayBuffer());
      await new Promise((resolve) => setTimeout(resolve, delayMs).unref());
      controller.enqueue(bytes);
      controller.close();
    },
  });
  return new Response(body, { status: response.status, headers: response.headers });
}

/** Waits, but no longer than the client does. */
async function wait(ms: number, node: NodePair): Promise<void> {
  const timeout = Promise.withResolvers<void>();
  const timer = setTimeout(timeout.resolve, ms);
  await patience(timeout.promise, node);
  clearTimeout(timer);
}

/** Waits for something, but no longer than the client does. */
function patience(awaited: Promise<void>, { incoming }: NodePair): Promise<void> {
  return Promise.race([awaited, new Promise<void>((resolve) => incoming.socket.once('close', () => resolve()))]);
}
