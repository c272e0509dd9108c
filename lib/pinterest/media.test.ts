import { afterAll, beforeEach, expect, test } from 'vitest';
import { failureOf } from '../../tests/client/failure-of.ts';
import { all, startPinterest } from '../../tests/client/pinterest.ts';
import { PICTURE } from '../../tests/emulator/helpers.ts';
import { getMedia, registerMedia, uploadMedia, waitForMedia } from './media.ts';
import { createPin } from './pins.ts';
import { searchBoards, searchPins } from './search.ts';

const { emulator, client, time } = await startPinterest();
let boardId = '';
beforeEach(() => {
  emulator.reset();
  boardId = emulator.state().boards[0]?.id ?? '';
});
afterAll(() => emulator.close());

/** Waiting for a video moves the server's clock too. */
function waiting() {
  const clock = {
    ...time.clock,
    sleep: async (ms: number) => {
      emulator.clock.advance(Math.ceil(ms));
    },
  };
  return client({ clock });
}

test('a video is registered, uploaded without a token, waited for and pinned', async () => {
  const pinterest = waiting();
  const upload = await registerMedia(pinterest);
  expect(await getMedia(pinterest, upload.media_id)).toMatchObject({ status: 'registered' });
  await uploadMedia(pinterest, upload, new Blob(['video']));
  await waitForMedia(pinterest, upload.media_id);
  const media_source = { source_type: 'video_id', media_id: upload.media_id, cover_image_url: PICTURE } as const;
  await expect(createPin(pinterest, { board_id: boardId, media_source })).resolves.toHaveProperty('id');
});

test('a video that Pinterest cannot use is a failure with a name', async () => {
  const pinterest = waiting();
  const upload = await registerMedia(pinterest);
  await uploadMedia(pinterest, upload, new Blob([]));
  expect(await failureOf(waitForMedia(pinterest, upload.media_id))).toMatchObject({ code: 'video-failed' });
});

test('a video that is never ready fails too', async () => {
  const pinterest = waiting();
  const { media_id } = await registerMedia(pinterest);
  expect(await failureOf(waitForMedia(pinterest, media_id))).toMatchObject({ code: 'video-failed' });
});

test('an upload that is not registered, and an upload that was refused, have names', async () => {
  const pinterest = client();
  expect(await failureOf(getMedia(pinterest, '404'))).toMatchObject({ code: 'not-found', outcome: 'refused' });
  const { upload_url } = await registerMedia(pinterest);
  const refused = uploadMedia(pinterest, { media_id: '1', upload_url, upload_parameters: {} }, new Blob(['video']));
  expect(await failureOf(refused)).toMatchObject({ code: 'server-error' });
});

test("one's own boards and pins are searched", async () => {
  const pinterest = client();
  const media_source = { source_type: 'image_url', url: PICTURE } as const;
  const made = await createPin(pinterest, { board_id: boardId, title: 'Lemon tart', media_source });
  expect((await all(searchPins(pinterest, 'lemon'))).map(({ id }) => id)).toEqual([made.id]);
  expect((await all(searchBoards(pinterest, 'recip'))).map(({ id }) => id)).toEqual([boardId]);
  expect(await all(searchBoards(pinterest, 'nothing like it'))).toEqual([]);
});

test('searching without the scope for secret boards names what is missing', async () => {
  const pinterest = client({ grantedScopes: async () => ['boards:read'] });
  expect(await failureOf(all(searchBoards(pinterest, 'x')))).toMatchObject({ code: 'missing-secret-scope' });
  expect(emulator.log.entries).toEqual([]);
});
