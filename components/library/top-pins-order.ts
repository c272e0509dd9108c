import type { TopPinsOrder as Order } from '../../lib/messages/library.ts';

/** By what the best pins can be chosen. */
export const topPinsOrders: readonly Order[] = ['IMPRESSION', 'SAVE', 'PIN_CLICK', 'OUTBOUND_CLICK', 'ENGAGEMENT'];
