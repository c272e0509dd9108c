import { expect, test } from './fixtures.ts';

const page = (body: string) => `<!doctype html><html lang="en"><title>Rooms</title><body>${body}</body></html>`;
const image = (name: string, alt: string) => `<img src="/pictures/${name}-960.jpg" alt="${alt}">`;

test('pictures in the closed shadow root of a custom element and in a frame of the same origin are offered', async ({
  context,
  popupOver,
}) => {
  const inside = image('rye-bread', 'Dark rye bread');
  await context.route('https://kitchen.test/rooms', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: page(`${image('plum-cake', 'Plum cake')}<x-card></x-card><iframe src="/inner"></iframe><script>
        document.querySelector('x-card').attachShadow({ mode: 'closed' }).innerHTML = ${JSON.stringify(inside)};
      </script>`),
    }),
  );
  await context.route('https://kitchen.test/inner', (route) =>
    route.fulfill({ contentType: 'text/html', body: page(image('tomato-soup', 'Roasted tomato soup')) }),
  );
  const tab = await context.newPage();
  await tab.goto('https://kitchen.test/rooms');
  const popup = await popupOver(tab);
  for (const name of ['Plum cake', 'Dark rye bread', 'Roasted tomato soup']) {
    await expect(popup.getByRole('option', { name })).toHaveCount(1);
  }
});
