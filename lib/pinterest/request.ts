import * as z from 'zod/mini';
import type { Scope } from '../account/scopes.ts';
import { stoppedBeforeSending } from '../http/clock.ts';
import { type Answer, exchange } from '../http/exchange.ts';
import { TransportFailure } from '../http/failure.ts';
import { parseJson, UnreadableAnswer } from '../http/parse-json.ts';
import { backoffMs } from './backoff.ts';
import type { Category } from './budget-state.ts';
import type { Pinterest } from './client.ts';
import { MissingScope, RateLimited, Refused, ServerError } from './failure.ts';
import { readRateHeaders } from './rate-headers.ts';
import { isSpam, readRefusal, refused } from './refusal.ts';

/** The answer to a deletion: 204 and nothing, in some documents 200 and a body that nobody needs. A page is neither. */
export const Nothing: z.ZodMiniType = z.unknown();

/** One operation of the API, ready to be sent. */
export interface Operation<Schema extends z.ZodMiniType> {
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Below the base address, ids already in it: `/boards/1/pins`. */
  path: string;
  query?: Record<string, string | number | boolean | readonly string[] | undefined>;
  body?: unknown;
  /** Shape of the answer. */
  answer: Schema;
  category: Category;
  scopes: readonly Scope[];
}

export interface CallOptions {
  signal?: AbortSignal | undefined;
  /** Told when the browser itself sent a write more than once, of which this is one answer. */
  onSentAgain?: (() => void) | undefined;
}

/** Reads are tried this often in all; writes once, because only the outbox can tell whether to repeat one. */
const mostReads = 3;

/**
 * Sends one operation within the rate budget, with a token that is renewed once on a 401.
 * @throws RequestFailure, whose `outcome` tells whether it was refused, can be sent later, or may have been done
 */
export async function send<Schema extends z.ZodMiniType>(
  pinterest: Pinterest,
  operation: Operation<Schema>,
  options: CallOptions = {},
): Promise<z.output<Schema>> {
  const { signal } = options;
  await requireScopes(pinterest, operation.scopes);
  let told: ServerError | undefined;
  for (let attempt = 0; ; attempt++) {
    try {
      return read(await authorized(pinterest, operation, options), operation.answer);
    } catch (caught) {
      if (caught instanceof ServerError) told = caught;
      // After a few 5xx Chromium holds an extension's requests back, as if the network had failed: what Pinterest said
      // before is the better reason.
      const failure = caught instanceof TransportFailure && !signal?.aborted ? (told ?? caught) : caught;
      if (operation.method !== 'GET' || attempt + 1 >= mostReads || signal?.aborted) throw failure;
      if (failure instanceof RateLimited) {
        if (failure.retryAtMs - pinterest.clock.now() > pinterest.mostWaitMs) throw failure;
      } else if (isTransient(failure)) {
        await pinterest.clock.sleep(backoffMs(attempt, pinterest.random), signal);
      } else throw failure;
    }
  }
}

async function requireScopes(pinterest: Pinterest, scopes: readonly Scope[]) {
  const granted = await pinterest.session.grantedScopes?.();
  const missing = granted?.length ? scopes.filter((scope) => !granted.includes(scope)) : [];
  if (missing.length > 0) throw new MissingScope(missing);
}

/**
 * Tells a write that never leaves from one that may have arrived. Browsers are seldom wrong when they say they are
 * online but often when not, so whoever seems offline is asked for any answer at all.
 */
async function requireNetwork({ isOnline, baseUrl, fetch, patience }: Pinterest, signal?: AbortSignal) {
  if (isOnline()) return;
  try {
    await exchange(baseUrl, { method: 'HEAD' }, { fetch, patience, signal });
  } catch (cause) {
    throw signal?.aborted
      ? stoppedBeforeSending(signal)
      : new TransportFailure('offline', 'wait', 'offline', { cause });
  }
}

/** The answer, after one renewal of the token if Pinterest refused it. */
async function authorized(pinterest: Pinterest, operation: Operation<z.ZodMiniType>, options: CallOptions) {
  const { signal } = options;
  if (operation.method !== 'GET') await requireNetwork(pinterest, signal);
  const token = await pinterest.session.accessToken({ signal });
  try {
    return await once(pinterest, operation, token, options);
  } catch (failure) {
    if (!(failure instanceof Refused) || failure.code !== 'sign-in-again') throw failure;
    return once(pinterest, operation, await pinterest.session.accessToken({ rejected: token, signal }), options);
  }
}

async function once(
  pinterest: Pinterest,
  operation: Operation<z.ZodMiniType>,
  token: string,
  { signal, onSentAgain }: CallOptions,
) {
  const { budget, fetch, patience, serverClock, clock } = pinterest;
  const { category } = operation;
  const headers: Record<string, string> = { authorization: `Bearer ${token}`, accept: 'application/json' };
  const init: RequestInit = { method: operation.method, headers };
  if (operation.body !== undefined) {
    headers['content-type'] = 'application/json';
    init.body = JSON.stringify(operation.body);
  }
  const url = addressOf(pinterest.baseUrl, operation);
  await budget.take(category, signal);
  let answer: Answer;
  try {
    const sentAgain = operation.method === 'POST' ? pinterest.sentAgain : undefined;
    answer = await exchange(url, init, { fetch, signal, patience, sentAgain });
  } catch (failure) {
    budget.settle(category, undefined);
    throw failure;
  }
  if (answer.wasSentAgain) onSentAgain?.();
  serverClock.observe(answer.headers);
  const rates = readRateHeaders(answer.headers, clock.now(), serverClock.now());
  const refusal = answer.status >= 400 && answer.status < 500 ? readRefusal(answer) : undefined;
  if (answer.status === 429 && !(refusal && isSpam(refusal))) {
    const retryAtMs = budget.block(category, rates);
    budget.settle(category, undefined);
    throw new RateLimited(retryAtMs, refusal ? 'wait' : 'unknown');
  }
  budget.settle(category, rates);
  if (answer.status >= 200 && answer.status < 300) return answer;
  if (refusal) throw refused(refusal);
  if (answer.status >= 400 && answer.status < 500) parseOrThrow(answer);
  throw new ServerError(answer.status, answer.headers.get('x-pinterest-rid') ?? undefined);
}

/** A 4xx that is not Pinterest's own (a proxy's page): what it did is unknown. */
function parseOrThrow(answer: Answer): never {
  parseJson(answer);
  throw new UnreadableAnswer('answer-wrong-shape', answer.status);
}

function read<Schema extends z.ZodMiniType>(answer: Answer, schema: Schema): z.output<Schema> {
  const isNothing = schema === Nothing && answer.text === '';
  const result = schema.safeParse(isNothing ? undefined : parseJson(answer));
  if (!result.success) throw new UnreadableAnswer('answer-wrong-shape', answer.status);
  return result.data;
}

function isTransient(failure: unknown): boolean {
  return (
    failure instanceof ServerError ||
    failure instanceof UnreadableAnswer ||
    (failure instanceof TransportFailure && failure.code !== 'stopped')
  );
}

function addressOf(baseUrl: string, { path, query = {} }: Operation<z.ZodMiniType>): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    // Lists are joined (`a,b`): documented for metrics, and seen to work live for ids.
    if (value !== undefined) parameters.set(name, typeof value === 'object' ? value.join(',') : String(value));
  }
  return parameters.size > 0 ? `${baseUrl}${path}?${parameters}` : `${baseUrl}${path}`;
}
