import { expect, test } from 'vitest';
import { outboxWorld, saveRequest } from '../../tests/soak/outbox-world.ts';
import type { Target } from './request.ts';

const newBoard: Target = { newBoard: 'Cakes', label: 'Cakes', secret: false };
const newSection: Target = { boardId: '1', newSection: 'Pies', label: 'Recipes › Pies', secret: false };

test('a new board is made once for all saves that name it', async () => {
  const { device, pinterest, run, states } = outboxWorld();
  const requests = [1, 2, 3].map((number) => saveRequest({ target: newBoard, title: `Cake ${number}` }));
  await Promise.all([device.outbox.addMany(requests), run()]);
  expect(pinterest.boards).toHaveLength(1);
  expect(new Set(pinterest.pins.map((pin) => pin.boardId))).toEqual(new Set([pinterest.boards[0]?.id]));
  expect(states()).toEqual(['saved', 'saved', 'saved']);
});

test.each(['lost-before', 'lost-after', 'late'] as const)(
  'a new board is made once when its answer is %s',
  async (fate) => {
    const { device, pinterest, run, states } = outboxWorld([fate]);
    const targets = [newBoard, newBoard].map((target) => saveRequest({ target }));
    await Promise.all([device.outbox.addMany(targets), run()]);
    expect(pinterest.boards).toHaveLength(1);
    expect(states()).toEqual(['saved', 'saved']);
  },
);

test.each(['lost-before', 'lost-after', 'late'] as const)(
  'a new section is made once when its answer is %s',
  async (fate) => {
    const { device, pinterest, run, states } = outboxWorld([fate]);
    const targets = [newSection, newSection].map((target) => saveRequest({ target }));
    await Promise.all([device.outbox.addMany(targets), run()]);
    expect(pinterest.sections).toHaveLength(1);
    expect(pinterest.pins.map((pin) => pin.sectionId)).toEqual(Array(2).fill(pinterest.sections[0]?.id));
    expect(states()).toEqual(['saved', 'saved']);
  },
);

test('a section of that name that is there already is used', async () => {
  const { device, pinterest, run } = outboxWorld();
  pinterest.sections.push({ id: '5', name: 'pies', boardId: '1' });
  await Promise.all([device.outbox.add(saveRequest({ target: newSection })), run()]);
  expect(pinterest.sections).toHaveLength(1);
  expect(pinterest.pins).toMatchObject([{ sectionId: '5' }]);
});

test('a worker that dies while a section is being made does not make it twice', async () => {
  const { device, pinterest, clock, run } = outboxWorld(['late']);
  void device.outbox.add(saveRequest({ target: newSection }));
  await clock.run(clock.now() + 250);
  device.kill('browser');
  await device.start();
  await run();
  expect(pinterest.sections).toHaveLength(1);
  expect(pinterest.pins).toHaveLength(1);
});
