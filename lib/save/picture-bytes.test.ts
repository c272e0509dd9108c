import { expect, test } from 'vitest';
import { saveRequest as request, outboxWorld as world } from '../../tests/soak/outbox-world.ts';
import { DeliveryFailure } from './ports.ts';

test('a picture that Pinterest cannot fetch is sent as bytes', async () => {
  const { device, pinterest, run } = world();
  const kinds: string[] = [];
  const port = pinterest.port(0);
  pinterest.port = () => ({
    ...port,
    createPin: (pin, signal) => {
      kinds.push(pin.material.kind);
      if (pin.material.kind === 'url') throw new DeliveryFailure('refused', 'picture-unreachable');
      return port.createPin(pin, signal);
    },
  });
  await Promise.all([device.outbox.add(request()), run()]);
  expect(kinds).toEqual(['url', 'bytes']);
  expect(device.outbox.list()).toMatchObject([{ state: 'saved' }]);
});

test('a picture that only its page can give fails with that reason, and is sent when its bytes come', async () => {
  const { device, pinterest, run, states } = world([], {
    addressOf: () => undefined,
    prepare: async ({ bytes }) => {
      if (!bytes) throw new DeliveryFailure('refused', 'needs-the-page');
      return { kind: 'bytes', contentType: 'image/jpeg', blob: bytes };
    },
  });
  const [job] = await Promise.all([device.outbox.add(request()), run()]);
  expect(device.outbox.get(job.id)).toMatchObject({ state: 'failed', reason: 'needs-the-page' });
  await Promise.all([device.outbox.edit(job.id, { bytes: new Blob(['x']) }), run()]);
  expect(states()).toEqual(['saved']);
  expect(pinterest.pins).toHaveLength(1);
  expect(await device.disk.bytes(job.id)).toBeUndefined();
});

test('a picture that moves is saved by its address, and remembered as a still only when its bytes were sent', async () => {
  const { device, run } = world([], {
    prepare: async () => ({
      kind: 'bytes',
      contentType: 'image/jpeg',
      blob: new Blob(['still']),
      lost: 'animation' as const,
    }),
  });
  const [moving] = await Promise.all([device.outbox.add(request()), run()]);
  expect(device.outbox.get(moving.id)).not.toHaveProperty('lost', 'animation');
  const picture = { ...request().picture, url: undefined, bytes: new Blob(['GIF89a']) };
  const [still] = await Promise.all([device.outbox.add(request({ picture })), run()]);
  expect(device.outbox.get(still.id)).toMatchObject({ state: 'saved', lost: 'animation' });
});

test('a crop in the place of the picture is found again by its own shape', async () => {
  const { device, pinterest, run, states } = world(['lost-after'], {
    addressOf: () => undefined,
    prepare: async ({ bytes }) => {
      if (!bytes) throw new DeliveryFailure('refused', 'needs-the-page');
      return { kind: 'bytes', contentType: 'image/png', blob: bytes };
    },
  });
  const [job] = await Promise.all([
    device.outbox.add(request({ picture: { widthPx: 600, heightPx: 100, isPrivate: false } })),
    run(),
  ]);
  const size = { widthPx: 300, heightPx: 200 };
  await Promise.all([device.outbox.keepBytes(job.id, { bytes: new Blob(['x']), isPrivate: true, ...size }), run()]);
  expect(states()).toEqual(['saved']);
  expect(pinterest.pins).toHaveLength(1);
});
