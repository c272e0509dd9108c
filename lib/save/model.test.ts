import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as model from '../../tests/soak/model.ts';
import { decide } from './decide.ts';

const climate = (rewrites: boolean): fc.Arbitrary<model.Climate> =>
  fc.record({
    seed: fc.nat(),
    order: fc.constantFrom('newest', 'oldest', 'custom'),
    clockOffsetMs: fc.constantFrom(0, 60_000, -60_000, 86_400_000, -86_400_000),
    rewrites: fc.constant(rewrites),
  });

/** Faults of the network, of Pinterest and of the browser: nobody else touches the boards. */
const weather = [model.save, model.save, model.save, model.time, model.fate, model.fate, model.kill];
/** Also a second device, a person who edits and undoes, and texts that Pinterest changes. */
const hostile = [...weather, model.foreign, model.edit, model.undo];

function check(commands: typeof hostile, rewrites: boolean, mayDoubt: boolean, rule: typeof decide, numRuns: number) {
  return fc.check(
    fc.asyncProperty(climate(rewrites), fc.commands(commands, { maxCommands: 30 }), async (setting, steps) => {
      const world = model.createWorld(setting, rule);
      await fc.asyncModelRun(() => ({ model: {}, real: world }), steps);
      await model.settle(world);
      const found = model.judge(world);
      expect({ ...found, inDoubt: mayDoubt ? [] : found.inDoubt }).toEqual({ doubled: [], lost: [], inDoubt: [] });
    }),
    { numRuns },
  );
}

test('whatever is lost, late, lagging or killed between two steps, every save is made exactly once', async () => {
  const result = await check(weather, false, false, decide, 2_000);
  expect(fc.defaultReportMessage(result)).toBeUndefined();
}, 60_000);

test('a second device, edits, undo and changed texts leave doubts at worst, nothing doubled or lost', async () => {
  const result = await check(hostile, true, true, decide, 1_000);
  expect(fc.defaultReportMessage(result)).toBeUndefined();
}, 60_000);

test('a rule that calls everything in doubt is found out', async () => {
  const result = await check(weather, false, false, () => ({ is: 'in-doubt' }), 200);
  expect(result.failed).toBe(true);
}, 60_000);

test('the obvious rule, to adopt a pin with the same texts and else send again, is found out', async () => {
  const obvious: typeof decide = ({ job, pins }) => {
    const since = (job.firstSentServerMs ?? 0) - 1_000;
    const pin = pins.find(({ createdServerMs, title }) => createdServerMs >= since && title === job.wish?.title);
    return pin ? { is: 'saved', pin } : { is: 'absent' };
  };
  const result = await check(weather, false, false, obvious, 500);
  expect(result.failed).toBe(true);
}, 60_000);
