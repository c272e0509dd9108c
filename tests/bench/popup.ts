import type { BrowserContext, Page } from '@playwright/test';
import { extensionIdOf } from '../e2e/chromium/browser.ts';
import { connectOwnApp, saveByPopup } from '../e2e/chromium/steps.ts';
import { startEmulator } from '../emulator/start.ts';
import { launchWithEmpty, median, stopWorkers } from './browser.ts';
import { atMost, tell } from './lines.ts';

/*
 * `node tests/bench/popup.ts [rounds]`: from the popup's navigation start to the frame in which the first screen of
 * options with names, the chosen board and decoded pictures are painted, as a ratio to an extension whose popup is an
 * empty page (docs/performance.md: 1.5 with 40 pictures and 200 boards, 2.5 with 5,000 and 2,000). The worker is
 * stopped before every other click. Long tasks and layout shifts are those of the popup's own, from its start until
 * every picture is selected. Needs the shipped build.
 */
const rounds = Number(process.argv[2] ?? 20);
const sizes = [
  { pictures: 40, boards: 200, goal: 1.5 },
  { pictures: 5000, boards: 2000, goal: 2.5 },
];

const rows = [];
for (const size of sizes) rows.push(await measure(size));
console.table(rows);
for (const row of rows) {
  const over = `over ${row.pictures} pictures and ${row.boards} boards`;
  tell(
    atMost(`popup ${over}, against an empty popup`, row.goal, row.ratio, '×'),
    atMost(`longest task while it opens ${over}`, 50, row['longest task ms'], 'ms', `, ${row['at worst ms']} at worst`),
    atMost(`longest task while all are selected, ${over}`, 50, row['selecting all ms'], 'ms'),
    atMost(`what moves in it without being touched (CLS), ${over}`, 0.05, Number(row.CLS), ''),
  );
}

async function measure({ pictures, boards, goal }: (typeof sizes)[number]) {
  const emulator = await startEmulator();
  emulator.seed({ boards: Array.from({ length: boards }, (_, index) => ({ name: `Board ${index + 1}` })) });
  const { context, emptyId } = await launchWithEmpty(emulator.tlsPort);
  try {
    await context.addInitScript(noteWhenShown);
    await connectOwnApp(context, emulator);
    const page = await context.newPage();
    await page.goto(`https://kitchen.test/many?n=${pictures}`);
    const tackId = await extensionIdOf(context);
    // A page of ours that does nothing: pages of one extension share a thread.
    const ours = await context.newPage();
    await ours.goto(`chrome-extension://${tackId}/icon/16.png`);
    const first = await open(context, page, tackId);
    await saveByPopup(first, 'Board 7');
    await first.close();
    const times = { empty: [] as number[], warm: [] as number[], stopped: [] as number[] };
    const opening: Smoothness[] = [];
    for (let round = 0; round < rounds; round++) {
      for (const worker of ['empty', 'warm', 'stopped'] as const) {
        if (worker === 'stopped') await stopWorkers(ours);
        const popup = await open(context, page, worker === 'empty' ? emptyId : tackId);
        times[worker].push(await shown(popup));
        if (worker !== 'empty') opening.push(await smoothness(popup));
        await popup.close();
      }
    }
    const last = await open(context, page, tackId);
    await shown(last);
    const selecting = await selectAll(last, pictures);
    const tack = median([...times.warm, ...times.stopped]);
    const round = (ms: number) => Math.round(ms);
    return {
      pictures,
      boards,
      'empty ms': round(median(times.empty)),
      'worker warm ms': round(median(times.warm)),
      'worker stopped ms': round(median(times.stopped)),
      ratio: Math.round((tack / median(times.empty)) * 100) / 100,
      goal,
      'longest task ms': round(median(opening.map(({ longestMs }) => longestMs))),
      'at worst ms': round(Math.max(...opening.map(({ longestMs }) => longestMs))),
      'selecting all ms': round(selecting.longestMs),
      CLS: Math.max(...opening.map(({ shift }) => shift), selecting.shift).toFixed(3),
    };
  } finally {
    await context.close();
    await emulator.close();
  }
}

/** Runs in every page: notes the first frame after the popup is whole. */
function noteWhenShown(): void {
  if (!location.pathname.endsWith('/popup.html')) return;
  const look = () => {
    const isEmpty = document.title === 'Empty' && document.body !== null;
    if (!isEmpty && !isWhole()) return requestAnimationFrame(look);
    // The callback after this frame's comes when the frame was painted.
    return requestAnimationFrame(() => performance.mark('shown'));
  };
  const isWhole = () => {
    const options = [...document.querySelectorAll('[aria-multiselectable] [role=option]')];
    const inSight = options.filter((option) => option.getBoundingClientRect().top < innerHeight);
    const board = document.querySelector<HTMLInputElement>('[role=combobox]');
    return (
      inSight.length > 0 &&
      board?.value !== '' &&
      inSight.every((option) => option.textContent && option.querySelector('img')?.complete)
    );
  };
  requestAnimationFrame(look);
}

async function shown(popup: Page): Promise<number> {
  await popup.waitForFunction(() => performance.getEntriesByName('shown').length > 0);
  return popup.evaluate(() => performance.getEntriesByName('shown')[0]?.startTime ?? 0);
}

type Shift = PerformanceEntry & { value: number; hadRecentInput: boolean };

interface Smoothness {
  /** The longest task of the popup's own; 0 when none was longer than 50 ms. */
  longestMs: number;
  /** What moved without being touched, summed up. */
  shift: number;
}

/** @param answersKeys what moves right after a key is the answer to it, and does not count */
async function smoothness(popup: Page, answersKeys = false): Promise<Smoothness> {
  return popup.evaluate(async (isAnswer) => {
    const entriesOf = async (type: string) => {
      const found: PerformanceEntry[] = [];
      const observer = new PerformanceObserver((list) => found.push(...list.getEntries()));
      observer.observe({ type, buffered: true });
      await new Promise((resolve) => setTimeout(resolve, 200));
      observer.disconnect();
      return found;
    };
    const tasks = (await entriesOf('longtask')).filter(({ name }) => name === 'self');
    const shifts = (await entriesOf('layout-shift')) as Shift[];
    const unasked = shifts.filter(({ hadRecentInput }) => !isAnswer || !hadRecentInput);
    return {
      longestMs: Math.max(0, ...tasks.map(({ duration }) => duration)),
      shift: unasked.reduce((sum, { value }) => sum + value, 0),
    };
  }, answersKeys);
}

/** *Select all* fetches every picture that the page still holds. */
async function selectAll(popup: Page, pictures: number): Promise<Smoothness> {
  await popup.getByRole('listbox', { name: 'Images on this page' }).press('Control+a');
  await popup
    .getByRole('button', { name: new RegExp(`^Save ${pictures.toLocaleString('en').replace(',', ',?')} pins$`) })
    .waitFor();
  return smoothness(popup, true);
}

async function open(context: BrowserContext, page: Page, id: string): Promise<Page> {
  const browser = context.browser();
  if (!browser) throw new Error('the context has no browser');
  const popup = context.waitForEvent('page', (opened) => opened.url().includes(`${id}/popup.html`));
  const cdp = await browser.newBrowserCDPSession();
  const { targetInfos } = await cdp.send('Target.getTargets', { filter: [{ type: 'tab' }] });
  const tab = targetInfos.find((target) => target.url === page.url());
  if (!tab) throw new Error(`no tab shows ${page.url()}`);
  await page.bringToFront();
  await cdp.send('Extensions.triggerAction', { id, targetId: tab.targetId });
  await cdp.detach();
  return popup;
}
