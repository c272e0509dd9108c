import { expect, test } from './fixtures.ts';
import { connectOwnApp } from './steps.ts';
import { everythingStored } from './stored.ts';

test('connecting goes through the sign-in window, though Firefox asks for its address twice', async ({
  firefox,
  emulator,
}) => {
  await connectOwnApp(firefox, emulator);
  const asked = emulator.log.find('GET', '/oauth/');
  expect(asked.length).toBeGreaterThanOrEqual(2);
  expect(new Set(asked.map(({ query }) => query['state'])).size).toBe(1);
  expect(asked[0]?.query['redirect_uri']).toMatch(/^https:\/\/[0-9a-f]{40}\.extensions\.allizom\.org\/pinterest$/);
  expect(emulator.log.find('POST', /\/oauth\/token$/)).toHaveLength(1);
});

test('what content scripts can read in Firefox holds no token and no secret', async ({ firefox, emulator }) => {
  await connectOwnApp(firefox, emulator);
  const stored = await everythingStored(firefox);
  expect(stored).toContain('connectionId');
  expect(stored).not.toContain(emulator.settings().app.secret);
  expect(stored).not.toMatch(/pin[ar]_/);
});
