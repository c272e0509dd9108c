import { computed, type Signal, signal } from '@preact/signals';
import { emptyDraft } from '../../components/popup/draft.ts';
import type { Connection, Draft, PopupModel, PopupPicture } from '../../components/popup/model.ts';
import type { AccountView } from '../../lib/messages/views.ts';
import type { PopupTab } from './asked.ts';
import { createPopupBoards } from './boards.ts';
import { createPictures } from './pictures.ts';
import { createQueue } from './queue.ts';
import { createRun } from './run.ts';

export type PopupState = ReturnType<typeof createState>;

/** All that the popup knows, and the model that it shows of it. */
export function createState() {
  const pictures = createPictures();
  const added = signal<readonly PopupPicture[]>([]);
  const boards = createPopupBoards();
  const run = createRun();
  const account = signal<AccountView | null>();
  const queue = createQueue(run.jobs, run.jobIds, account);
  /** Earlier saves that need this page, and could not be read from it either. */
  const unread = signal<readonly string[]>([]);
  const through = signal<'tack' | 'window'>('tack');
  const isMoreOpen = signal(false);
  const shot = signal<NonNullable<PopupModel['shot']>>();
  const linked = signal<PopupModel['linked']>([]);
  const draft = signal<Signal<Draft>>(signal(emptyDraft));

  /** The page's pictures, and those that the person brought. */
  const all = computed(() => [...pictures.pictures.value, ...added.value]);

  const connection = computed((): Connection => {
    const view = account.value;
    if (!view) return { state: 'none', hasCredentials: false };
    if (view.needsSignIn) return { state: 'signed-out' };
    return {
      state: 'connected',
      isSandbox: view.environment === 'sandbox',
      isTrial: view.isTrial,
      through: through.value === 'tack' ? 'tack' : 'pinterest',
    };
  });

  const isDraftOpen = signal(false);
  // Whether somebody is connected decides what Save does, and what is typed before the draft is open would be lost with
  // the popup: nothing is shown before both are known.
  const isReady = computed(() => account.value !== undefined && isDraftOpen.value);

  const model = computed((): PopupModel => {
    const { value: page } = pictures.page;
    const { shown, hidden } = pictures.counts.value;
    return {
      page: isReady.value || page.state !== 'ready' ? page : { state: 'reading' },
      pictures: isReady.value ? all.value : [],
      shownCount: shown + added.value.length,
      hiddenCount: hidden,
      connection: connection.value,
      boards: boards.boards.value,
      draft: draft.value.value,
      isMoreOpen: isMoreOpen.value,
      queue: queue.queue.value,
      unreadHere: unread.value.length,
      ...(run.run.value && { run: run.run.value }),
      ...(shot.value && { shot: shot.value }),
      linked: linked.value,
      ...(queue.handOver.value && { handOver: queue.handOver.value }),
    };
  });

  return {
    pictures,
    added,
    boards,
    run,
    queue,
    account,
    unread,
    through,
    isMoreOpen,
    shot,
    linked,
    draft,
    isDraftOpen,
    all,
    connection,
    model,
    /** Known once the browser has named it. */
    tab: undefined as PopupTab | undefined,
    change(next: Draft): void {
      draft.value.value = next;
    },
  };
}
