import type { Page } from '@playwright/test';
import type { Account } from '../../../lib/save/job.ts';
import type { Emulator } from '../../emulator/start.ts';
import { launch } from './browser.ts';
import { expect, test } from './fixtures.ts';
import { jobFor, plantOutbox, plantStrangeJob } from './outbox-database.ts';
import { ask, jobsOf } from './picture-steps.ts';
import { connectOwnApp, openOptions, saveByPopup, stopWorker } from './steps.ts';
import { storedJobs } from './stored.ts';
import { sentenceOf } from './words.ts';

async function accountOf(ours: Page): Promise<Account> {
  const { value } = await ask(ours, 'whoIsConnected');
  const { connectionId, environment } = value as { connectionId: string; environment: Account['environment'] };
  return { connection: connectionId, environment };
}

const titlesOf = (emulator: Emulator) =>
  emulator
    .state()
    .pins.map(({ title }) => title)
    .toSorted();

test('an outbox of the first version, left in the middle of everything, is delivered by this build', async ({
  emulator,
  profile,
}) => {
  test.slow();
  emulator.reset();
  const sentMs = Date.now() - 120_000;
  const pins = [{ title: 'Arrived', createdAtMs: sentMs + 1_000 }];
  const boardId = emulator.seed({ boards: [{ name: 'Recipes', pins }] }).boards[0]?.id ?? '';
  const before = await launch({ tlsPort: emulator.tlsPort, profile });
  await connectOwnApp(before, emulator);
  const options = await openOptions(before);
  const account = await accountOf(options);
  const sent = { attempts: 1, firstSentServerMs: sentMs, sentServerMs: sentMs };
  const jobs = [
    jobFor(account, boardId, 'Waiting'),
    jobFor(account, boardId, 'Bytes', {
      hasBytes: true,
      picture: { widthPx: 200, heightPx: 300, isPrivate: false },
    }),
    jobFor(account, boardId, 'Arrived', { state: 'sending', ...sent }),
    jobFor(account, boardId, 'Lost', { state: 'unknown', ...sent, lostServerMs: sentMs, losses: 1, looks: 4 }),
    jobFor(account, boardId, 'Failed', { state: 'failed', reason: 'link-blocked' }),
  ];
  await plantOutbox(options, 1, jobs);
  await before.close();

  const after = await launch({ tlsPort: emulator.tlsPort, profile });
  const ours = await openOptions(after);
  const states = async () =>
    Object.fromEntries((await jobsOf(ours)).map(({ id, state, reason }) => [id, reason ?? state]));
  const delivered = { Waiting: 'saved', Bytes: 'saved', Arrived: 'saved', Lost: 'saved' };
  await expect.poll(states, { timeout: 60_000 }).toEqual({ ...delivered, Failed: 'link-blocked' });
  await ask(ours, 'retry', ['Failed']);
  await expect.poll(states).toEqual({ ...delivered, Failed: 'saved' });
  expect(titlesOf(emulator)).toEqual(['Arrived', 'Bytes', 'Failed', 'Lost', 'Waiting']);
  await ours.goto(ours.url().replace('options.html', 'library.html#history'));
  await expect(ours.getByRole('list', { name: 'History' }).getByRole('listitem')).toHaveCount(5);
  await after.close();
});

test('saves of a newer Tack are left alone, and said; new ones are made all the same', async ({
  context,
  emulator,
  connect,
  popupOn,
}) => {
  const boardId = emulator.seed({ boards: [{ name: 'Garden' }] }).boards[0]?.id ?? '';
  await connect();
  const ours = await openOptions(context);
  const job = jobFor(await accountOf(ours), boardId, 'Of tomorrow');
  await plantOutbox(ours, 1000, [job]);
  await stopWorker(context, ours);
  const popup = await popupOn('many?n=2');
  await expect(popup.getByText(sentenceOf('error.storageNewer'))).toBeVisible();
  await saveByPopup(popup, 'Garden');
  expect(emulator.state().pins).toHaveLength(1);
  await ours.goto(ours.url().replace('options.html', 'library.html#waiting'));
  await expect(ours.getByText(sentenceOf('error.storageNewer'))).toBeVisible();
  expect(await storedJobs(context)).toEqual([job]);
});

test('a save that this Tack cannot read is kept, and said; the others are sent', async ({
  context,
  emulator,
  connect,
  popupOn,
}) => {
  const boardId = emulator.seed({ boards: [{ name: 'Garden' }] }).boards[0]?.id ?? '';
  await connect();
  const ours = await openOptions(context);
  const strange = jobFor(await accountOf(ours), boardId, 'Of tomorrow');
  await plantStrangeJob(ours, strange);
  await stopWorker(context, ours);
  const popup = await popupOn('many?n=2');
  await expect(popup.getByText(sentenceOf('error.storageUnreadable'))).toBeVisible();
  await saveByPopup(popup, 'Garden');
  expect(emulator.state().pins).toHaveLength(1);
  expect(await storedJobs(context)).toContainEqual({ ...strange, ofALaterTack: true });
});
