import * as z from 'zod/mini';
import { item } from '../storage/item.ts';

/**
 * What is wrong with the outbox's place on disk, as a failure's code. `storage-refused`: saves wait in memory only.
 * `storage-newer`: a newer Tack made it, so the same holds, and what waits there is kept for that one.
 * `storage-unreadable`: some of its saves cannot be read, and are kept. Written by the worker, shown by pages.
 */
const DiskTrouble = z.enum(['none', 'storage-refused', 'storage-newer', 'storage-unreadable']);
export type DiskTrouble = z.infer<typeof DiskTrouble>;

export const diskTrouble = item('session', 'diskTrouble', DiskTrouble, () => 'none' as const);
