import { Hono } from 'hono';
import { dishOf } from './dishes.ts';
import { hostilePage } from './hostile.ts';
import { serveOdd } from './odd.ts';
import { emptyPage, formatsPage, galleryPage, homePage, recipePage, rightToLeftPage, wallsPage } from './pages.ts';
import { servePicture } from './pictures.ts';

const ICON = `<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" viewBox="0 0 24 24"><circle cx="12" cy="12" r="11" fill="#c8402a"/><path d="M12 5v14M7 7v4a5 5 0 0 0 10 0V7" stroke="#fff" stroke-width="2" fill="none"/></svg>`;
const PIXEL = 'R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';

/** https://kitchen.test/, the demo blog. */
export function createKitchen(): Hono {
  const app = new Hono();
  app.get('/', (context) => context.html(homePage()));
  app.get('/recipes/:slug', (context) => {
    const dish = dishOf(context.req.param('slug'));
    return dish ? context.html(recipePage(dish)) : context.notFound();
  });
  app.get('/empty', (context) => context.html(emptyPage()));
  app.get('/gallery', (context) => context.html(galleryPage(24, 1)));
  app.get('/many', (context) => {
    const { n = '5000', start = '1' } = context.req.query();
    return context.html(galleryPage(Number(n), Number(start)));
  });
  app.get('/never', (context) => neverEnding(context.req.query('empty') === undefined));
  app.get('/rtl', (context) => context.html(rightToLeftPage()));
  app.get('/walls', (context) => context.html(wallsPage()));
  app.get('/formats', (context) => context.html(formatsPage()));
  app.get('/hostile', (context) => context.html(hostilePage(Number(context.req.query('n') ?? 10_000))));
  app.get('/icon.svg', (context) => context.body(ICON, 200, { 'content-type': 'image/svg+xml' }));
  app.get('/pixel.gif', (context) => context.body(Buffer.from(PIXEL, 'base64'), 200, { 'content-type': 'image/gif' }));
  app.get('/odd/:name', async (context) => (await serveOdd(context.req.param('name'))) ?? context.notFound());
  app.get('*', async (context) => (await servePicture(context.req.path)) ?? context.notFound());
  return app;
}

const PICTURES =
  '<img id="hero" src="/pictures/tomato-soup-960.jpg" alt="Roasted tomato soup"><img src="/pictures/rye-bread-960.jpg" alt="Dark rye bread">';

/** The pictures arrive; the document's end never does. */
function neverEnding(hasPictures: boolean): Response {
  const start =
    new TextEncoder().encode(`<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Still loading | The Kitchen</title></head>
<body><h1>Live from the kitchen</h1>
${hasPictures ? PICTURES : ''}
<p>${'The stream goes on. '.repeat(60)}</p>`);
  const body = new ReadableStream<Uint8Array>({ start: (controller) => controller.enqueue(start) });
  return new Response(body, { headers: { 'content-type': 'text/html; charset=utf-8' } });
}
