import * as z from 'zod/mini';
import { type Scope, secretScopes } from '../account/scopes.ts';
import type { Pinterest } from './client.ts';
import { NewPin, PinChanges } from './new-pin.ts';
import { largestPage, type Page, PageOf, pages } from './paging.ts';
import { Pin } from './pin.ts';
import { type CallOptions, Nothing, send } from './request.ts';
import { check, Id } from './values.ts';

const reading: readonly Scope[] = ['boards:read', 'pins:read'];
const writing: readonly Scope[] = ['boards:read', 'boards:write', 'pins:read', 'pins:write'];
const writingSecret: readonly Scope[] = [...writing, ...secretScopes];

export interface WriteOptions extends CallOptions {
  /** The board is secret, which takes scopes of its own. */
  isSecret?: boolean;
}

/**
 * Makes a pin. Failures that concern the picture, the link or the place: `picture-unreachable`, `picture-format`,
 * `picture-too-small`, `picture-broken`, `pictures-differ`, `link-invalid`, `link-not-allowed`, `link-blocked`,
 * `board-not-found`, `section-not-found`; `trial-app` when the app may save to the sandbox only.
 * https://developers.pinterest.com/docs/api/v5/pins-create
 */
export async function createPin(pinterest: Pinterest, pin: NewPin, options: WriteOptions = {}): Promise<Pin> {
  const body = check(NewPin, pin);
  const scopes = options.isSecret ? writingSecret : writing;
  return send(pinterest, { method: 'POST', path: '/pins', body, answer: Pin, category: 'org_write', scopes }, options);
}

/** One pin. Failures: `pin-not-found`, `not-permitted`. https://developers.pinterest.com/docs/api/v5/pins-get */
export async function getPin(
  pinterest: Pinterest,
  pinId: string,
  options: CallOptions & { withMetrics?: boolean } = {},
): Promise<Pin> {
  const path = `/pins/${check(Id, pinId)}`;
  const query = { pin_metrics: options.withMetrics };
  return send(pinterest, { method: 'GET', path, query, answer: Pin, category: 'org_read', scopes: reading }, options);
}

/**
 * Changes a pin's texts, link or place. A beta at Pinterest: `feature-not-granted` when the app does not have it.
 * https://developers.pinterest.com/docs/api/v5/pins-update
 */
export async function updatePin(
  pinterest: Pinterest,
  pinId: string,
  changes: PinChanges,
  options: WriteOptions = {},
): Promise<Pin> {
  const path = `/pins/${check(Id, pinId)}`;
  const body = check(PinChanges, changes);
  const scopes = options.isSecret ? writingSecret : writing;
  return send(pinterest, { method: 'PATCH', path, body, answer: Pin, category: 'org_write', scopes }, options);
}

/**
 * Deletes a pin. `pin-not-found` when it is gone already. https://developers.pinterest.com/docs/api/v5/pins-delete
 */
export async function deletePin(pinterest: Pinterest, pinId: string, options: CallOptions = {}): Promise<void> {
  const path = `/pins/${check(Id, pinId)}`;
  await send(pinterest, { method: 'DELETE', path, answer: Nothing, category: 'org_write', scopes: writing }, options);
}

const SaveTarget = z.strictObject({ board_id: z.optional(Id), board_section_id: z.optional(Id) });

/**
 * Saves an existing public pin to a board, or to the profile, keeping its source.
 * https://developers.pinterest.com/docs/api/v5/pins-save
 */
export async function savePin(
  pinterest: Pinterest,
  pinId: string,
  target: { boardId?: string; sectionId?: string },
  options: WriteOptions = {},
): Promise<Pin> {
  const path = `/pins/${check(Id, pinId)}/save`;
  const body = check(SaveTarget, { board_id: target.boardId, board_section_id: target.sectionId });
  const scopes = options.isSecret ? writingSecret : writing;
  return send(pinterest, { method: 'POST', path, body, answer: Pin, category: 'org_write', scopes }, options);
}

const PinPage = PageOf(Pin);

/** Which of one's own pins `listPins` gives; all of them by default. */
export interface PinFilter {
  pinFilter?: 'exclude_native' | 'exclude_repins' | 'has_been_promoted';
  includeProtected?: boolean;
  pageSize?: number;
}

/** One's own pins, page by page. https://developers.pinterest.com/docs/api/v5/pins-list */
export function listPins(pinterest: Pinterest, options: CallOptions & PinFilter = {}): AsyncGenerator<Pin[]> {
  const query = {
    pin_filter: options.pinFilter,
    include_protected_pins: options.includeProtected,
    page_size: options.pageSize ?? largestPage,
  };
  return listPinsAt(pinterest, '/pins', query, options);
}

/** Pins of any list, page by page. */
export function listPinsAt(
  pinterest: Pinterest,
  path: string,
  query: PinsQuery,
  options: CallOptions,
  scopes: readonly Scope[] = reading,
): AsyncGenerator<Pin[]> {
  return pages((bookmark) => pinsPageAt(pinterest, path, { ...query, bookmark }, options, scopes), options.signal);
}

type PinsQuery = Record<string, string | number | boolean | undefined>;

/** One page of the pins of any list. */
export async function pinsPageAt(
  pinterest: Pinterest,
  path: string,
  query: PinsQuery,
  options: CallOptions,
  scopes: readonly Scope[] = reading,
): Promise<Page<Pin>> {
  return send(pinterest, { method: 'GET', path, query, answer: PinPage, category: 'org_read', scopes }, options);
}
