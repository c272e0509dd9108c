import { describe, test } from 'vitest';
import { storeContract } from '../../tests/store/contract.ts';
import { createMemoryStore } from './memory-store.ts';

describe('the memory store', () => {
  test.each(Object.entries(storeContract))('%s', (_name, run) => run(createMemoryStore()));
});
