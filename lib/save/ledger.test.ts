import { expect, test } from 'vitest';
import { saveRequest } from '../../tests/soak/outbox-world.ts';
import { bornJob } from './birth.ts';
import type { JobChanged } from './events.ts';
import { createLedger } from './ledger.ts';
import { createMemoryStore } from './memory-store.ts';

test('a worker that wakes takes up its saves and tells nobody of them: nothing has changed', async () => {
  const disk = createMemoryStore();
  const account = { connection: 'a', environment: 'production' } as const;
  const { job } = bornJob(saveRequest(), account, { id: '1', atMs: 0, order: 0, dueAtMs: 0 });
  await disk.add([{ job }]);
  const told: JobChanged[] = [];
  const ledger = createLedger({ disk, memory: createMemoryStore() }, (event) => told.push(event));
  await ledger.load();
  expect(ledger.all()).toHaveLength(1);
  expect(told).toEqual([]);
  await ledger.update('1', () => ({ job: { state: 'preparing' } }));
  expect(told).toMatchObject([{ job: { state: 'preparing' }, before: 'waiting' }]);
});
