import { afterAll, beforeEach, expect, test } from 'vitest';
import { failureOf } from '../../tests/client/failure-of.ts';
import { all, startPinterest } from '../../tests/client/pinterest.ts';
import { PICTURE } from '../../tests/emulator/helpers.ts';
import { getTopPins } from './analytics.ts';
import type { Pinterest } from './client.ts';
import { registerMedia } from './media.ts';
import type { MediaSource } from './new-pin.ts';
import { createPin, listPins, savePin, updatePin } from './pins.ts';
import { searchBoards, searchPins } from './search.ts';
import { listSections } from './sections.ts';

const { emulator, client } = await startPinterest();
let boardId = '';
beforeEach(() => {
  emulator.reset();
  boardId = emulator.state().boards[0]?.id ?? '';
});
afterAll(() => emulator.close());

const tooSmall = 'https://kitchen.test/numbered/7-30x40.jpg';
const base64 = async (url: string) => Buffer.from(await (await emulator.fetch(url)).arrayBuffer()).toString('base64');
const jpeg = async (url: string) => ({ content_type: 'image/jpeg' as const, data: await base64(url) });
const daysAgo = (days: number) => new Date(Date.now() - days * 24 * 3600_000).toISOString().slice(0, 10);
const week = { startDate: daysAgo(7), endDate: daysAgo(1) };

test.each<[source: string, make: () => Promise<MediaSource>, code: string]>([
  ['image_url', async () => ({ source_type: 'image_url', url: tooSmall }), 'picture-too-small'],
  ['image_base64', async () => ({ source_type: 'image_base64', ...(await jpeg(tooSmall)) }), 'picture-too-small'],
  [
    'multiple_image_urls',
    async () => ({ source_type: 'multiple_image_urls', items: [{ url: PICTURE }, { url: `${PICTURE}.gone` }] }),
    'picture-unreachable',
  ],
  [
    'multiple_image_base64',
    async () => ({ source_type: 'multiple_image_base64', items: [await jpeg(PICTURE), await jpeg(tooSmall)] }),
    'picture-too-small',
  ],
  ['video_id', async () => ({ source_type: 'video_id', media_id: '404', cover_image_url: PICTURE }), 'not-found'],
])('a pin of %s that Pinterest cannot use is refused by name', async (_source, make, code) => {
  const failure = await failureOf(createPin(client(), { board_id: boardId, media_source: await make() }));
  expect(failure).toMatchObject({ code, outcome: 'refused' });
});

test.each<[operation: string, call: (pinterest: Pinterest) => Promise<unknown>, code: string]>([
  ['saving a pin', (pinterest) => savePin(pinterest, '404', { boardId }), 'pin-not-found'],
  ['changing a pin', (pinterest) => updatePin(pinterest, '404', { title: 'x' }), 'pin-not-found'],
  ["listing a board's sections", (pinterest) => all(listSections(pinterest, '404')), 'board-not-found'],
])('%s that is gone is refused by name', async (_operation, call, code) => {
  expect(await failureOf(call(client()))).toMatchObject({ code, outcome: 'refused' });
});

test.each<[operation: string, call: (pinterest: Pinterest) => Promise<unknown>]>([
  ["listing one's pins", (pinterest) => all(listPins(pinterest))],
  ['registering a video', (pinterest) => registerMedia(pinterest)],
  ['searching boards', (pinterest) => all(searchBoards(pinterest, 'x'))],
  ['searching pins', (pinterest) => all(searchPins(pinterest, 'x'))],
  ['reading the top pins', (pinterest) => getTopPins(pinterest, week, { sortBy: 'SAVE' })],
])('%s is refused by Pinterest when the token may not', async (_operation, call) => {
  expect(await failureOf(call(client({}, [])))).toMatchObject({ code: 'not-permitted', outcome: 'refused' });
});
