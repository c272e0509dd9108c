import type { Page } from '@playwright/test';
import { Job } from '../../../lib/save/job.ts';
import { printOf } from '../../../lib/save/print.ts';
import { job as anyJob } from '../../store/contract.ts';

/** A save as an outbox holds it: its title is its id, and its link is its own. */
export function jobFor(
  account: Job['account'],
  boardId: string,
  title: string,
  { picture, ...changes }: Partial<Job> & { picture?: NonNullable<Job['wish']>['picture'] } = {},
): Job {
  const link = `https://kitchen.test/recipes/plum-cake?${title}`;
  const url = 'https://kitchen.test/pictures/plum-cake-300.jpg';
  const wish: Job['wish'] = {
    picture: picture ?? { url, widthPx: 300, heightPx: 450, isPrivate: false },
    title,
    description: '',
    altText: '',
    link,
    gesture: 'popup',
    page: { url: link, title },
  };
  const lane = `${account.connection}/${account.environment}/${boardId}`;
  const target = { boardId, label: 'Recipes', secret: false };
  return Job.parse(anyJob(title, { account, target, lane, wish, print: printOf(wish), ...changes }));
}

/** Puts an outbox as another version of Tack left it in the place of this one's; saves with bytes have a black PNG. */
export async function plantOutbox(page: Page, version: number, jobs: readonly Job[]): Promise<void> {
  await page.evaluate(
    async ({ version, jobs }) => {
      const settled = (request: IDBRequest) =>
        new Promise((resolve, reject) => {
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error);
        });
      const canvas = new OffscreenCanvas(200, 300);
      canvas.getContext('2d')?.fillRect(0, 0, 200, 300);
      const picture = await canvas.convertToBlob();
      await settled(indexedDB.deleteDatabase('outbox'));
      const opening = indexedDB.open('outbox', version);
      opening.onupgradeneeded = () => {
        opening.result.createObjectStore('jobs', { keyPath: 'id' });
        opening.result.createObjectStore('bytes');
      };
      await settled(opening);
      const transaction = opening.result.transaction(['jobs', 'bytes'], 'readwrite', { durability: 'strict' });
      const { promise, resolve, reject } = Promise.withResolvers<void>();
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error);
      for (const job of jobs) {
        transaction.objectStore('jobs').add(job);
        if (job.hasBytes) transaction.objectStore('bytes').add(picture, job.id);
      }
      await promise;
      opening.result.close();
    },
    { version, jobs },
  );
}

/** Adds a record that a later Tack might write to this Tack's outbox. */
export async function plantStrangeJob(page: Page, job: Job): Promise<void> {
  await page.evaluate(
    async (record) => {
      const opening = indexedDB.open('outbox');
      const { promise, resolve, reject } = Promise.withResolvers<void>();
      opening.onerror = () => reject(opening.error);
      opening.onsuccess = () => {
        const transaction = opening.result.transaction('jobs', 'readwrite');
        transaction.objectStore('jobs').add(record);
        transaction.oncomplete = () => resolve();
        transaction.onabort = () => reject(transaction.error);
      };
      await promise;
      opening.result.close();
    },
    { ...job, ofALaterTack: true },
  );
}
