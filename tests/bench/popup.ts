import type { BrowserContext, Page } from '@playwright/test';
import { extensionIdOf } from '../e2e/chromium/browser.ts';
import { connectOwnApp, openOptions, saveByPopup } from '../e2e/chromium/steps.ts';
import { startEmulator } from '../emulator/start.ts';
import { launchWithEmpty, median, stopWorkers } from './browser.ts';

/*
 * `node tests/bench/popup.ts [rounds]`: from the popup's navigation start to the frame in which the first screen of
 * options with names, the chosen board and decoded pictures are painted, as a ratio to an extension whose popup is an
 * empty page (DESIGN.md §9: 1.5 with 40 pictures and 200 boards, 2.5 with 5,000 and 2,000). The worker is stopped
 * before every other click. Needs the shipped build.
 */
const rounds = Number(process.argv[2] ?? 20);
const sizes = [
  { pictures: 40, boards: 200, goal: 1.5 },
  { pictures: 5000, boards: 2000, goal: 2.5 },
];

const rows = [];
for (const size of sizes) rows.push(await measure(size));
console.table(rows);

async function measure({ pictures, boards, goal }: (typeof sizes)[number]) {
  const emulator = await startEmulator();
  emulator.seed({ boards: Array.from({ length: boards }, (_, index) => ({ name: `Board ${index + 1}` })) });
  const { context, emptyId } = await launchWithEmpty(emulator.tlsPort);
  try {
    await context.addInitScript(noteWhenShown);
    await connectOwnApp(context, emulator);
    const page = await context.newPage();
    const ours = await openOptions(context);
    await page.goto(`https://kitchen.test/many?n=${pictures}`);
    const tackId = await extensionIdOf(context);
    const first = await open(context, page, tackId);
    await saveByPopup(first, 'Board 7');
    await first.close();
    const times = { empty: [] as number[], warm: [] as number[], stopped: [] as number[] };
    const longTasks: number[] = [];
    for (let round = 0; round < rounds; round++) {
      for (const worker of ['empty', 'warm', 'stopped'] as const) {
        if (worker === 'stopped') await stopWorkers(ours);
        const popup = await open(context, page, worker === 'empty' ? emptyId : tackId);
        const { shownMs, longestMs } = await shown(popup);
        times[worker].push(shownMs);
        if (worker !== 'empty') longTasks.push(longestMs);
        await popup.close();
      }
    }
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
      'longest task ms': round(median(longTasks)),
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

async function shown(popup: Page): Promise<{ shownMs: number; longestMs: number }> {
  await popup.waitForFunction(() => performance.getEntriesByName('shown').length > 0);
  return popup.evaluate(async () => {
    const { promise, resolve } = Promise.withResolvers<number>();
    new PerformanceObserver((list) => {
      resolve(Math.max(...list.getEntries().map(({ duration }) => duration)));
    }).observe({ type: 'longtask', buffered: true });
    setTimeout(() => resolve(0), 100);
    return { shownMs: performance.getEntriesByName('shown')[0]?.startTime ?? 0, longestMs: await promise };
  });
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
