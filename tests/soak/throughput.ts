import { ALL_SCOPES } from '../emulator/helpers.ts';
import { type EmulatorOptions, startEmulator } from '../emulator/start.ts';
import { httpOutbox } from './http-outbox.ts';
import { saveRequest } from './outbox-world.ts';
import { createRandom } from './random.ts';
import { createVirtualClock } from './virtual-clock.ts';

/** What Pinterest allows in these worlds. */
export const perMinute = 100;
export const limits = { enforced: true, org_write: { limit: perMinute, windowS: 60 } };

/**
 * Delivers saves, told in turns to the boards, over HTTP. Time is virtual and passes only while no request is under
 * way; an answer takes 0.3 to 1.5 s of it.
 */
export async function deliver(count: number, boards: number, settings: EmulatorOptions['settings'], startMs?: number) {
  const random = createRandom(1);
  let underWay = 0;
  let answersMs = 0;
  const virtual = createVirtualClock(startMs, () => underWay > 0);
  const clock = virtual.shifted(0);
  const never = new AbortController().signal;
  const emulator = await startEmulator({
    now: clock.now,
    settings: { logAnswers: false, ...settings },
    seed: { boards: Array.from({ length: boards }, (_, index) => ({ name: `Board ${index}` })) },
  });
  const { accessToken } = emulator.grant({ environment: 'production', scopes: ALL_SCOPES });
  const outbox = await httpOutbox({
    clock,
    accessToken,
    async fetch(input, init) {
      const ms = 300 + Math.floor(random.next() * 1_200);
      answersMs += ms;
      await clock.sleep(100, never);
      underWay++;
      const response = await emulator.fetch(input, init);
      const body = await response.arrayBuffer();
      underWay--;
      await clock.sleep(ms - 100, never);
      return new Response(body, { status: response.status, headers: response.headers });
    },
  });
  const boardIds = emulator.state().boards.map(({ id }) => id);
  const requests = Array.from({ length: count }, (_, index) => {
    const url = `https://kitchen.test/numbered/${index}-300x400.jpg`;
    const boardId = boardIds[index % boards] ?? '';
    return saveRequest({
      picture: { url, widthPx: 300, heightPx: 400, isPrivate: false },
      target: { boardId, label: 'Board', secret: false },
    });
  });
  const fromMs = clock.now();
  void outbox.addMany(requests);
  const isSaved = () => outbox.list().length === count && outbox.list().every(({ state }) => state === 'saved');
  await virtual.run(fromMs + 3_600_000, isSaved);
  const tookMs = clock.now() - fromMs;
  const refusals = emulator.log.entries.filter(({ status }) => status === 429).length;
  const pins = emulator.state().pins.length;
  outbox.close();
  await emulator.close();
  return { pins, refusals, tookMs, answersMs };
}
