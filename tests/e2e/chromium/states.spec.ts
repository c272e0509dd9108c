import { expectAccessible } from './axe.ts';
import { test } from './fixtures.ts';
import { reach, states } from './states.ts';

// The toast stands in a closed root on somebody else's page: tests/toast looks at it in an open one.
for (const state of [...states.popup, ...states.pages]) {
  test(`there is nothing that axe objects to: ${state.name}`, async ({ context, emulator }) => {
    await expectAccessible(await reach(state, context, emulator));
  });
}
