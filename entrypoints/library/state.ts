import { computed, effect, type ReadonlySignal, signal, untracked } from '@preact/signals';
import type { LibraryActions, LibraryModel, Loaded } from '../../components/library/model.ts';
import { openOptions } from '../../lib/browser/pages.ts';
import { type Route, readRoute } from '../../lib/library/route.ts';
import { askLibrary } from '../../lib/messages/ask-library.ts';
import type { AccountFacts, RateBudget } from '../../lib/messages/library-views.ts';
import { send } from '../../lib/messages/send.ts';
import type { AccountView } from '../../lib/messages/views.ts';
import { account as storedAccount } from '../../lib/settings/account.ts';
import { createAnalytics } from './analytics.ts';
import { createBoards } from './boards.ts';
import { createPins } from './pins.ts';
import { attempt, problemOf } from './problem.ts';
import { createSaves } from './saves.ts';

/** The library's model and actions. Everything that takes time arrives as a new model. */
export function createLibrary(): { model: ReadonlySignal<LibraryModel>; actions: LibraryActions } {
  const route = signal<Route>(readRoute(location.hash));
  const account = signal<AccountView | null>();
  const isOffline = signal(!navigator.onLine);
  const facts = signal<Loaded<AccountFacts>>({ state: 'loading' });
  const budgets = signal<readonly RateBudget[]>([]);
  const boards = createBoards();
  const pins = createPins(boards);
  const analytics = createAnalytics();
  const saves = createSaves();

  globalThis.addEventListener('hashchange', () => {
    route.value = readRoute(location.hash);
  });
  for (const event of ['online', 'offline']) {
    globalThis.addEventListener(event, () => {
      isOffline.value = !navigator.onLine;
    });
  }

  const model = computed(
    (): LibraryModel => ({
      route: route.value,
      account: account.value,
      isOffline: isOffline.value,
      needsYouCount: saves.needsYouCount.value,
      boards: boards.list.value,
      search: { boards: boards.found.value },
      pins: pins.model.value,
      analytics: analytics.model.value,
      jobs: saves.jobs.value,
      diskTrouble: saves.diskTrouble.value,
      history: saves.history.value,
      facts: facts.value,
      budgets: budgets.value,
    }),
  );

  /** Which account it is; a new one, or none, forgets all that was shown of the one before. */
  const connectionId = computed(() => account.value?.connectionId);
  effect(() => {
    const isConnected = connectionId.value !== undefined;
    untracked(() => {
      boards.clear();
      if (isConnected) void boards.load();
    });
  });
  const isKnown = computed(() => account.value !== undefined);
  effect(() => {
    const { value: next } = route;
    const isConnected = connectionId.value !== undefined;
    if (isKnown.value) untracked(() => void show(next, isConnected));
  });

  const isSignedOut = computed(() => account.value?.needsSignIn ?? false);
  effect(() => {
    if (!isSignedOut.value && !isOffline.value) untracked(loadWhatFailed);
  });

  async function show(next: Route, isConnected: boolean): Promise<void> {
    if (next.name !== 'board' && next.name !== 'search') pins.clear();
    if (next.name !== 'analytics' && next.name !== 'pin-analytics') analytics.close();
    if (next.name === 'history') await saves.readHistory();
    if (!isConnected) return;
    if (next.name === 'board') await pins.open(next.boardId, next.sectionId);
    if (next.name === 'search') await Promise.all([boards.search(next.text), pins.search(next.text)]);
    if (next.name === 'analytics') analytics.open();
    if (next.name === 'pin-analytics') analytics.open(next.pinId);
    if (next.name === 'account' || next.name === 'analytics' || next.name === 'pin-analytics') await readFacts();
  }

  /** What did not come while there was no network or no sign-in. */
  function loadWhatFailed(): void {
    if (boards.list.value.state === 'failed') void boards.again();
    if (pins.model.value.list.state === 'failed') void pins.more();
    if (analytics.model.value.series.state === 'failed') analytics.actions.loadFiguresAgain();
  }

  async function readFacts(): Promise<void> {
    facts.value = await askLibrary('accountFacts').then(
      (value): Loaded<AccountFacts> => ({ state: 'ready', value }),
      (error: unknown): Loaded<AccountFacts> => ({ state: 'failed', problem: problemOf(error) }),
    );
    budgets.value = await askLibrary('rateBudgets').catch(() => []);
  }

  async function start(): Promise<void> {
    storedAccount.watch((value) => {
      if (value !== undefined) account.value = value;
    });
    account.value = (await storedAccount.get()) ?? (await send('whoIsConnected').catch(() => null));
    await saves.readJobs();
  }

  const actions: LibraryActions = {
    ...boards.actions,
    ...pins.actions,
    ...analytics.actions,
    ...saves.actions,
    connect: () => void openOptions(),
    signIn: () => void send('signInAgain').catch(() => undefined),
    search(text) {
      location.hash = text.trim() ? `#search/${encodeURIComponent(text.trim())}` : '#boards';
    },
    loadBoardsAgain: () => void boards.again(),
    loadMorePins: () => void pins.more(),
    loadPinsAgain: () => void pins.more(),
    disconnect: (discardWaiting) => attempt(() => send('disconnect', { discardWaiting })),
  };

  void start();
  return { model, actions };
}
