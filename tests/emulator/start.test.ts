import { once } from 'node:events';
import { request as connectHttp, type IncomingMessage } from 'node:http';
import { request } from 'node:https';
import type { Socket } from 'node:net';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { byUrl, connect, PICTURE, startWithBoard } from './helpers.ts';

const { emulator } = await startWithBoard();
let boardId = '';
beforeEach(() => {
  emulator.reset();
  boardId = emulator.state().boards[0]?.id ?? '';
});
afterAll(() => emulator.close());

test('a pin made by URL holds the picture that the demo site served', async () => {
  const api = connect(emulator);
  const made = await api('POST', '/pins', { ...byUrl(boardId), title: 'Seven', link: 'https://kitchen.test/gallery' });
  expect(made.status).toBe(201);
  expect(made.body).toMatchObject({ board_id: boardId, title: 'Seven', media: { media_type: 'image' } });
  expect(made.body.created_at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/);
  const [pin] = emulator.state().pins;
  expect(pin?.picture).toMatchObject({ format: 'jpeg', widthPx: 300, heightPx: 400, number: 7 });
  expect((await api('GET', `/pins/${made.body.id}`)).body).toEqual(made.body);
  expect((await api('DELETE', `/pins/${made.body.id}`)).status).toBe(204);
  expect((await api('GET', `/pins/${made.body.id}`)).body).toEqual({ code: 50, message: 'Pin not found.' });
});

const overTls = (socket?: Socket) =>
  new Promise<IncomingMessage>((resolve, reject) => {
    const options = {
      ...(socket ? { socket, agent: false } : { port: emulator.tlsPort, host: '127.0.0.1' }),
      servername: 'api.pinterest.com',
      path: '/v5/boards',
      headers: { host: 'api.pinterest.com' },
      rejectUnauthorized: false,
    };
    request(options, (response) => resolve(response.resume()))
      .once('error', reject)
      .end();
  });

test('every host is served over TLS by its Host header', async () => {
  expect((await overTls()).statusCode).toBe(401);
});

test('browsers that map hosts by a proxy reach the same server', async () => {
  const tunnel = connectHttp({
    port: emulator.httpPort,
    host: '127.0.0.1',
    method: 'CONNECT',
    path: 'api.pinterest.com:443',
  });
  const [, socket] = await once(tunnel.end(), 'connect');
  expect((await overTls(socket)).statusCode).toBe(401);
});

test('connections to the API are not reused unless asked, since browsers resend on a dead one', async () => {
  expect((await overTls()).headers.connection).toBe('close');
  emulator.change({ keepAlive: true });
  expect((await overTls()).headers.connection).not.toBe('close');
});

test('the log keeps every request in order with what was sent and answered', async () => {
  const api = connect(emulator);
  await api('POST', '/pins', { ...byUrl(boardId), title: 'Logged' });
  const entries = emulator.log.entries.map(({ method, host, path, status }) => ({ method, host, path, status }));
  expect(entries).toEqual([
    { method: 'POST', host: 'api.pinterest.com', path: '/v5/pins', status: 201 },
    { method: 'GET', host: 'kitchen.test', path: new URL(PICTURE).pathname, status: 200 },
  ]);
  const [entry] = emulator.log.find('POST', '/v5/pins');
  expect(entry?.body).toMatchObject({ title: 'Logged' });
  expect(entry?.responseBody).toMatchObject({ board_id: boardId });
  expect(entry?.headers['authorization']).toMatch(/^Bearer pina_/);
});

test('hosts that nobody serves have no network', async () => {
  await expect(emulator.fetch('https://example.com/')).rejects.toThrow('fetch failed');
});

test('the save window records what it was given once Save is pressed', async () => {
  const url = 'https://www.pinterest.com/pin/create/button/';
  const given = { url: 'https://kitchen.test/', media: PICTURE, description: 'A "tart" & more' };
  const shown = await emulator.fetch(`${url}?${new URLSearchParams(given)}`);
  expect(await shown.text()).toContain('A &quot;tart&quot; &amp; more');
  expect(emulator.state().windowSaves).toEqual([]);
  await emulator.fetch(url, { method: 'POST', body: new URLSearchParams(given) });
  expect(emulator.state().windowSaves).toMatchObject([given]);
});

test('another process sees state and log and sets faults through the control path', async () => {
  const control = 'https://emulator.test/_control';
  const fault = { kind: 'server-error', status: 503, times: 1 };
  await emulator.fetch(`${control}/faults`, { method: 'POST', body: JSON.stringify(fault) });
  const api = connect(emulator);
  expect((await api('GET', '/boards')).status).toBe(503);
  expect((await api('GET', '/boards')).status).toBe(200);
  const log = await (await emulator.fetch(`${control}/log`)).json();
  expect(log).toMatchObject([{ status: 503, faults: ['server-error-1'] }, { status: 200 }]);
  const state = await (await fetch(`http://127.0.0.1:${emulator.httpPort}/_control/state`)).json();
  expect(state).toMatchObject({ boards: [{ name: 'Recipes' }] });
});
