import type { Locator, Page } from '@playwright/test';
import type { Emulator } from '../../emulator/start.ts';
import { boardOf, downloaded, expect, test, violations } from './library.ts';
import { fillCredentials } from './steps.ts';

const metrics = [
  ['IMPRESSION', 'Impressions'],
  ['ENGAGEMENT', 'Engagements'],
  ['SAVE', 'Saves'],
  ['PIN_CLICK', 'Pin clicks'],
  ['OUTBOUND_CLICK', 'Outbound clicks'],
] as const;

interface Answer {
  all: { daily_metrics: { metrics: Record<string, number> }[]; summary_metrics: Record<string, number> };
}

test("the line, the table, the file and the sums are Pinterest's figures, day by day", async ({
  library,
  connect,
  emulator,
}) => {
  emulator.seed({ boards: [boardOf('Recipes', 12)] });
  await connect();
  const page = await library('#analytics');
  await page.getByRole('radio', { name: '7 days' }).check();
  const chart = page.getByRole('slider', { name: 'Impressions by day' });
  await expect(chart).toHaveAttribute('aria-valuemax', '7');
  await page.getByText('Show as a table').click();
  const { now, before } = answers(emulator);
  const days = now.all.daily_metrics;
  for (const [index, [metric, name]] of metrics.entries()) {
    const wanted = days.map(({ metrics: values }) => values[metric] ?? Number.NaN);
    const card = page.getByRole('region', { name });
    const { said, heights } = await walk(card);
    expect(said).toEqual(wanted);
    expect(isLine(wanted, heights), `${name} is drawn at ${heights} for ${wanted}`).toBe(true);
    expect(await column(page, index)).toEqual([
      ...wanted,
      now.all.summary_metrics[metric],
      before.all.summary_metrics[metric],
    ]);
    await expect(card).toContainText(
      change(now.all.summary_metrics[metric] ?? 0, before.all.summary_metrics[metric] ?? 0),
    );
  }
  expect(await violations(page)).toEqual([]);

  const csv = await downloaded(page, 'Download CSV');
  const rows = csv.trim().split('\r\n').slice(1);
  expect(rows.map((row) => row.split(',').slice(1, 6).map(Number))).toEqual(
    days.map(({ metrics: values }) => metrics.map(([metric]) => values[metric])),
  );

  const best = page.getByRole('list', { name: 'Top pins' }).getByRole('listitem');
  await expect(best).toHaveCount(10);
  await page.getByRole('combobox', { name: 'By' }).selectOption('Saves');
  await expect(best.first()).toContainText(/\d Saves$/);
  await best.first().getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1, name: /^Recipes \d+$/ })).toBeFocused();
  await expect(page.getByText('Comments, ever')).toBeVisible();
  await expect(page.getByRole('slider', { name: 'Pin clicks by day' })).toBeVisible();
});

test('days that Pinterest would refuse are not asked for; days that are not ready are marked', async ({
  library,
  connect,
  emulator,
}) => {
  emulator.seed({ boards: [boardOf('Recipes', 1)] });
  await connect();
  const page = await library('#analytics');
  await page.getByRole('radio', { name: '90 days' }).check();
  await expect(page.getByText('No earlier days to compare with').first()).toBeVisible();
  await page.getByRole('radio', { name: 'Own dates' }).check();
  const day = (back: number) => new Date(Date.now() - back * 86_400_000).toISOString().slice(0, 10);
  const [from, to] = [page.getByLabel('From', { exact: true }), page.getByLabel('To', { exact: true })];
  await from.fill(day(10));
  await to.fill(day(12));
  await expect(page.getByText('The last day is before the first.')).toBeVisible();
  await from.fill(day(120));
  await expect(page.getByText('Pinterest keeps the figures of the last 90 days.')).toBeVisible();
  const asked = emulator.log.entries.filter(({ path }) => path.endsWith('/analytics'));
  expect(asked.map(({ status }) => status)).not.toContain(400);

  const values = { IMPRESSION: 5, SAVE: 1 };
  const daily = [3, 2, 1].map((back) => ({
    date: day(back),
    data_status: back === 1 ? 'PROCESSING' : 'READY',
    metrics: back === 1 ? { IMPRESSION: null } : values,
  }));
  emulator.fault({
    kind: 'wrong-shape',
    path: '^/v5/user_account/analytics$',
    answer: { all: { daily_metrics: daily, summary_metrics: values } },
  });
  await from.fill(day(3));
  await to.fill(day(1));
  const chart = page.getByRole('slider', { name: 'Impressions by day' });
  await expect(chart).toHaveAttribute('aria-valuetext', /no figure \(still counting\)$/);
  await page.getByText('Show as a table').click();
  await expect(page.getByRole('row', { name: /still counting/ })).toHaveCount(1);
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  expect(await violations(page)).toEqual([]);
});

test('a personal account, a pin of today and the sandbox are told what Pinterest does not count', async ({
  library,
  connect,
  emulator,
  context,
}) => {
  emulator.seed({ accounts: [{ username: 'otto', account_type: 'PINNER' }], signedInAs: 'otto' });
  const { pins } = emulator.seed({ boards: [{ name: 'Recipes', pins: [{ title: 'New today' }] }] });
  await connect();
  const page = await library(`#analytics/${pins[0]?.id}`);
  await expect(page.getByText('Pinterest keeps most figures for business accounts.')).toBeVisible();
  await expect(page.getByText('This pin is new.')).toBeVisible();

  await page.goto(page.url().replace(/#.*/, '#account'));
  await page.getByRole('button', { name: 'Disconnect' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Disconnect' }).click();
  await expect(page.getByRole('button', { name: 'Connect to Pinterest' })).toBeVisible();
  const options = await fillCredentials(context, emulator);
  await options.getByRole('combobox', { name: 'Environment' }).selectOption('Sandbox');
  const consent = context.waitForEvent('page', (other) => other.url().includes('/oauth/'));
  await options.getByRole('button', { name: 'Connect to Pinterest' }).click();
  await (await consent).getByRole('button', { name: 'Give access' }).click();
  await expect(page.getByText('Sandbox, for trying only.')).toBeVisible();
  await page.getByRole('link', { name: 'Analytics' }).click();
  await expect(page.getByRole('heading', { name: 'The sandbox has no figures' })).toBeVisible();
});

function answers(emulator: Emulator): { now: Answer; before: Answer } {
  const asked = emulator.log.find('GET', '/v5/user_account/analytics').slice(-2);
  const [before, now] = asked
    .toSorted((a, b) => ((a.query['start_date'] ?? '') < (b.query['start_date'] ?? '') ? -1 : 1))
    .map(({ responseBody }) => responseBody as Answer);
  if (!now || !before) throw new Error('two periods were not asked for');
  return { now, before };
}

/** Walks along a chart by keyboard: what each day says, and how high the line stands there. */
async function walk(card: Locator): Promise<{ said: number[]; heights: number[] }> {
  const slider = card.getByRole('slider');
  const said: number[] = [];
  const heights: number[] = [];
  await slider.focus();
  await slider.press('Home');
  const count = Number(await slider.getAttribute('aria-valuemax'));
  for (let day = 1; day <= count; day++) {
    await expect(slider).toHaveAttribute('aria-valuenow', String(day));
    said.push(Number((await slider.getAttribute('aria-valuetext'))?.split(': ')[1]?.replaceAll(',', '')));
    const point = await slider.locator('.u-cursor-pt').boundingBox();
    heights.push(point ? point.y + point.height / 2 : Number.NaN);
    await slider.press('ArrowRight');
  }
  return { said, heights };
}

/** Whether heights in the picture follow the values: one straight line through all pairs, to two pixels. */
function isLine(values: number[], heights: number[]): boolean {
  const least = values.indexOf(Math.min(...values));
  const most = values.indexOf(Math.max(...values));
  const [low, high] = [values[least] ?? 0, values[most] ?? 0];
  const [bottom, top] = [heights[least] ?? 0, heights[most] ?? 0];
  const scale = (bottom - top) / (high - low);
  return scale > 0 && values.every((value, at) => Math.abs(bottom - (value - low) * scale - (heights[at] ?? 0)) < 2);
}

/** The table's column of a metric: every day, then the total, then the days before. */
async function column(page: Page, index: number): Promise<number[]> {
  const rows = page.getByRole('table').locator('tbody tr, tfoot tr');
  const cells = await rows.evaluateAll(
    (all, at) => all.map((row) => row.querySelectorAll('td')[at]?.textContent ?? ''),
    index,
  );
  return cells.map((cell) => Number(cell.replaceAll(',', '')));
}

function change(total: number, before: number): string {
  const share = new Intl.NumberFormat('en', { style: 'percent', signDisplay: 'exceptZero', maximumFractionDigits: 0 });
  return `${share.format((total - before) / before)} against the 7 days before`;
}
