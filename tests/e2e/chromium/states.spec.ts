import { expectAccessible } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { outlineOf } from './outline.ts';
import { reach, states } from './states.ts';

// The toast stands in a closed root on somebody else's page: tests/toast looks at it in an open one.
for (const state of [...states.popup, ...states.pages]) {
  test(`a screen reader finds its way, and axe objects to nothing: ${state.name}`, async ({ context, emulator }) => {
    const page = await reach(state, context, emulator);
    await expectAccessible(page);
    expect(await outlineOf(page)).toMatchSnapshot(`${state.name}.txt`);
  });
}
