import { expect, test, vi } from 'vitest';

test('the menu that was asked for last is the one that stays, though an earlier one took longer to find out', async () => {
  const shown: string[] = [];
  const contextMenus = {
    removeAll: async () => void shown.splice(0),
    create: ({ id }: { id: string }) => shown.push(id),
  };
  vi.stubGlobal('chrome', { runtime: {}, contextMenus });
  const { rebuildMenus } = await import('./menu.ts');

  const image = { id: 'image', title: 'Save image to board' };
  const video = { id: 'video', title: 'Save video to board' };
  const slow = Promise.withResolvers<[typeof image]>();
  const first = rebuildMenus(() => slow.promise);
  const second = rebuildMenus(async () => [image, video]);
  slow.resolve([image]);
  await Promise.all([first, second]);
  expect(shown).toEqual(['image', 'video']);
});
