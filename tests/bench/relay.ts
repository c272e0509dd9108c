import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { Miniflare } from 'miniflare';
import { s256 } from '../../relay/flow.ts';
import { clientAnswer } from '../../relay/token-answer.ts';
import { bundleWorker } from '../relay/bundle.ts';
import { authorizePath, newVerifier } from '../relay/client.ts';
import { localRelay, relayEnv } from '../relay/config.ts';
import { dpopProof, newDpopKey } from '../relay/dpop-proof.ts';
import { atLeast, tell } from './lines.ts';
import { agent, rate, repeat, type Shot } from './load.ts';

/*
 * What the relay costs on loopback, as ratios of one run. The servers are one process; the load and the answers of
 * a stand-in for Pinterest are another. `node tests/bench/relay.ts [requests for the heap] [rounds]`
 */
const HEAP_REQUESTS = Number(process.argv[2] ?? 100_000);
const ROUNDS = Number(process.argv[3] ?? 25);
/** Requests a round: enough for a tenth of a second or more. */
const BATCH = { authorize: 5000, token: 1000 };

const env = relayEnv({ REQUESTS_PER_MINUTE: '100000000' });
const key = await newDpopKey();
const maker = await localRelay(env);
const thumbprint = await maker.verifyDpop(await dpopProof(key));
const { refresh_token: refreshToken = '' } = await clientAnswer(maker, { access_token: 'a' }, 'pinr', thumbprint);

const answer = JSON.stringify({
  access_token: 'pina_x',
  expires_in: 2_592_000,
  scope: 'pins:read',
  refresh_token: 'pinr_x',
});
const pinterest = createServer((incoming, outgoing) => {
  incoming.resume().on('end', () => outgoing.setHeader('Content-Type', 'application/json').end(answer));
});
pinterest.listen(0, '127.0.0.1');
await once(pinterest, 'listening');
const address = pinterest.address();
const upstreamPort = typeof address === 'object' && address ? address.port : 0;

const child = fork(new URL('./relay-server.ts', import.meta.url), [JSON.stringify(env), String(upstreamPort)], {
  execArgv: ['--expose-gc'],
});
const [ports] = await once(child, 'message');

const workers = [await inWorkerd(), await inWorkerd(new URL('./floor-worker.ts', import.meta.url))] as const;
const [relayUrl, floorUrl] = await Promise.all(workers.map((worker) => worker.unsafeGetDirectURL()));

await ratios('workerd', { relay: Number(relayUrl?.port), floor: Number(floorUrl?.port) });
await Promise.all(workers.map((worker) => worker.dispose()));
await ratios('Node', ports);
await heapSlope();

child.kill();
pinterest.close();
pinterest.closeAllConnections();
agent.destroy();

interface Ports {
  readonly relay: number;
  readonly floor: number;
}

/** A worker whose every fetch goes to the stand-in for Pinterest. */
async function inWorkerd(entry?: URL): Promise<Miniflare> {
  return new Miniflare({
    modules: true,
    script: await bundleWorker(entry),
    compatibilityDate: '2026-07-01',
    compatibilityFlags: ['nodejs_compat'],
    bindings: env,
    // Past miniflare's own worker, which would add the same to both.
    unsafeDirectSockets: [{ host: '127.0.0.1', port: 0 }],
    outboundService: { external: { address: `127.0.0.1:${upstreamPort}`, http: {} } },
  });
}

async function ratios(runtime: string, at: Ports): Promise<void> {
  await ratio(
    `${runtime}: /authorize to an empty Hono route`,
    0.5,
    at,
    async () => repeat(BATCH.authorize, authorizeShot),
    302,
  );
  await ratio(
    `${runtime}: /token to a route that only forwards`,
    0.3,
    at,
    () => Promise.all(repeat(BATCH.token, tokenShot)),
    200,
  );
}

/** Prints how the relay's rate compares with the floor's: the median of rounds in which they take turns. */
async function ratio(
  name: string,
  goal: number,
  at: Ports,
  prepare: () => Promise<Shot[]>,
  expected: number,
): Promise<void> {
  const rounds: { relay: number; floor: number }[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const shots = await prepare();
    const floor = await rate(
      at.floor,
      shots.map((shot) => ({ ...shot, expected })),
    );
    const relay = await rate(at.relay, shots);
    // The first round warms both up.
    if (round > 0) rounds.push({ relay, floor });
  }
  const each = rounds.map(({ relay, floor }) => relay / floor);
  const perSecond = [median(rounds.map(({ relay }) => relay)), median(rounds.map(({ floor }) => floor))].map(
    Math.round,
  );
  const spread = `${Math.min(...each).toFixed(2)} to ${Math.max(...each).toFixed(2)}`;
  const more = ` (${spread}; ${perSecond.join(' and ')} a second)`;
  console.log(`${name}, goal ${goal}: ${median(each).toFixed(2)}${more}`);
  tell(atLeast(`relay on ${name}`, goal, median(each), '×', more));
}

/**
 * Prints by how much the heap grows, once the bounded memories are full (10,000 entries each) and their hash tables
 * have doubled for the last time (at 16,384 entries, deleted ones included).
 */
async function heapSlope(): Promise<void> {
  const step = HEAP_REQUESTS / 20;
  const points: [number, number][] = [];
  await rate(ports.relay, await Promise.all(repeat(17_000, tokenShot)));
  await rate(ports.relay, repeat(17_000, authorizeShot));
  // Fifty steps more, each with its collections, until V8 has settled: after eleven it still rises, by 1 to 2 KB per
  // 1,000 and ever less. Then the measured ones.
  for (let sent = -50 * step; sent <= HEAP_REQUESTS; sent += step) {
    const bytes = await heapBytes(child);
    if (sent >= 0) points.push([sent, bytes]);
    await rate(ports.relay, [
      ...repeat(step * 0.85, authorizeShot),
      ...repeat(step * 0.1, brokenShot),
      ...(await Promise.all(repeat(step * 0.05, tokenShot))),
    ]);
  }
  const kib = points.map(([, bytes]) => Math.round(bytes / 1024));
  console.log(`heap after each ${step} requests, KiB: ${kib.join(' ')}`);
  console.log(
    `heap slope over ${HEAP_REQUESTS} requests, goal < 1: ${((slope(points) * 1000) / 1024).toFixed(3)} KB per 1,000`,
  );
}

function authorizeShot(): Shot {
  const state = newVerifier();
  return { method: 'GET', path: authorizePath({ state, code_challenge: s256(state) }), expected: 302 };
}

function brokenShot(): Shot {
  return { method: 'GET', path: `/callback?code=x&state=${newVerifier()}`, expected: 400 };
}

async function tokenShot(): Promise<Shot> {
  const body = new URLSearchParams({ grant_type: 'refresh_token', client_id: 'tack', refresh_token: refreshToken });
  const headers = {
    'Content-Type': 'application/x-www-form-urlencoded',
    // The bench may sign long before it sends; half a minute ahead is still accepted.
    DPoP: await dpopProof(key, { iat: Math.floor(Date.now() / 1000) + 25 }),
  };
  return { method: 'POST', path: '/token', headers, body: body.toString(), expected: 200 };
}

async function heapBytes(server: ChildProcess): Promise<number> {
  server.send('measure');
  const [{ heapBytes: bytes }] = await once(server, 'message');
  return bytes;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** The slope of the least-squares line. */
function slope(points: readonly [number, number][]): number {
  const mean = (pick: (point: [number, number]) => number) =>
    points.reduce((sum, p) => sum + pick(p), 0) / points.length;
  const [x, y] = [mean(([at]) => at), mean(([, bytes]) => bytes)];
  return mean(([at, bytes]) => (at - x) * (bytes - y)) / mean(([at]) => (at - x) ** 2);
}
