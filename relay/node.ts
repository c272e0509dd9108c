import { type HttpBindings, type ServerType, serve } from '@hono/node-server';
import type { Context } from 'hono';
import { createApp } from './app.ts';
import { readConfig } from './config.ts';
import { nodePrimitives } from './primitives.ts';
import { memoryLimit } from './rate-limit.ts';
import { buildRelay, type Surroundings } from './relay.ts';

/**
 * Serves the relay on Node, on `port` of `hostname`, behind whatever ends TLS. Behind a proxy
 * `CLIENT_ADDRESS_HEADER` names the header that the proxy sets (and overwrites) with the client's address.
 */
export async function serveRelay(
  env: unknown,
  { port, hostname, ...surroundings }: { port: number; hostname: string } & Partial<Surroundings>,
): Promise<{ port: number; close: () => Promise<void> }> {
  const config = readConfig(env);
  const relay = await buildRelay(config, {
    fetch,
    now: Date.now,
    limit: memoryLimit(config.REQUESTS_PER_MINUTE, Date.now),
    primitives: nodePrimitives,
    report: (failure) => console.warn(JSON.stringify(failure)),
    ...surroundings,
  });
  const header = config.CLIENT_ADDRESS_HEADER;
  const app = createApp(relay, (c: Context<{ Bindings: HttpBindings }>) =>
    header ? c.req.header(header) : c.env.incoming.socket.remoteAddress,
  );
  return new Promise((resolve, reject) => {
    const server = serve(
      { fetch: app.fetch, port, hostname, serverOptions: { requestTimeout: 15_000, headersTimeout: 10_000 } },
      (info) => resolve({ port: info.port, close: () => stop(server) }),
    );
    server.once('error', reject);
  });
}

function stop(server: ServerType): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    if ('closeAllConnections' in server) server.closeAllConnections();
  });
}

if (import.meta.main) {
  const port = Number(process.env['PORT'] ?? 8787);
  const { port: bound } = await serveRelay(process.env, { port, hostname: process.env['HOST'] ?? '127.0.0.1' });
  console.log(`The relay listens on port ${bound}.`);
}
