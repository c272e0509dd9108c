import { connect, type Socket } from 'node:net';

/** A session with Firefox's remote control: one command at a time, each with its answer. */
export interface Marionette {
  send(command: string, parameters?: Record<string, unknown>): Promise<unknown>;
  close(): void;
}

type Waiting = { resolve: (value: unknown) => void; reject: (error: Error) => void };
type Reply = [type: number, id: number, error: { error: string; message: string } | null, value: unknown];

/**
 * Speaks Marionette on an open port: JSON messages, each with its length in bytes before it.
 * Source: https://firefox-source-docs.mozilla.org/testing/marionette/Protocol.html
 */
export async function openMarionette(port: number): Promise<Marionette> {
  const socket = await open(port);
  const waiting = new Map<number, Waiting>();
  let received = Buffer.alloc(0);
  let lastId = 0;

  socket.on('data', (data: Buffer) => {
    received = Buffer.concat([received, data]);
    for (;;) {
      const colon = received.indexOf(':');
      if (colon < 0) return;
      const end = colon + 1 + Number(received.toString('utf8', 0, colon));
      if (received.length < end) return;
      settle(JSON.parse(received.toString('utf8', colon + 1, end)));
      received = received.subarray(end);
    }
  });
  socket.on('error', fail);
  socket.on('close', () => fail(new Error('Firefox closed the connection')));

  /** The greeting is an object, every reply an array. */
  function settle(message: Reply | object): void {
    if (!Array.isArray(message)) return;
    const [, id, error, value] = message as Reply;
    const { resolve, reject } = waiting.get(id) ?? {};
    waiting.delete(id);
    if (error) reject?.(new Error(`${error.error}: ${error.message}`));
    else resolve?.(value);
  }

  function fail(error: Error): void {
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  }

  return {
    send(command, parameters = {}) {
      const { promise, resolve, reject } = Promise.withResolvers<unknown>();
      const id = ++lastId;
      waiting.set(id, { resolve, reject });
      const body = JSON.stringify([0, id, command, parameters]);
      socket.write(`${Buffer.byteLength(body)}:${body}`);
      return promise;
    },
    close: () => socket.destroy(),
  };
}

function open(port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => resolve(socket));
    socket.once('error', reject);
  });
}
