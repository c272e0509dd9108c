import { afterAll, beforeEach, expect, test } from 'vitest';
import { byUrl, connect, startWithBoard } from '../helpers.ts';

const { emulator } = await startWithBoard();
let boardId = '';
beforeEach(() => {
  emulator.reset();
  boardId = emulator.state().boards[0]?.id ?? '';
});
afterAll(() => emulator.close());

async function allPages(path: string, size: number) {
  const api = connect(emulator);
  const names: (string | null | undefined)[] = [];
  let bookmark: string | null = null;
  do {
    const query: string = bookmark === null ? '' : `&bookmark=${encodeURIComponent(bookmark)}`;
    const { body } = await api('GET', `${path}?page_size=${size}${query}`);
    names.push(...body.items.map((item) => item.name ?? item.title));
    bookmark = body.bookmark;
  } while (bookmark !== null);
  return names;
}

test('boards are made, read, changed and deleted with their pins', async () => {
  const api = connect(emulator);
  const made = await api('POST', '/boards', { name: 'Garden', description: 'Green', privacy: 'SECRET' });
  expect([made.status, made.body['privacy']]).toEqual([201, 'SECRET']);
  const path = `/boards/${made.body.id}`;
  await api('POST', '/pins', byUrl(made.body.id));
  expect((await api('PATCH', path, { name: 'Yard', privacy: 'PUBLIC' })).body).toMatchObject({
    name: 'Yard',
    description: 'Green',
    privacy: 'PUBLIC',
    pin_count: 1,
  });
  expect((await api('DELETE', path)).status).toBe(204);
  expect((await api('GET', path)).body).toEqual({ code: 40, message: 'Board not found.' });
  expect(emulator.state().pins).toEqual([]);
});

test('two boards of one name are refused', async () => {
  expect((await connect(emulator)('POST', '/boards', { name: ' recipes' })).body.code).toBe(58);
});

test('lists page to their end, and stay whole while they grow', async () => {
  emulator.seed({ boards: Array.from({ length: 60 }, (_, index) => ({ name: `Board ${index}` })) });
  const names = await allPages('/boards', 25);
  expect(names).toHaveLength(61);
  expect(new Set(names).size).toBe(61);
  const api = connect(emulator);
  const first = await api('GET', '/boards?page_size=2');
  await api('POST', '/boards', { name: 'In between' });
  const second = await api('GET', `/boards?page_size=2&bookmark=${encodeURIComponent(first.body.bookmark ?? '')}`);
  expect(second.body.items.map(({ name }) => name)).toEqual(names.slice(2, 4));
});

test('page sizes and bookmarks out of bounds are refused', async () => {
  const api = connect(emulator);
  for (const query of ['page_size=0', 'page_size=251', 'page_size=x', 'bookmark=x', 'fields=id']) {
    expect((await api('GET', `/boards?${query}`)).status, query).toBe(400);
  }
});

test("a board's pins come in the order that it is set to", async () => {
  const pins = Array.from({ length: 9 }, (_, index) => ({ title: `${index}`, createdAtMs: 1_000_000 + index * 1000 }));
  const id = emulator.seed({ boards: [{ name: 'Ordered', pins }] }).boards[0]?.id ?? '';
  const titles = pins.map(({ title }) => title);
  expect(await allPages(`/boards/${id}/pins`, 4)).toEqual(titles.toReversed());
  emulator.setPinOrder(id, 'oldest-first');
  expect(await allPages(`/boards/${id}/pins`, 4)).toEqual(titles);
  emulator.setPinOrder(id, 'custom');
  const custom = await allPages(`/boards/${id}/pins`, 4);
  expect(custom.toSorted()).toEqual(titles);
  expect([titles, titles.toReversed()]).not.toContainEqual(custom);
});

test('sections are made, renamed, listed with their pins, and deleted', async () => {
  const api = connect(emulator);
  const path = `/boards/${boardId}/sections`;
  const made = await api('POST', path, { name: 'Desserts' });
  expect(made.status).toBe(201);
  expect((await api('POST', path, { name: 'Desserts' })).status).toBe(409);
  expect((await api('POST', path, { name: '' })).status).toBe(400);
  const section = `${path}/${made.body.id}`;
  expect((await api('PATCH', section, { name: 'Sweets' })).body).toEqual({ id: made.body.id, name: 'Sweets' });
  const pin = await api('POST', '/pins', { ...byUrl(boardId), board_section_id: made.body.id });
  expect((await api('GET', `${section}/pins`)).body.items.map(({ id }) => id)).toEqual([pin.body.id]);
  expect((await api('GET', path)).body).toEqual({ items: [{ id: made.body.id, name: 'Sweets' }], bookmark: null });
  expect((await api('DELETE', section)).status).toBe(204);
  expect((await api('DELETE', section)).body.code).toBe(2031);
});

test('another account sees nothing of it, yet can save its public pins', async () => {
  const pin = await connect(emulator)('POST', '/pins', byUrl(boardId));
  emulator.seed({ accounts: [{ username: 'other' }], signedInAs: 'other', boards: [{ name: 'Theirs' }] });
  const api = connect(emulator);
  const { items } = (await api('GET', '/boards')).body;
  expect(items.map(({ name }) => name)).toEqual(['Theirs']);
  expect((await api('DELETE', `/pins/${pin.body.id}`)).body.code).toBe(29);
  expect((await api('POST', `/pins/${pin.body.id}/save`, { board_id: items[0]?.id })).status).toBe(201);
});

test('search finds own boards and pins, and is not in the sandbox', async () => {
  const api = connect(emulator);
  await api('POST', '/pins', { ...byUrl(boardId), title: 'Lemon tart' });
  expect((await api('GET', '/search/pins?query=lemon')).body.items).toHaveLength(1);
  expect((await api('GET', '/search/pins')).status).toBe(400);
  expect((await api('GET', '/search/boards?query=rec')).body.items).toHaveLength(1);
  expect((await connect(emulator, 'sandbox')('GET', '/search/boards?query=rec')).status).toBe(403);
});
