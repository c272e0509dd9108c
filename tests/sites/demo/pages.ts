import { html, raw } from 'hono/html';
import { DISHES, type Dish } from './dishes.ts';
import { layout } from './layout.ts';

const HOST = 'https://kitchen.test';

export function homePage() {
  const cards = DISHES.map(
    ({ slug, name, note }) => html`<article><a href="/recipes/${slug}">
      <img src="/pictures/${slug}-480.jpg" srcset="/pictures/${slug}-480.jpg 480w, /pictures/${slug}-960.jpg 960w" sizes="240px" alt="${name}">
      <h2>${name}</h2></a><p>${note}</p></article>`,
  );
  return layout(
    'The Kitchen',
    html`<h1>What we cooked</h1><p class="lead">One dish a week, tested twice.</p><div class="grid">${cards}</div>`,
  );
}

/** A recipe as blogs have them: the same picture in many sizes, a background, captions, icons, metadata. */
export function recipePage(dish: Dish) {
  const { slug, name, note } = dish;
  const [second, third, fourth] = DISHES.filter((other) => other !== dish);
  const card = {
    '@context': 'https://schema.org',
    '@type': 'Recipe',
    name,
    description: note,
    image: [`${HOST}/pictures/${slug}-1600.jpg`],
  };
  const head = html`
<meta name="description" content="${note}">
<link rel="canonical" href="${HOST}/recipes/${slug}">
<meta property="og:title" content="${name}">
<meta property="og:description" content="${note}">
<meta property="og:image" content="${HOST}/pictures/${slug}-1600.jpg">
<meta property="og:url" content="${HOST}/recipes/${slug}">
<script type="application/ld+json">${raw(JSON.stringify(card).replaceAll('<', '\\u003c'))}</script>`;
  const content = html`
<article>
  <h1>${name}</h1>
  <p class="lead">${note}</p>
  <p class="hero"><img id="hero" src="/pictures/${slug}-480.jpg"
    srcset="/pictures/${slug}-480.jpg 480w, /pictures/${slug}-960.jpg 960w, /pictures/${slug}-1600.jpg 1600w" sizes="480px" alt="${name}, from above"></p>
  <p>Start the evening before. Nothing here is hard; most of it is waiting.</p>
  <figure><picture>
      <source type="image/avif" srcset="/pictures/${second?.slug}-900.avif">
      <source type="image/webp" srcset="/pictures/${second?.slug}-900.webp">
      <img id="modern" src="/pictures/${second?.slug}-900.jpg" width="450" alt="${second?.name}">
    </picture><figcaption>Serve it with: ${second?.name}.</figcaption></figure>
  <figure><a href="/pictures/${third?.slug}-2000.jpg"><img id="linked" src="/pictures/${third?.slug}-300.jpg" alt="${third?.name}"></a>
    <figcaption>Click for the large one.</figcaption></figure>
  <div class="band" id="background" role="img" aria-label="${fourth?.name}" style="background-image: url('/pictures/${fourth?.slug}-1200.jpg')"></div>
  <p><img class="icon" src="/icon.svg" alt="Print"> <img width="1" height="1" src="/pixel.gif" alt=""> Print this recipe</p>
</article>`;
  return layout(`${name} | The Kitchen`, content, { head });
}

export function emptyPage() {
  return layout('Conversions | The Kitchen', html`<h1>Conversions</h1><p>One cup of flour is 125 g. That is all.</p>`)
    .toString()
    .replaceAll(/<img[^>]*>|<link rel="icon"[^>]*>/g, '');
}

/** Numbered pictures, each with its own caption; all with the same texts when `same` is set. */
export function galleryPage(count: number, start: number) {
  const items = Array.from({ length: count }, (_, index) => {
    const number = start + index;
    return `<figure><img src="/numbered/${number}-600x800.jpg" width="150" height="200" loading="lazy" alt="Picture ${number}"><figcaption>No. ${number}</figcaption></figure>`;
  });
  return layout('Gallery | The Kitchen', html`<h1>Gallery</h1><div class="grid">${raw(items.join('\n'))}</div>`);
}

export function rightToLeftPage() {
  const content = html`<h1>עוגת שזיפים</h1><p class="lead">لأيام أيلول الأخيرة</p>
    <figure><img src="/pictures/plum-cake-900.jpg" alt="עוגת שזיפים על שולחן עץ"><figcaption>عوגה — 40 דקות, 180°C</figcaption></figure>`;
  return layout('עוגת שזיפים · The Kitchen', content, { dir: 'rtl', lang: 'he' });
}

/** Pictures that Pinterest cannot fetch or does not take. */
export function wallsPage() {
  const content = html`<h1>Walls</h1>
    <figure><img id="cdn" src="https://cdn.test/pictures/rye-bread-900.jpg" alt="On another host"></figure>
    <figure><img id="open" src="https://open.test/pictures/pea-risotto-900.webp" alt="On a host open to scripts"></figure>
    <figure><img id="members" src="https://members.test/pictures/plum-cake-900.jpg" alt="For members"></figure>
    <figure><img id="referrer" src="https://referrer.test/pictures/squash-salad-900.jpg" alt="For readers of the blog"></figure>
    <figure><img id="data" alt="Inline"></figure>
    <figure><img id="blob" alt="Made here"></figure>
    <figure><canvas id="canvas" width="400" height="400"></canvas></figure>
    <script>
      const bytes = fetch('/pictures/berry-pavlova-400.jpg').then((response) => response.blob());
      bytes.then((blob) => {
        document.querySelector('#blob').src = URL.createObjectURL(blob);
        const reader = new FileReader();
        reader.onload = () => { document.querySelector('#data').src = reader.result };
        reader.readAsDataURL(blob);
        createImageBitmap(blob).then((bitmap) => document.querySelector('#canvas').getContext('2d').drawImage(bitmap, 0, 0));
      });
    </script>`;
  return layout('Walls | The Kitchen', content, {
    head: html`<meta name="referrer" content="origin-when-cross-origin">`,
  });
}

export function formatsPage() {
  const files = ['jpg', 'png', 'webp', 'avif', 'gif'].map((format) => `/pictures/lemon-tart-600.${format}`);
  const odd = [
    'rotated.jpg',
    'animated.gif',
    'deep.png',
    'drawing.svg',
    'lying.jpg',
    'truncated.jpg',
    'page.jpg',
    'tiny.jpg',
  ];
  const all = [...files, ...odd.map((name) => `/odd/${name}`)];
  const figures = all.map(
    (src) => html`<figure><img src="${src}" alt="${src}"><figcaption>${src}</figcaption></figure>`,
  );
  return layout('Formats | The Kitchen', html`<h1>Formats</h1><div class="grid">${figures}</div>`);
}
