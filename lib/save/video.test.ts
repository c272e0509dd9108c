import { expect, test } from 'vitest';
import { saveRequest, outboxWorld as world } from '../../tests/soak/outbox-world.ts';
import { Failure } from '../failure.ts';

const video = (changes: object = {}) =>
  saveRequest({
    picture: {
      url: 'https://i.test/poster.jpg',
      widthPx: 1920,
      heightPx: 1080,
      isPrivate: false,
      videoUrl: 'https://v.test/clip.mp4',
      ...changes,
    },
  });

test('a video is read, uploaded, waited for and pinned, and says how far it is', async () => {
  const { device, pinterest, run, livePins } = world();
  const steps: (string | undefined)[] = [];
  device.outbox.listen(({ job }) => job.state === 'preparing' && steps.push(job.reason));
  await Promise.all([device.outbox.add(video()), run()]);
  expect(steps).toEqual([undefined, 'video-reading', 'video-reading', 'video-uploading', 'video-processing']);
  expect(device.outbox.list()).toMatchObject([{ state: 'saved', hasBytes: false, reason: undefined }]);
  expect(livePins()).toMatchObject([{ picture: '1' }]);
  expect(pinterest.videos).toBe(1);
});

test('a worker that dies while the file is on its way uploads it again and makes one pin, without its page', async () => {
  let readings = 0;
  const readVideo = async () => {
    if (++readings > 1) throw new Failure('video-unreadable');
    return new Blob(['video']);
  };
  const { device, clock, pinterest, run, livePins } = world([], { readVideo });
  void device.outbox.add(video());
  while (device.outbox.list()[0]?.reason !== 'video-uploading') await clock.run(clock.now() + 10);
  device.kill('browser');
  await device.start();
  const reasons: (string | undefined)[] = [];
  device.outbox.listen(({ job }) => job.state === 'waiting' && reasons.push(job.reason));
  await run();
  expect(reasons).toEqual([undefined]);
  expect(device.outbox.list()).toMatchObject([{ state: 'saved', attempts: 1 }]);
  expect(livePins()).toHaveLength(1);
  expect([readings, pinterest.videos]).toEqual([1, 2]);
});

test('an answer lost after the commit is found by its cover, whatever shape that has', async () => {
  const { device, run, livePins } = world(['lost-after']);
  await Promise.all([device.outbox.add(video({ widthPx: 300, heightPx: 900 })), run()]);
  expect(device.outbox.list()).toMatchObject([{ state: 'saved', attempts: 1 }]);
  expect(livePins()).toHaveLength(1);
});

test.each(['discard', 'undo'] as const)(
  '%s stops a video on its way; nothing is pinned, and the lane goes on',
  async (way) => {
    const { device, clock, pinterest, run, livePins, errors } = world();
    const adding = device.outbox.add(video());
    while (device.outbox.list()[0]?.reason !== 'video-processing') await clock.run(clock.now() + 10);
    const { id } = await adding;
    await Promise.all([device.outbox[way](id), clock.run(clock.now() + 50)]);
    expect(device.outbox.get(id)?.state).toBe(way === 'undo' ? 'undone' : 'discarded');
    await Promise.all([device.outbox.add(saveRequest({ title: 'Another' })), run(10_000)]);
    expect(livePins()).toMatchObject([{ title: 'Another' }]);
    expect(pinterest.videos).toBe(0);
    expect(errors).toEqual([]);
  },
);

test('a video whose file nobody else may read fails with its reason, and is kept', async () => {
  const readVideo = async () => {
    throw new Failure('video-unreadable');
  };
  const { device, run, livePins } = world([], { readVideo });
  await Promise.all([device.outbox.add(video()), run()]);
  expect(device.outbox.list()).toMatchObject([{ state: 'failed', reason: 'video-unreadable' }]);
  expect(livePins()).toEqual([]);
});
