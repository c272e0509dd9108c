import * as z from 'zod/mini';
import { AccountView } from '../messages/views.ts';
import { item } from '../storage/item.ts';

/**
 * The connected account as pages show it, so that they need not wake the worker to ask: null when nobody is connected,
 * undefined until the worker has looked. Written by the worker only; holds no token and no secret, and is gone when
 * the browser closes, because Pinterest's API said who it is.
 */
export const account = item('session', 'account', z.optional(z.nullable(AccountView)), () => undefined);
