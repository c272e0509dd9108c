import { expect, test } from '@playwright/test';
import { soak } from '../../soak/soak.ts';

test('sixty saves are made exactly once while worker, browser and network fail', { tag: '@waits' }, async () => {
  test.setTimeout(120_000);
  const report = await soak({ seed: 1, saves: 60, boards: 15, kills: 1, pace: 4, saveEveryMs: 120, trouble: 0.5 });
  expect(report).toMatchObject({ wanted: 60, pins: 60, missing: [], surplus: [], misspelt: [], inDoubt: 0, kills: 1 });
  expect(report.stops).toBeGreaterThan(0);
});
