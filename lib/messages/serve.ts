import { type Browser, browser } from 'wxt/browser';
import * as z from 'zod/mini';
import { Failure } from '../failure.ts';
import { toWire } from './failure.ts';
import { type LibraryProtocol, libraryProtocol } from './library.ts';
import type { LibraryReplies } from './library-replies.ts';
import { type Protocol, protocol, type Reply, type RequestData } from './protocol.ts';
import type { Sender } from './request.ts';

export type MessageSender = Browser.runtime.MessageSender;

/** The worker's answer to every request of the library page. */
export type LibraryHandlers = {
  [N in keyof LibraryProtocol]: (
    data: z.output<LibraryProtocol[N]['data']>,
    sender: MessageSender,
  ) => Promise<z.output<LibraryReplies[N]>>;
};
/** The worker's answer to every request. */
export type Handlers = LibraryHandlers & {
  [N in keyof Protocol]: (data: RequestData<N>, sender: MessageSender) => Promise<Reply<N>>;
};

const requests = { ...protocol, ...libraryProtocol };
type RequestName = keyof typeof requests;

const Envelope = z.strictObject({
  name: z.enum(Object.keys(requests) as [RequestName, ...RequestName[]]),
  data: z.optional(z.unknown()),
});

/** Answers requests from now on. Call it in the first turn of the worker: a late listener misses what woke it. */
export function serve(handlers: Handlers): void {
  browser.runtime.onMessage.addListener(
    (message: unknown, sender: MessageSender, respond: (answer: unknown) => void) => {
      answer(handlers, message, sender).then(
        (value) => respond({ ok: true, value }),
        (error: unknown) => respond(toWire(error)),
      );
      // Keeps the channel open: Chrome drops a reply that comes after the listener returned.
      return true;
    },
  );
}

async function answer(handlers: Handlers, message: unknown, sender: MessageSender): Promise<unknown> {
  const envelope = z.safeParse(Envelope, message);
  if (!envelope.success) throw new Failure('not-understood', 'no such request');
  const { name, data } = envelope.data;
  const from = senderOf(sender);
  const { from: allowed, data: schema }: { from: readonly Sender[]; data: z.ZodMiniType } = requests[name];
  if (!from || !allowed.includes(from)) throw new Failure('not-allowed', `${name} is not open to this sender`);
  const parsed = z.safeParse(schema, data);
  if (!parsed.success) throw new Failure('not-understood', `${name} came with data of the wrong shape`);
  const handle = handlers[name] as (data: unknown, sender: MessageSender) => Promise<unknown>;
  return handle(parsed.data, sender);
}

/** The browser stamps `origin`; unlike `url`, a compromised page cannot choose it. */
export function senderOf(sender: MessageSender): Sender | undefined {
  if (sender.id !== browser.runtime.id) return undefined;
  if (sender.origin === new URL(browser.runtime.getURL('/')).origin) return 'page';
  return sender.tab ? 'content' : undefined;
}
