import { setImmediate } from 'node:timers/promises';
import { serve } from '@hono/node-server';
import { serveRelay } from '../../relay/node.ts';
import { floor } from './floor.ts';

/** The child process of relay.ts on Node: the relay, and beside it the routes that it is compared with. */
const [env, upstreamPort] = process.argv.slice(2);
const upstream = `http://127.0.0.1:${upstreamPort}/v5/oauth/token`;

const relay = await serveRelay(JSON.parse(env ?? '{}'), {
  port: 0,
  hostname: '127.0.0.1',
  fetch: (_, init) => fetch(upstream, init),
});
serve({ fetch: floor(upstream).fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => {
  process.send?.({ relay: relay.port, floor: port });
});

process.on('message', async () => {
  // The second one takes what only a finalizer of the first has let go.
  globalThis.gc?.();
  await setImmediate();
  globalThis.gc?.();
  process.send?.({ heapBytes: process.memoryUsage().heapUsed });
});
