import { expect, test } from 'vitest';
import type { Board } from '../../lib/boards/board.ts';
import type { Target } from '../../lib/save/request.ts';
import { picture } from '../../tests/gallery/made-up.ts';
import { edit, emptyDraft } from './draft.ts';
import { linkedBoards } from './linked-boards.ts';

const recipes: Target = { boardId: '1', label: 'Recipes', secret: false };
const cakes: Target = { boardId: '1', sectionId: '9', label: 'Recipes › Cakes', secret: false };
const garden: Target = { boardId: '2', label: 'Garden', secret: false };
const baking: Target = { boardId: '3', label: 'Baking', secret: false };
const autumn: Target = { newBoard: 'Autumn', label: 'Autumn', secret: false };

const board = (id: string, name: string): Board => ({ id, name, isSecret: false });
const boards = [board('1', 'Recipes'), board('2', 'Garden')];
const [cake, pie, soup] = ['cake', 'pie', 'soup'].map((name, at) => picture(at, { link: `https://a.example/${name}` }));
const pictures = [cake, pie, soup].flatMap((one) => one ?? []);
/** What was found on each board, in the order of the answers. */
const linked = [
  { boardId: '3', links: ['https://a.example/pie'] },
  { boardId: '2', links: [] },
  { boardId: '1', links: ['https://a.example/cake', 'https://a.example/pie'] },
];
const on = (...targets: Target[]) => linkedBoards(pictures, emptyDraft, targets, linked, boards);

test('names each chosen board that has one of the links, as they were chosen, and counts a picture once', () => {
  expect(on(recipes, garden, baking)).toEqual({ names: ['Recipes', 'Baking'], count: 2 });
  expect(on(baking, autumn, recipes)).toEqual({ names: ['Baking', 'Recipes'], count: 2 });
  expect(on(baking)).toEqual({ names: ['Baking'], count: 1 });
});

test('says nothing of boards that are not chosen, and of those that nobody was told about', () => {
  expect(on(garden, autumn)).toEqual({ names: [], count: 0 });
  expect(on()).toEqual({ names: [], count: 0 });
  expect(linkedBoards(pictures, emptyDraft, [recipes], [], boards)).toEqual({ names: [], count: 0 });
});

test('a board stands for its sections, and is named once: the pin may be in any of them', () => {
  expect(on(cakes)).toEqual({ names: ['Recipes'], count: 2 });
  expect(on(cakes, recipes)).toEqual({ names: ['Recipes'], count: 2 });
});

test('a link that was typed counts, and not the one in whose place it stands', () => {
  const draft = edit(emptyDraft, [cake?.key ?? ''], 'link', 'https://a.example/tart');
  expect(linkedBoards(pictures, draft, [recipes], linked, boards).count).toBe(1);
});

test('what Tack saved to a board itself is left to its mark there, and told of the others', () => {
  const marked = pictures.map((one) => ({ ...one, savedTo: ['Recipes'] }));
  expect(linkedBoards(marked, emptyDraft, [recipes, baking], linked, boards)).toEqual({ names: ['Baking'], count: 1 });
  const sectioned = pictures.map((one) => ({ ...one, savedTo: ['Recipes › Cakes'] }));
  expect(linkedBoards(sectioned, emptyDraft, [cakes], linked, boards).count).toBe(0);
});
