import type { Environment } from '../../lib/account/environment.ts';
import { type ClientOptions, createClient } from '../../lib/pinterest/client.ts';
import { ALL_SCOPES } from '../emulator/helpers.ts';
import { recordingFolder } from '../emulator/recording.ts';
import { type EmulatorOptions, startEmulator } from '../emulator/start.ts';
import { virtualTime } from './virtual-time.ts';

/** An emulated Pinterest with one board, and a client of it that may do everything. */
export async function startPinterest(options: EmulatorOptions = {}) {
  const emulator = await startEmulator({
    seed: { boards: [{ name: 'Recipes', sections: ['Cakes'] }] },
    recordTo: recordingFolder,
    ...options,
  });
  const time = virtualTime(emulator.fetch, Date.now());
  function client(changes: Partial<ClientOptions> = {}, scopes = ALL_SCOPES) {
    const environment: Environment = changes.environment ?? 'production';
    const { accessToken } = emulator.grant({ environment, scopes });
    return createClient({
      environment,
      accessToken: async () => accessToken,
      fetch: time.fetch,
      clock: time.clock,
      random: () => 0.5,
      ...changes,
    });
  }
  return { emulator, client, time };
}

/** Everything that an iterator of pages gives. */
export async function all<Item>(pages: AsyncIterable<Item[]>): Promise<Item[]> {
  const items: Item[] = [];
  for await (const page of pages) items.push(...page);
  return items;
}
