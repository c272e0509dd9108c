import { Hono } from 'hono';
import { html } from 'hono/html';
import { shell } from './shell.ts';
import type { World } from './world.ts';

/** www.pinterest.com/pin/create/button/: Pinterest's own save window, which needs no connection. */
export function saveWindowRoutes(world: World): Hono {
  const routes = new Hono();

  routes.get('/', (context) => {
    const { url = '', media = '', description = '' } = context.req.query();
    return context.html(
      shell(
        'Save to Pinterest',
        html`
          <h1>Save this Pin</h1>
          ${media === '' ? '' : html`<img src="${media}" alt="">`}
          <dl>
            <dt>From</dt><dd id="url">${url}</dd>
            <dt>Picture</dt><dd id="media">${media}</dd>
            <dt>Description</dt><dd id="description">${description}</dd>
          </dl>
          <form method="post">
            <input type="hidden" name="url" value="${url}">
            <input type="hidden" name="media" value="${media}">
            <input type="hidden" name="description" value="${description}">
            <button class="primary">Save</button>
          </form>`,
      ),
    );
  });

  routes.post('/', async (context) => {
    const { url = '', media = '', description = '' } = await context.req.parseBody<{ [name: string]: string }>();
    world.state.windowSaves.push({ atMs: world.clock.now(), url, media, description });
    return context.html(shell('Saved', html`<h1>Saved</h1>`));
  });

  return routes;
}
