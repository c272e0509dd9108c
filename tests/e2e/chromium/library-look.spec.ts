import { boardOf, expect, test, violations } from './library.ts';

test('axe finds nothing wrong with any part, in the dark and right to left, and nothing runs over the edge', async ({
  library,
  connect,
  emulator,
}) => {
  const { boards, pins } = emulator.seed({
    boards: [
      { ...boardOf('Recipes', 20), sections: ['Cakes'] },
      ...Array.from({ length: 9 }, (_, n) => boardOf(`B${n}`, 1)),
    ],
  });
  await connect();
  const page = await library();
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  const parts = {
    boards: '10 boards',
    [`board/${boards[0]?.id}`]: 'Recipes 20',
    'search/b1': 'Search for “b1”',
    analytics: 'Top pins',
    [`analytics/${pins[0]?.id}`]: 'Comments, ever',
    waiting: 'Nothing is waiting',
    history: 'No history yet',
    account: 'Business account',
  };
  for (const [part, text] of Object.entries(parts)) {
    await page.evaluate((hash) => {
      document.documentElement.dir = 'rtl';
      location.hash = hash;
    }, part);
    await expect(page.getByText(text).first()).toBeVisible();
    for (const width of [1280, 400]) {
      await page.setViewportSize({ width, height: 900 });
      const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      await expect.poll(overflow, `${part} at ${width}`).toBeLessThanOrEqual(0);
    }
    expect(await violations(page), part).toEqual([]);
  }
});
