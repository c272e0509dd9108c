import { expect, test } from 'vitest';
import { simulate, type World, worlds } from './simulation.ts';

const jobCount = 300;
const isHostile = (world: World) => world.rewrites || world.deletes || world.secondDevice;

test.each(worlds.filter((world) => !isHostile(world)))('exactly once, nothing in doubt: $name', async (world) => {
  for (const seed of [1, 2]) {
    expect(await simulate(world, seed, jobCount)).toMatchObject({ doubled: 0, lost: 0, inDoubt: 0 });
  }
});

// Where half of all saves are a second profile's, more than a few are: docs/outbox.md has the figures.
test.each(worlds.filter((world) => isHostile(world) && world.secondProfile !== 0.5))(
  'at most a few in a hundred in doubt: $name',
  async (world) => {
    const { doubled, lost, inDoubt } = await simulate(world, 1, jobCount);
    expect(inDoubt).toBeLessThanOrEqual(jobCount * 0.03);
    // A look-alike or a pin being looked for that the person takes away, and a twin made elsewhere, can be mistaken.
    expect(doubled).toBeLessThanOrEqual(world.deletes || world.byHandEveryMs ? jobCount * 0.01 : 0);
    expect(lost).toBeLessThanOrEqual(world.secondDevice || world.secondProfile ? jobCount * 0.01 : 0);
  },
);
