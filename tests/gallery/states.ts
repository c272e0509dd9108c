import { emptyDraft } from '../../components/popup/draft.ts';
import type { Boards, Connection, PopupModel, Run, RunItem } from '../../components/popup/model.ts';
import type { Board } from '../../lib/boards/board.ts';
import { createBoardSearch } from '../../lib/boards/search.ts';
import type { Target } from '../../lib/save/request.ts';
import { boards, picture, pictures } from './made-up.ts';

const connected: Connection = { state: 'connected', isSandbox: false, isTrial: false, through: 'tack' };
const cakes: Target = { boardId: '1000', sectionId: '50', label: 'Recipes › Cakes', secret: false };
const recipes: Target = { boardId: '1000', label: 'Recipes', secret: false };
const recent = ['1000/50', '1001'];

function ready(list: readonly Board[], more: Partial<Boards> = {}): Boards {
  return { state: 'ready', list, recent, suggested: ['1000'], search: createBoardSearch(list, recent), ...more };
}

/** A press on *Save* to one board. */
const run = (label: string, ...items: Omit<RunItem, 'id' | 'label'>[]): Run => ({
  items: items.map((item) => ({ id: item.key, label, ...item })),
});

const page = pictures();
const key = (index: number) => page[index]?.key ?? '';
const usual: PopupModel = {
  page: { state: 'ready', title: 'Plum cake with cardamom', siteName: 'Plums', isComplete: true },
  pictures: page,
  shownCount: 24,
  hiddenCount: 9,
  connection: connected,
  boards: ready(boards()),
  draft: { ...emptyDraft, target: cakes },
  isMoreOpen: false,
  queue: { isOffline: false, waitingCount: 0, failedCount: 0 },
  linked: [],
};
const garden: Target = { boardId: '1001', label: 'Garden', secret: false };
const autumn: Target = { newBoard: 'Autumn', label: 'Autumn', secret: false };
const threeBoards = { ...usual, draft: { ...usual.draft, target: recipes, also: [garden, autumn] } };
const three = { ...usual.draft, selected: [key(0), key(2), key(5)] };
const notConnected: PopupModel = { ...usual, connection: { state: 'none', hasCredentials: false } };
const nothing = { ...usual, pictures: [], shownCount: 0, hiddenCount: 0 };

/** Every state of the popup, by the name under which the gallery shows it. */
export const states: Readonly<Record<string, PopupModel>> = {
  one: usual,
  several: { ...usual, draft: three },
  'more-open': { ...usual, isMoreOpen: true },
  'several-more-open': { ...usual, draft: three, isMoreOpen: true },
  'existing-pin': { ...usual, pictures: [picture(0, { pinId: '42' }), ...page.slice(1)] },
  'new-board': { ...usual, draft: { ...usual.draft, target: { newBoard: 'Autumn', label: 'Autumn', secret: true } } },
  broken: {
    ...usual,
    pictures: page.map((each, index) => (index % 3 === 1 ? { ...each, previewUrl: 'data:,' } : each)),
  },
  hidden: { ...usual, draft: { ...usual.draft, shownReasons: ['too-small'], filter: 'photo-2' } },
  saving: { ...usual, run: run('Recipes', { key: key(0), state: 'sending' }) },
  'saving-many': {
    ...usual,
    draft: three,
    run: run(
      'Recipes',
      { key: key(0), state: 'saved' },
      { key: key(2), state: 'sending' },
      { key: key(5), state: 'waiting' },
    ),
  },
  saved: {
    ...usual,
    draft: { ...usual.draft, target: recipes },
    pictures: page.map((each, index) => (index === 0 ? { ...each, savedTo: ['Recipes'] } : each)),
    run: run('Recipes', { key: key(0), state: 'saved', pinUrl: 'https://www.pinterest.com/pin/1/' }),
  },
  'saved-still': {
    ...usual,
    draft: { ...usual.draft, target: recipes },
    run: run('Recipes', { key: key(0), state: 'saved', isStill: true, pinUrl: 'https://www.pinterest.com/pin/1/' }),
  },
  'saved-many': {
    ...usual,
    draft: { ...three, target: recipes },
    run: run('Recipes', ...three.selected.map((each) => ({ key: each, state: 'saved' as const }))),
  },
  failed: {
    ...usual,
    draft: three,
    run: run(
      'Recipes › Cakes',
      { key: key(0), state: 'saved' },
      {
        key: key(2),
        state: 'failed',
        message: 'Pinterest blocked this link. Your save is kept; change the link and try again.',
        remedies: ['editLink', 'discard'],
      },
      {
        key: key(5),
        state: 'failed',
        message: 'That board no longer exists.',
        remedies: ['chooseBoard', 'retry', 'discard'],
      },
    ),
  },
  undone: { ...usual, run: run('Recipes', { key: key(0), state: 'undone' }) },
  'several-boards': threeBoards,
  'linked-boards': {
    ...usual,
    draft: { ...usual.draft, also: [garden] },
    linked: ['1000', '1001'].map((boardId) => ({ boardId, links: ['https://plums.example/cake'] })),
  },
  'partly-on-boards': {
    ...threeBoards,
    run: {
      items: [
        { id: '1', key: key(0), label: 'Recipes', state: 'saved' },
        { id: '2', key: key(0), label: 'Autumn', state: 'saved' },
        {
          id: '3',
          key: key(0),
          label: 'Garden',
          state: 'failed',
          message: 'That board no longer exists.',
          remedies: ['chooseBoard', 'discard'],
        },
      ],
    },
  },
  'one-pin': {
    ...usual,
    pictures: page.map((each) => ({ ...each, widthPx: 1200, heightPx: 1600 })),
    draft: { ...three, asOne: true },
  },
  'one-pin-shapes': { ...usual, draft: { ...three, asOne: true } },
  'not-connected': notConnected,
  'not-connected-no-address': {
    ...notConnected,
    pictures: page.map((each, index) => (index === 0 ? { ...each, url: 'data:image/png;base64,AAAA' } : each)),
  },
  'hand-over': { ...notConnected, draft: three, handOver: { position: 2, total: 10 } },
  'signed-out': {
    ...usual,
    connection: { state: 'signed-out' },
    queue: { isOffline: false, waitingCount: 3, failedCount: 0 },
  },
  trial: { ...usual, connection: { ...connected, isTrial: true } },
  sandbox: { ...usual, connection: { ...connected, isSandbox: true } },
  offline: {
    ...usual,
    boards: ready(boards(2), { state: 'remembered' }),
    queue: { isOffline: true, waitingCount: 3, failedCount: 0 },
  },
  'kept-offline': {
    ...usual,
    queue: { isOffline: true, waitingCount: 1, failedCount: 0 },
    run: run('Recipes', { key: key(0), state: 'waiting' }),
  },
  paused: { ...usual, queue: { isOffline: false, waitingCount: 8, failedCount: 0, pausedUntil: '14:05' } },
  'needs-you': { ...usual, queue: { isOffline: false, waitingCount: 0, failedCount: 2 } },
  'boards-loading': { ...usual, draft: emptyDraft, boards: ready([], { state: 'loading' }) },
  'boards-failed': { ...usual, draft: emptyDraft, boards: ready([], { state: 'failed' }) },
  'no-boards': { ...usual, draft: emptyDraft, boards: ready([]) },
  reading: { ...nothing, page: { state: 'reading' } },
  empty: nothing,
  'still-loading': { ...nothing, page: { state: 'ready', title: 'Plum cake', siteName: 'Plums', isComplete: false } },
  nopin: {
    ...nothing,
    page: { state: 'nopin', title: 'Plum cake', message: 'Please ask us before you share our photographs.' },
  },
  'browser-page': { ...nothing, page: { state: 'unreadable', reason: 'browser' } },
  store: { ...nothing, page: { state: 'unreadable', reason: 'store' } },
  pdf: { ...nothing, page: { state: 'unreadable', reason: 'pdf' } },
  file: { ...nothing, page: { state: 'unreadable', reason: 'file' } },
  'not-allowed': { ...nothing, page: { state: 'unreadable', reason: 'not-allowed' } },
  huge: { ...usual, pictures: pictures(5000), shownCount: 5000, boards: ready(boards(2000)) },
};
