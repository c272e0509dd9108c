import { expect, test } from 'vitest';
import { saveRequest as request, outboxWorld as world } from '../../tests/soak/outbox-world.ts';
import { DeliveryFailure } from './ports.ts';

// Pins that look like the second one of a request that the browser sent twice, and are not: none of them is deleted or
// taken for another save's.

type World = ReturnType<typeof world>;

const picture = (name: string) => ({
  picture: { url: `https://i.test/${name}.jpg`, widthPx: 600, heightPx: 400, isPrivate: false },
});
const { title, description, link = '', picture: shown } = request();
const equal = { title, description, link, boardId: '1', picture: shown.url ?? '' };

/** The first request is done, and the browser's second one is told something else. */
function doneThenTold({ pinterest }: World, failure: DeliveryFailure) {
  const { port } = pinterest;
  let isFirst = true;
  pinterest.port = (offsetMs) => {
    const real = port(offsetMs);
    return {
      ...real,
      async createPin(pin, signal) {
        const isTold = isFirst;
        isFirst = false;
        const made = await real.createPin(pin, signal);
        if (isTold) throw failure;
        return made;
      },
    };
  };
}

test('an equal pin made elsewhere between a failed save and its retry stays', async () => {
  const lost = ['lost-before', 'lost-before', 'lost-before'] as const;
  const { device, pinterest, livePins, clock, run } = world([...lost, 'twice-before']);
  const [job] = await Promise.all([device.outbox.add(request()), run()]);
  expect(device.outbox.get(job.id)).toMatchObject({ state: 'failed', reason: 'no-answer' });
  await clock.run(clock.now() + 3_600_000);
  const other = pinterest.addPin({ ...equal, title: 'From the phone', description: '' });
  await clock.run(clock.now() + 3_600_000);
  await Promise.all([device.outbox.retry(job.id), run()]);
  expect(device.outbox.get(job.id)?.state).toBe('saved');
  expect(livePins().map(({ id }) => id)).toContain(other.id);
});

test('the own pin stays beside an equal one that was made while the browser was closed', async () => {
  // No alarm rings in a closed browser.
  const { device, pinterest, livePins, clock, run } = world(['twice-before'], { wakeAt: () => {} });
  await Promise.all([device.outbox.add(request()), clock.run(clock.now() + 500)]);
  const own = pinterest.pins[0]?.id;
  device.kill('browser');
  await clock.run(clock.now() + 3_600_000);
  pinterest.addPin(equal);
  await device.start();
  await run();
  expect(livePins().map(({ id }) => id)).toContain(own);
});

test('the next picture of a post is not taken for a save that a busy board may have taken', async () => {
  const all = world(['answered', 'lost-before']);
  doneThenTold(all, new DeliveryFailure('wait', 'board-busy', { wasSentAgain: true }));
  const { device, livePins, run } = all;
  await Promise.all([device.outbox.addMany([request(picture('pie')), request(picture('cake'))]), run()]);
  expect(new Set(livePins().map((pin) => pin.picture))).toEqual(
    new Set(['https://i.test/cake.jpg', 'https://i.test/pie.jpg']),
  );
  expect(livePins()).toHaveLength(2);
});

test('a save that was done before its picture was refused is not sent again with its bytes', async () => {
  const all = world();
  doneThenTold(all, new DeliveryFailure('refused', 'picture-unreachable', { wasSentAgain: true }));
  await Promise.all([all.device.outbox.add(request()), all.run()]);
  expect(all.livePins()).toHaveLength(1);
});

test('replacing a save whose pin was guessed deletes no pin of another', async () => {
  const { device, pinterest, run, clock, livePins } = world(['answered', 'lost-after']);
  const { port } = pinterest;
  pinterest.port = (offsetMs) => ({
    ...port(offsetMs),
    async *listBoardPins(place, signal) {
      for await (const page of port(offsetMs).listBoardPins(place, signal)) yield page.toReversed();
    },
  });
  const adding = device.outbox.addMany([request(picture('1')), request(picture('2'))]);
  const [[, second]] = await Promise.all([adding, clock.run(clock.now() + 700)]);
  device.kill('browser');
  await device.start();
  await run();
  const better = request({ ...picture('2'), title: 'Better' });
  await Promise.all([device.outbox.replace(second?.id ?? '', better), run()]);
  expect(livePins().map((pin) => pin.picture)).toContain('https://i.test/1.jpg');
});

test('two saves that are watched after a browser death keep a pin each, in whatever order a board lists a second', async () => {
  const { device, pinterest, livePins, clock, run } = world(['twice', 'twice'], { wakeAt: () => {} });
  const { port } = pinterest;
  let isFlipped = false;
  pinterest.port = (offsetMs) => ({
    ...port(offsetMs),
    async *listBoardPins(place, signal) {
      isFlipped = !isFlipped;
      for await (const _ of port(offsetMs).listBoardPins(place, signal)) {
        const seen = pinterest.pins.filter(({ deletedMs }) => clock.now() - (deletedMs ?? clock.now()) < 3_000);
        yield isFlipped ? seen : seen.toReversed();
      }
    },
  });
  const adding = device.outbox.addMany([request(picture('pie')), request(picture('cake'))]);
  await Promise.all([adding, clock.run(clock.now() + 900)]);
  device.kill('browser');
  await clock.run(clock.now() + 60_000);
  await device.start();
  await run(600_000);
  expect(livePins()).toHaveLength(2);
});
