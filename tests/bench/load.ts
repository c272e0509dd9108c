import { Agent, request } from 'node:http';

const CONCURRENCY = 64;

/** One request, and the status that it must get. */
export interface Shot {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
  readonly expected: number;
}

export const agent = new Agent({ keepAlive: true, maxSockets: CONCURRENCY });

/** Sends all shots to a port of loopback and gives how many a second were answered, all as expected. */
export async function rate(port: number, shots: readonly Shot[]): Promise<number> {
  const startedMs = performance.now();
  let next = 0;
  const lane = async () => {
    for (let shot = shots[next++]; shot; shot = shots[next++]) await send(port, shot);
  };
  await Promise.all(repeat(CONCURRENCY, lane));
  return (shots.length / (performance.now() - startedMs)) * 1000;
}

function send(port: number, { method, path, headers = {}, body, expected }: Shot): Promise<void> {
  return new Promise((resolve, reject) => {
    const outgoing = request({ agent, host: '127.0.0.1', port, method, path, headers }, (incoming) => {
      incoming.resume().on('end', () => {
        if (incoming.statusCode === expected) resolve();
        else reject(new Error(`${method} ${path.slice(0, 20)} answered ${incoming.statusCode}`));
      });
    });
    outgoing.on('error', reject).end(body);
  });
}

export function repeat<T>(times: number, make: () => T): T[] {
  return Array.from({ length: times }, make);
}
