import * as z from 'zod/mini';
import { item } from '../storage/item.ts';

/** The browser refuses to keep saves: they wait in memory only. Written by the worker, shown by pages. */
export const isForgetful = item('session', 'isForgetful', z.boolean(), () => false);
