import { createServer as createHttps } from 'node:https';
import { createAdaptorServer, type HttpBindings } from '@hono/node-server';
import { createCertificate } from './certificate.ts';
import { createClientFetch } from './client-fetch.ts';
import { changeTokens } from './control.ts';
import { createDispatcher, type HostHandler } from './dispatch.ts';
import type { Fault } from './faults.ts';
import { createHosts } from './hosts.ts';
import { type GrantWish, issueGrant } from './oauth/grants.ts';
import { createTunnels } from './proxy.ts';
import { recording, saveRecording } from './recording.ts';
import { plant, type Seed } from './seed.ts';
import { applyPatch, type SettingsPatch } from './settings.ts';
import { World } from './world.ts';

export interface EmulatorOptions {
  /** The server's clock; Date.now when absent. */
  readonly now?: () => number;
  readonly settings?: SettingsPatch;
  readonly seed?: Seed;
  /** 0, the default, takes a free port. */
  readonly tlsPort?: number;
  readonly httpPort?: number;
  /** A folder that keeps the API exchanges for the contract check, written at reset and close. */
  readonly recordTo?: string | undefined;
}
const longestIdleMs = 10 * 60_000;

export type Emulator = Awaited<ReturnType<typeof startEmulator>>;

/** Starts an emulated Pinterest, with the demo site, on loopback. */
export async function startEmulator(options: EmulatorOptions = {}) {
  const world = new World(options.now ?? Date.now);
  const others = new Map<string, HostHandler>();
  const hosts = createHosts(world, others);
  const dispatch = createDispatcher(world, hosts);
  // Servers of HTTP/1.1 only, so the bindings are always those of node:http.
  const fetchCallback = (request: Request, node: unknown) => dispatch(request, node as HttpBindings);
  const tls = createAdaptorServer({
    fetch: fetchCallback,
    createServer: createHttps,
    serverOptions: await createCertificate(),
  });
  const http = createAdaptorServer({ fetch: fetchCallback });
  // A connection that may stay open does: Node would close it after five idle seconds.
  if ('keepAliveTimeout' in tls) tls.keepAliveTimeout = longestIdleMs;
  const tlsPort = await listen(tls, options.tlsPort ?? 0);
  const httpPort = await listen(http, options.httpPort ?? 0);
  const tunnels = createTunnels(() => tlsPort);
  http.on('connect', tunnels.tunnel);
  const clientFetch = createClientFetch(
    () => httpPort,
    (host) => hosts(host) !== undefined,
  );
  world.fetchSite = (url, init) => clientFetch(url, init);

  function prepare(): void {
    if (options.settings) world.settings = applyPatch(world.settings, options.settings);
    if (options.seed) plant(world, options.seed);
  }
  prepare();

  function record(): void {
    if (options.recordTo !== undefined) saveRecording(world.log, options.recordTo);
  }

  return {
    tlsPort,
    httpPort,
    /** Sends `https://*.pinterest.com` and `https://*.test` to the emulator; fails for other hosts. */
    fetch: clientFetch,
    clock: world.clock,
    log: world.log,
    /** What is visible now, as plain JSON. */
    state: () => world.state.snapshot(world.clock.now()),
    settings: () => world.settings,
    change: (patch: SettingsPatch) => {
      world.settings = applyPatch(world.settings, patch);
    },
    seed: (seed: Seed) => plant(world, seed),
    /** A grant without the consent page, for tests that begin connected. */
    grant: (wish: GrantWish) => issueGrant(world, wish),
    tokens: (change: Parameters<typeof changeTokens>[1], account?: string) => changeTokens(world, change, account),
    setPinOrder: (boardId: string, order: 'newest-first' | 'oldest-first' | 'custom') =>
      world.state.pinOrders.set(boardId, order),
    fault: (fault: Fault) => world.faults.add(fault),
    /** Has a host of somebody else's be answered here too, until `close`: a relay, a team's own site. */
    host: (name: string, handler: HostHandler) => void others.set(name, handler),
    clearFaults: () => world.faults.clear(),
    recording: () => recording(world.log),
    /** Back to how it started, options included. */
    reset: () => {
      record();
      world.reset();
      prepare();
    },
    close: async () => {
      record();
      tunnels.close();
      await Promise.all([shut(tls), shut(http)]);
    },
  };
}

type Server = ReturnType<typeof createAdaptorServer>;

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
}

function shut(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    if ('closeAllConnections' in server) server.closeAllConnections();
  });
}
