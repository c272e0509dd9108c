import * as z from 'zod/mini';
import { item } from '../storage/item.ts';

/** The environment that saves go to: the one that was connected last. */
export const environment = item('local', 'environment', z.enum(['production', 'sandbox']), () => 'production' as const);
