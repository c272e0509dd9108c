import { rememberChosen } from '../../lib/boards/chosen.ts';
import { inReserve, type Sight } from '../../lib/gesture/read-now.ts';
import { showToast, toastOf, updateToast } from '../../lib/gesture/toast.ts';
import { tellPages } from '../../lib/messages/events.ts';
import type { AccountView } from '../../lib/messages/views.ts';
import { openDisk } from '../../lib/save/disk.ts';
import type { JobChanged } from '../../lib/save/events.ts';
import type { Account, Job } from '../../lib/save/job.ts';
import { createMemoryStore } from '../../lib/save/memory-store.ts';
import { createOutbox, type Outbox } from '../../lib/save/outbox.ts';
import { pinterestPort } from '../../lib/save/pinterest-port.ts';
import type { SaveRequest } from '../../lib/save/request.ts';
import { account as shown } from '../../lib/settings/account.ts';
import { diskTrouble } from '../../lib/settings/disk-trouble.ts';
import { hashtagsOf, type Places, placesOf, watchPlaces } from '../../lib/settings/places.ts';
import { type Settings, settings } from '../../lib/settings/settings.ts';
import { withHashtags } from '../../lib/settings/texts.ts';
import { sentence } from '../../lib/words/sentence.ts';
import { translate } from '../../lib/words/translate.ts';
import { createAccounts } from './accounts.ts';
import { createBoards } from './boards.ts';
import { faceOf, faces } from './faces.ts';
import { viewOf } from './jobs.ts';
import { browserPorts } from './ports.ts';

const pauseBeforeSendingMs = 5_000;
/** The request for the pin leaves before its picture is read once more. */
const reserveAfterMs = 30;
/** What a sign-in may end: Pinterest's refusals of the account and of its app, and the account's absence. */
const endedBySignIn = ['sign-in-again', 'trial-app', 'app-not-approved', 'not-connected'] as const;
/** What being online again may end. */
const endedByNetwork = ['offline', 'refresh-failed'] as const;

/** The whole background: the account, its boards, the outbox, and what is told to people of their saves. */
export function createTack() {
  const accounts = createAccounts();
  const boards = createBoards(accounts);
  let chosen: Settings | undefined;
  settings.watch((value) => {
    chosen = value;
  });
  let places: Promise<Places> | undefined;
  for (const watch of [watchPlaces, shown.watch]) {
    watch(() => {
      places = undefined;
    });
  }

  const ports = browserPorts({
    account,
    pinterest: ({ environment, connection }) => pinterestPort(accounts.clientOf(environment, connection)),
    pauseBeforeSendingMs: () => (chosen?.waitBeforeSending ? pauseBeforeSendingMs : 0),
  });

  async function account(): Promise<Account | undefined> {
    const view = await accounts.current();
    return view && { connection: view.connectionId, environment: view.environment };
  }

  let opening: Promise<Outbox> | undefined;

  /** The outbox, opened once; a refusal of the disk is met again by the next who asks. */
  function outbox(): Promise<Outbox> {
    opening ??= open().catch((error: unknown) => {
      opening = undefined;
      throw error;
    });
    return opening;
  }

  async function open(): Promise<Outbox> {
    // Meanwhile, for what will be sent. Nobody waits for it: a request finds out by itself what is wrong.
    void accounts.warmUp().catch(() => undefined);
    const [found, now] = await Promise.all([openDisk(), settings.get()]);
    chosen = now;
    const opened = createOutbox(ports, { disk: found.disk, memory: createMemoryStore() });
    opened.listen((change) => void tell(opened, change).catch(ports.report));
    const { unreadable } = await opened.start();
    const trouble = found.refusal ?? (unreadable > 0 ? 'storage-unreadable' : 'none');
    // For pages to show: no save waits for it.
    void diskTrouble.set(trouble).catch(ports.report);
    return opened;
  }

  async function tell(from: Outbox, { job }: JobChanged): Promise<void> {
    const face = await faces.get(job.id);
    const view = viewOf(job, from, face);
    await tellPages({ event: 'jobChanged', job: view });
    if (face?.tabId !== undefined) await updateToast(face.tabId, toastOf(view, toastPage(job, face)));
    if (job.state === 'saved') await remember(job);
    if (job.reason === 'trial-app') await accounts.mark({ isTrial: true });
    if (job.reason === 'sign-in-again') await accounts.mark({ needsSignIn: true });
    if (job.reason === 'board-not-found' || job.reason === 'section-not-found') await forget(job);
  }

  /** The request with its board's hashtags behind the description; a Pin that is saved keeps its own text. */
  async function tagged(request: SaveRequest): Promise<SaveRequest> {
    const { target, description, picture } = request;
    const account = await accounts.current();
    if (!account || !('boardId' in target) || picture.pinId) return request;
    places ??= placesOf(account.connectionId);
    return { ...request, description: withHashtags(description, hashtagsOf(await places, target.boardId)) };
  }

  async function remember({ target, account, isIncognito }: Job): Promise<void> {
    if (!('boardId' in target)) return boards.markStale();
    if (isIncognito || !chosen?.keepBoardNames) return;
    const { boardId, label, secret } = target;
    const sectionId = 'sectionId' in target ? target.sectionId : undefined;
    const place = { boardId, ...(sectionId && { sectionId }), label, secret };
    await rememberChosen({ ...place, connectionId: account.connection, usedAtMs: Date.now() });
  }

  async function forget({ target, account }: Job): Promise<void> {
    if (!('boardId' in target)) return;
    await boards.forget(account.connection, target.boardId, 'sectionId' in target ? target.sectionId : undefined);
  }

  async function resume(reasons: readonly string[]): Promise<void> {
    const open = await outbox();
    for (const reason of reasons) await open.resume(reason);
  }

  return {
    accounts,
    boards,
    outbox,
    account,
    /** The account that saves go to; undefined when they go through Pinterest's own window. */
    async destination(): Promise<AccountView | undefined> {
      const [account, { saveThrough }] = await Promise.all([accounts.current(), settings.get()]);
      return account && !account.isTrial && saveThrough === 'tack' ? account : undefined;
    },
    /** Somebody signed in: what waited for that goes on. */
    signedIn: () => resume(endedBySignIn),
    online: () => resume(endedByNetwork),
    /** Takes saves in; gives the ids of their jobs, in the same order. */
    async save(asked: Asked[], tabId?: number): Promise<string[]> {
      const [open, requests] = await Promise.all([outbox(), Promise.all(asked.map(({ request }) => tagged(request)))]);
      const ids = asked.map(({ id = crypto.randomUUID() }) => id);
      const [first] = requests;
      const isOne = first && requests.length === 1;
      const jobs = isOne ? [await open.add(first, ids[0])] : await open.addMany(requests, ids);
      await Promise.all(
        jobs.map(async (job, index) => {
          const request = requests[index];
          if (request) await faces.put(job.id, faceOf(request, tabId));
        }),
      );
      setTimeout(() => void keepInReserve(open, asked, jobs).catch(ports.report), reserveAfterMs);
      return jobs.map(({ id }) => id);
    },
    /** Shows on a tab's page what becomes of a save. */
    async toast(jobId: string, tabId: number, replaces?: string): Promise<void> {
      const open = await outbox();
      const face = await faces.get(jobId);
      const toastNow = () => {
        const job = open.get(jobId);
        return job && face && toastOf(viewOf(job, open, face), toastPage(job, face));
      };
      const shown = toastNow();
      if (!shown || !(await showToast(tabId, shown, replaces))) return;
      // The save may have moved on while the toast was being injected.
      const latest = toastNow();
      if (latest) await updateToast(tabId, latest);
    },
  };
}

export type Tack = ReturnType<typeof createTack>;

/** A wish to save, and how its picture can be read while the gesture lasts. */
export interface Asked {
  /** Named by who asks, so that asking again makes no second save. */
  id?: string;
  request: SaveRequest;
  sight?: Sight | undefined;
}

/** Gives jobs the bytes that Pinterest may yet want, one after the other, so that few are in memory at once. */
async function keepInReserve(outbox: Outbox, asked: readonly Asked[], jobs: readonly Job[]): Promise<void> {
  // Offline only the cache answers, and that may answer with cookies alone: a public picture would seem private.
  if (!navigator.onLine) return;
  for (const [index, { request, sight }] of asked.entries()) {
    const job = outbox.get(jobs[index]?.id ?? '');
    const seen = sight && job?.wish && (await inReserve(request.picture, sight));
    if (job && seen) await outbox.keepBytes(job.id, seen);
  }
}

function toastPage({ reason }: Job, { pageHost, isIncognito }: { pageHost: string; isIncognito: boolean }) {
  return { host: pageHost, isIncognito, ...(reason !== undefined && { reason: sentence(reason, translate) }) };
}
