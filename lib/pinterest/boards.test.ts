import { afterAll, beforeEach, expect, test } from 'vitest';
import { failureOf } from '../../tests/client/failure-of.ts';
import { all, startPinterest } from '../../tests/client/pinterest.ts';
import { PICTURE } from '../../tests/emulator/helpers.ts';
import { createBoard, deleteBoard, getBoard, listBoardPins, listBoards, updateBoard } from './boards.ts';
import { createPin } from './pins.ts';
import { createSection, deleteSection, listSectionPins, listSections, updateSection } from './sections.ts';
import { getUserAccount } from './user-account.ts';

const { emulator, client } = await startPinterest();
let boardId = '';
let sectionId = '';
beforeEach(() => {
  emulator.reset();
  boardId = emulator.state().boards[0]?.id ?? '';
  sectionId = emulator.state().sections[0]?.id ?? '';
});
afterAll(() => emulator.close());

test('a board is made, read, changed, listed and deleted', async () => {
  const pinterest = client();
  const made = await createBoard(pinterest, { name: 'Gardens', description: 'Green', privacy: 'SECRET' });
  expect(made).toMatchObject({ name: 'Gardens', privacy: 'SECRET' });
  expect(await getBoard(pinterest, made.id)).toMatchObject({ id: made.id, description: 'Green' });
  expect(await updateBoard(pinterest, made.id, { name: 'Yards', privacy: 'PUBLIC' })).toMatchObject({ name: 'Yards' });
  expect((await all(listBoards(pinterest))).map(({ name }) => name)).toContain('Yards');
  await deleteBoard(pinterest, made.id);
  expect(await failureOf(getBoard(pinterest, made.id))).toMatchObject({ code: 'board-not-found' });
});

test('a second board of the same name is refused as a duplicate', async () => {
  expect(await failureOf(createBoard(client(), { name: 'Recipes' }))).toMatchObject({
    code: 'duplicate-board',
    outcome: 'refused',
  });
});

test('a long list is read page by page, each page once', async () => {
  emulator.seed({ boards: Array.from({ length: 600 }, (_, index) => ({ name: `Board ${index}` })) });
  const boards = await all(listBoards(client()));
  expect(new Set(boards.map(({ id }) => id)).size).toBe(601);
  expect(emulator.log.find('GET', '/v5/boards')).toHaveLength(3);
});

test('only pages that are wanted are asked for', async () => {
  emulator.seed({ boards: Array.from({ length: 60 }, (_, index) => ({ name: `Board ${index}` })) });
  for await (const page of listBoards(client(), { pageSize: 25 })) {
    expect(page).toHaveLength(25);
    break;
  }
  expect(emulator.log.entries).toHaveLength(1);
});

test('sections are made, renamed, listed and deleted', async () => {
  const pinterest = client();
  const made = await createSection(pinterest, boardId, 'Bread');
  await updateSection(pinterest, boardId, made.id, 'Breads');
  expect((await all(listSections(pinterest, boardId))).map(({ name }) => name)).toEqual(['Cakes', 'Breads']);
  await deleteSection(pinterest, boardId, made.id);
  expect(await all(listSections(pinterest, boardId))).toEqual([{ id: sectionId, name: 'Cakes' }]);
});

test('pins of a board and of its section are listed', async () => {
  const pinterest = client();
  const media_source = { source_type: 'image_url', url: PICTURE } as const;
  const outside = await createPin(pinterest, { board_id: boardId, media_source });
  const inside = await createPin(pinterest, { board_id: boardId, board_section_id: sectionId, media_source });
  expect((await all(listBoardPins(pinterest, boardId))).map(({ id }) => id).sort()).toEqual([outside.id, inside.id]);
  expect((await all(listSectionPins(pinterest, boardId, sectionId))).map(({ id }) => id)).toEqual([inside.id]);
});

test('boards and sections that are gone are refused by name', async () => {
  const pinterest = client();
  const board = { code: 'board-not-found', outcome: 'refused' };
  expect(await failureOf(updateBoard(pinterest, '404', { name: 'x' }))).toMatchObject(board);
  expect(await failureOf(deleteBoard(pinterest, '404'))).toMatchObject(board);
  expect(await failureOf(all(listBoardPins(pinterest, '404')))).toMatchObject(board);
  expect(await failureOf(createSection(pinterest, '404', 'x'))).toMatchObject(board);
  const section = { code: 'section-not-found', outcome: 'refused' };
  expect(await failureOf(updateSection(pinterest, boardId, '404', 'x'))).toMatchObject(section);
  expect(await failureOf(deleteSection(pinterest, boardId, '404'))).toMatchObject(section);
  expect(await failureOf(all(listSectionPins(pinterest, boardId, '404')))).toMatchObject(section);
});

test('a board that is being changed elsewhere can be asked again later', async () => {
  const message = 'Could not get exclusive access to the board to create a new section.';
  emulator.fault({ kind: 'error', status: 409, code: 1, message });
  expect(await failureOf(createSection(client(), boardId, 'x'))).toMatchObject({ code: 'board-busy', outcome: 'wait' });
});

test('a section name is at most 180 characters, an emoji counting as one', async () => {
  const pinterest = client();
  expect(await failureOf(createSection(pinterest, boardId, ''))).toMatchObject({
    code: 'invalid-value',
    field: 'name',
  });
  expect(await failureOf(createSection(pinterest, boardId, '😀'.repeat(181)))).toMatchObject({ field: 'name' });
  expect(emulator.log.entries).toEqual([]);
});

test('the account is read with its name and picture', async () => {
  const account = await getUserAccount(client());
  expect(account.username).toBe(emulator.state().accounts[0]?.username);
  expect(account.profile_image).toMatch(/^https:/);
});

test('an account that may not be read is a refusal', async () => {
  const failure = await failureOf(getUserAccount(client({}, ['boards:read'])));
  expect(failure).toMatchObject({ code: 'not-permitted', outcome: 'refused' });
});
