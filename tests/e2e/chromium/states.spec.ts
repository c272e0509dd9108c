import { expectAccessible, expectAccessibleInLightAndDark } from './axe.ts';
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

// Their outlines hold dates and numbers of today.
for (const state of states.library) {
  test(`axe objects to nothing, in the light and in the dark: ${state.name}`, async ({ context, emulator }) => {
    const page = await reach(state, context, emulator);
    await expectAccessibleInLightAndDark(page);
  });
}
