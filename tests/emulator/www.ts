import { Hono } from 'hono';
import { html } from 'hono/html';
import { consentRoutes } from './oauth/consent.ts';
import { saveWindowRoutes } from './save-window.ts';
import { shell } from './shell.ts';
import type { World } from './world.ts';

/** www.pinterest.com: consent, the save window, and the public pages of pins and boards. */
export function createWww(world: World): Hono {
  const app = new Hono({ strict: false });
  app.route('/oauth', consentRoutes(world));
  app.route('/pin/create/button', saveWindowRoutes(world));
  app.get('/pin/:pinId', (context) => {
    const pin = world.state.pins.get(context.req.param('pinId'), world.clock.now());
    if (!pin) return context.notFound();
    const picture = pin.picture ? html`<img src="https://i.pinimg.com/600x/${pin.picture.sha256}.jpg" alt="">` : '';
    return context.html(
      shell(pin.title ?? 'Pin', html`${picture}<h1>${pin.title ?? ''}</h1><p>${pin.description ?? ''}</p>`),
    );
  });
  return app;
}
