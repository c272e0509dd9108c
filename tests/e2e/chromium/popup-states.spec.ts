import { expectAccessible } from './axe.ts';
import { test } from './fixtures.ts';
import { popupStates, seededBoards } from './popup-states.ts';

for (const { name, isConnected, reach } of popupStates) {
  test(`the popup has nothing that axe objects to: ${name}`, async ({ context, emulator, connect }) => {
    emulator.seed({ boards: seededBoards });
    if (isConnected) await connect();
    await expectAccessible(await reach({ context, emulator }));
  });
}
