import { libraryProtocol } from '../../../lib/messages/library.ts';
import { protocol } from '../../../lib/messages/protocol.ts';
import { launchBeside } from './beside.ts';
import { extensionIdOf } from './browser.ts';
import { expect, test } from './fixtures.ts';
import { runAsContentScript } from './in-page.ts';
import { grantActiveTab, openOptions } from './steps.ts';

const requests = { ...protocol, ...libraryProtocol };
const names = Object.keys(requests) as (keyof typeof requests)[];
const openTo = (sender: 'page' | 'content') =>
  names.filter((name) => requests[name].from.some((declared) => declared === sender));

/** Data that no request takes. */
const malformed = [4.2, true, { evil: true }, [[]], [{ constructor: 1 }], Array(5001).fill('x')];
/** Names that a plain object would know. */
const impostors = [
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'valueOf',
  '',
  'save ',
  'Save',
  7,
  null,
  {},
  [],
];

const refusal = (code: string) => ({ ok: false, code, message: expect.any(String) });

/** Runs in a page or a content script: sends each message, gives the answers. */
async function sendAll(messages: unknown[]): Promise<unknown[]> {
  const { chrome } = globalThis as unknown as {
    chrome: { runtime: { sendMessage(message: unknown): Promise<unknown> } };
  };
  return Promise.all(messages.map((message) => chrome.runtime.sendMessage(message)));
}

test('a page of ours is answered, and nothing malformed passes', async ({ context }) => {
  const options = await openOptions(context);
  const harmless = ['listJobs', 'whoIsConnected', 'redirectUris', 'refreshBoards'].map((name) => ({ name }));
  for (const answer of await options.evaluate(sendAll, harmless)) expect(answer).toMatchObject({ ok: true });
  // A page of ours in a tab speaks of every save, as the popup does: it is no toast.
  expect(await options.evaluate(sendAll, [{ name: 'undo', data: ['gone-long-ago'] }])).toEqual([{ ok: true }]);
  const wrong = openTo('page').flatMap((name) => malformed.map((data) => ({ name, data })));
  const answers = await options.evaluate(sendAll, wrong);
  for (const [index, answer] of answers.entries()) {
    expect(answer, JSON.stringify(wrong[index]).slice(0, 100)).toEqual(refusal('not-understood'));
  }
  for (const name of names.filter((name) => !openTo('page').includes(name))) {
    expect(await options.evaluate(sendAll, [{ name }]), name).toEqual([refusal('not-allowed')]);
  }
});

test('names that objects inherit, and envelopes of another shape, are no requests', async ({ context }) => {
  const options = await openOptions(context);
  const odd = [
    ...impostors.map((name) => ({ name })),
    ...['listJobs', 7, null, [], {}, { name: 'listJobs', extra: 1 }, { data: {} }],
    JSON.parse('{"__proto__":{"name":"listJobs"}}'),
    JSON.parse('{"name":"connect","data":{"__proto__":{"kind":"own-app"},"kind":"relay"}}'),
  ];
  const answers = await options.evaluate(sendAll, odd);
  for (const [index, answer] of answers.entries()) {
    expect(answer, JSON.stringify(odd[index])).toEqual(refusal('not-understood'));
  }
});

test('a content script may ask only for what is declared open to it', async ({ context }) => {
  const page = await context.newPage();
  await page.goto('https://kitchen.test/recipes/plum-cake');
  await grantActiveTab(context, page);
  const closed = names.filter((name) => !openTo('content').includes(name));
  expect(closed).toEqual(expect.arrayContaining(['connect', 'save', 'deleteBoard']));
  const refused = await runAsContentScript(
    context,
    page,
    sendAll,
    closed.map((name) => ({ name })),
  );
  expect(refused).toEqual(closed.map(() => refusal('not-allowed')));
  const wrong = openTo('content').flatMap((name) => malformed.map((data) => ({ name, data })));
  const answers = await runAsContentScript(context, page, sendAll, wrong);
  expect(answers).toEqual(wrong.map(() => refusal('not-understood')));
  const allowed = [{ name: 'undo', data: [] }, { name: 'retry', data: [] }, { name: 'stopWindow' }];
  for (const answer of await runAsContentScript(context, page, sendAll, allowed)) {
    expect(answer).toMatchObject({ ok: true });
  }
  const others = await runAsContentScript(context, page, sendAll, [{ name: 'undo', data: ['not-from-this-page'] }]);
  expect(others).toEqual([refusal('not-allowed')]);
});

test('a web page has no way to send a message at all', async ({ context, extensionId, popupOver }) => {
  const page = await context.newPage();
  await page.goto('https://kitchen.test/recipes/plum-cake');
  await popupOver(page);
  const ways = await page.evaluate(async (id) => {
    const { chrome } = globalThis as unknown as { chrome?: { runtime?: { sendMessage?: unknown; connect?: unknown } } };
    const loaded = await fetch(`chrome-extension://${id}/popup.html`).then(
      () => 'loaded',
      () => 'refused',
    );
    return { send: typeof chrome?.runtime?.sendMessage, connect: typeof chrome?.runtime?.connect, loaded };
  }, extensionId);
  expect(ways).toEqual({ send: 'undefined', connect: 'undefined', loaded: 'refused' });
});

test('another extension is not even heard, whatever it asks for', async ({ emulator }) => {
  const { context, otherId } = await launchBeside(emulator.tlsPort, { name: 'Other' }, { 'other.html': 'Other' });
  try {
    const other = await context.newPage();
    const tackId = await extensionIdOf(context);
    await other.goto(`chrome-extension://${otherId}/other.html`);
    const answers = await other.evaluate(
      async ({ id, asked }) => {
        const { chrome } = globalThis as unknown as {
          chrome: {
            runtime: {
              lastError?: { message: string };
              sendMessage(to: string, message: unknown): Promise<unknown>;
              connect(to: string): { onDisconnect: { addListener(hear: () => void): void } };
            };
          };
        };
        const ask = (message: unknown) =>
          chrome.runtime.sendMessage(id, message).then(
            (answer) => ({ answer }),
            (error: Error) => error.message,
          );
        const port = new Promise((ended) => {
          chrome.runtime.connect(id).onDisconnect.addListener(() => ended(chrome.runtime.lastError?.message));
        });
        return [...(await Promise.all(asked.map((name) => ask({ name })))), await port];
      },
      { id: tackId, asked: names },
    );
    expect(answers).toHaveLength(names.length + 1);
    expect([...new Set(answers)]).toEqual(['Could not establish connection. Receiving end does not exist.']);
  } finally {
    await context.close();
  }
});
