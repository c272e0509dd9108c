import { afterAll, beforeEach, expect, test } from 'vitest';
import { failureOf } from '../../tests/client/failure-of.ts';
import { all, startPinterest } from '../../tests/client/pinterest.ts';
import { PICTURE } from '../../tests/emulator/helpers.ts';
import type { MediaSource } from './new-pin.ts';
import { createPin, deletePin, getPin, listPins, savePin, updatePin } from './pins.ts';

const { emulator, client } = await startPinterest();
let boardId = '';
beforeEach(() => {
  emulator.reset();
  boardId = emulator.state().boards[0]?.id ?? '';
});
afterAll(() => emulator.close());

const image: MediaSource = { source_type: 'image_url', url: PICTURE };
const bytes = async () => {
  const response = await emulator.fetch(PICTURE);
  return Buffer.from(await response.arrayBuffer()).toString('base64');
};

test('a pin is made, read, found in the list, and deleted', async () => {
  const pinterest = client();
  const texts = { title: 'Lemon tart', description: 'Sour', alt_text: 'A tart', link: 'https://kitchen.test/tart' };
  const made = await createPin(pinterest, { board_id: boardId, ...texts, media_source: image });
  expect(made).toMatchObject({ board_id: boardId, ...texts });
  expect(await getPin(pinterest, made.id)).toEqual(made);
  expect((await all(listPins(pinterest))).map(({ id }) => id)).toEqual([made.id]);
  await deletePin(pinterest, made.id);
  expect(await failureOf(getPin(pinterest, made.id))).toMatchObject({ code: 'pin-not-found', outcome: 'refused' });
});

test('every kind of picture source is accepted as it is sent', async () => {
  const pinterest = client();
  const data = await bytes();
  const sources: MediaSource[] = [
    image,
    { source_type: 'image_base64', content_type: 'image/jpeg', data },
    { source_type: 'multiple_image_urls', items: [{ url: PICTURE }, { url: PICTURE, title: 'Again' }], index: 1 },
    {
      source_type: 'multiple_image_base64',
      items: [
        { content_type: 'image/jpeg', data },
        { content_type: 'image/jpeg', data },
      ],
    },
  ];
  for (const media_source of sources) await createPin(pinterest, { board_id: boardId, media_source });
  expect(emulator.state().pins.map(({ sourceType }) => sourceType)).toEqual(sources.map((each) => each.source_type));
});

test('an answer with status 200 is as good as 201', async () => {
  emulator.change({ createStatus: 200 });
  await expect(createPin(client(), { board_id: boardId, media_source: image })).resolves.toHaveProperty('id');
});

test('a pin is changed and moved to a section', async () => {
  const pinterest = client();
  const { id } = await createPin(pinterest, { board_id: boardId, media_source: image });
  const sectionId = emulator.state().sections[0]?.id ?? '';
  const changed = await updatePin(pinterest, id, { title: 'New', board_section_id: sectionId });
  expect(changed).toMatchObject({ title: 'New', board_section_id: sectionId });
});

test('an existing pin is saved to a board and names its source', async () => {
  const pinterest = client();
  const { id } = await createPin(pinterest, { board_id: boardId, media_source: image });
  expect(await savePin(pinterest, id, { boardId })).toMatchObject({ board_id: boardId, parent_pin_id: id });
});

test.each([
  [400, 1, 'Sorry we could not fetch the image.', 'picture-unreachable'],
  [400, 1, 'The format of the image is not supported', 'picture-format'],
  [403, 233, 'Your image is too small. Please choose a larger image and try again.', 'picture-too-small'],
  [403, 235, 'Sorry, this image is broken. Please pick a different image.', 'picture-broken'],
  [400, 1, 'Images must have the same width/height ratios', 'pictures-differ'],
  [400, 1, "Sorry! This site doesn't allow you to save Pins.", 'link-not-allowed'],
  [
    400,
    1,
    'Whoops! It looks like you entered an invalid URL. Try creating a Pin again with a valid URL.',
    'link-invalid',
  ],
  [429, 9, 'Sorry! We blocked this link because it may lead to spam.', 'link-blocked'],
  [403, 29, 'Apps with Trial access may not create Pins in production', 'trial-app'],
  [403, 4, 'Insufficient permissions', 'not-permitted'],
  [404, 40, 'Board not found.', 'board-not-found'],
  [404, 2031, "Sorry! We couldn't find this board section.", 'section-not-found'],
  [404, 3, 'Requested pin not found', 'pin-not-found'],
  [401, 3, 'Your application consumer type is not supported', 'app-not-approved'],
  [401, 3, 'Your application does not have access to this restricted feature: pin_edit', 'feature-not-granted'],
  [400, 1, 'Invalid request', 'bad-request'],
] as const)('a refusal with %d, code %d, “%s” is named %s', async (status, code, message, name) => {
  emulator.fault({ kind: 'error', status, code, message, path: '/v5/pins' });
  const failure = await failureOf(createPin(client(), { board_id: boardId, media_source: image }));
  expect(failure).toMatchObject({ code: name, outcome: 'refused', refusal: { status, pinterestCode: code } });
  expect(emulator.log.find('POST', '/v5/pins')).toHaveLength(1);
});

test('pictures that Pinterest cannot use and places that are gone are refused by name', async () => {
  const pinterest = client();
  const pinTo = (board_id: string, url: string, board_section_id?: string) =>
    failureOf(
      createPin(pinterest, {
        board_id,
        ...(board_section_id ? { board_section_id } : {}),
        media_source: { source_type: 'image_url', url },
      }),
    );
  expect(await pinTo(boardId, 'https://kitchen.test/no-such.jpg')).toMatchObject({ code: 'picture-unreachable' });
  expect(await pinTo(boardId, 'https://kitchen.test/numbered/7-30x40.jpg')).toMatchObject({
    code: 'picture-too-small',
  });
  expect(await pinTo('404', PICTURE)).toMatchObject({ code: 'board-not-found' });
  expect(await pinTo(boardId, PICTURE, '404')).toMatchObject({ code: 'section-not-found' });
  const gone = await failureOf(deletePin(pinterest, '404'));
  expect(gone).toMatchObject({ code: 'pin-not-found', outcome: 'refused' });
});

test('a trial app is told apart from other refusals', async () => {
  emulator.change({ app: { tier: 'trial' } });
  const failure = await failureOf(createPin(client(), { board_id: boardId, media_source: image }));
  expect(failure).toMatchObject({ code: 'trial-app', outcome: 'refused' });
});

test('values that Pinterest would refuse cost no request', async () => {
  const pinterest = client();
  const pin = { board_id: boardId, media_source: image };
  for (const [field, wrong] of [
    ['title', { ...pin, title: 'x'.repeat(101) }],
    ['description', { ...pin, description: '😀'.repeat(801) }],
    ['board_id', { ...pin, board_id: '../boards' }],
    ['media_source.url', { ...pin, media_source: { ...image, url: 'file:///etc/passwd' } }],
  ] as const) {
    expect(await failureOf(createPin(pinterest, wrong))).toMatchObject({ code: 'invalid-value', field });
  }
  expect(await failureOf(getPin(pinterest, '1/../2'))).toMatchObject({ code: 'invalid-value' });
  expect(emulator.log.entries).toEqual([]);
});

test('a scope that the person did not give costs no request and says which', async () => {
  const scopes = ['boards:read', 'boards:write', 'pins:read', 'pins:write'];
  const pinterest = client({ grantedScopes: async () => scopes }, scopes);
  const pin = { board_id: boardId, media_source: image };
  const failure = await failureOf(createPin(pinterest, pin, { isSecret: true }));
  expect(failure).toMatchObject({ code: 'missing-secret-scope', outcome: 'refused' });
  await expect(createPin(pinterest, pin)).resolves.toHaveProperty('id');
  expect(emulator.log.find('POST', '/v5/pins')).toHaveLength(1);
});
