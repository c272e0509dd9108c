import { html, raw } from 'hono/html';

type Markup = ReturnType<typeof html>;

const STYLE = raw(`
  :root { color: #26211c; background: #fbf9f5; font: 18px/1.6 Georgia, 'Times New Roman', serif }
  body { margin: 0 }
  header, main, footer { box-sizing: border-box; max-width: 960px; margin: auto; padding: 24px }
  header { display: flex; align-items: center; justify-content: space-between; border-bottom: 1px solid #e5ddd0 }
  header a { color: inherit; text-decoration: none; font-size: 24px; letter-spacing: -0.02em }
  nav a { margin-inline-start: 16px; font-size: 15px }
  h1 { font-size: 40px; line-height: 1.1; letter-spacing: -0.02em; margin: 24px 0 8px }
  h2 { font-size: 20px; line-height: 1.25; margin: 12px 0 4px }
  .grid p { margin: 0; font-size: 16px; color: #6c6257 }
  .lead { font-size: 20px; color: #6c6257; margin: 0 0 24px }
  img { max-width: 100%; height: auto; border-radius: 8px; background: #eee6d9 }
  figure { margin: 32px 0 }
  figcaption { font-size: 15px; color: #6c6257 }
  .grid { display: grid; grid-template-columns: repeat(auto-fill, minmax(200px, 1fr)); gap: 24px }
  .grid a { color: inherit; text-decoration: none }
  .hero img { width: 100%; max-height: 560px; object-fit: cover }
  .band { height: 280px; border-radius: 8px; background: #ddd center/cover }
  .icon { width: 24px; height: 24px; border-radius: 0; background: none }
  footer { color: #6c6257; font-size: 15px }
`);

/** The frame of the demo blog's pages. */
export function layout(
  title: string,
  content: Markup | Markup[],
  { head = html``, dir = 'ltr', lang = 'en' } = {},
): Markup {
  return html`<!doctype html>
<html lang="${lang}" dir="${dir}">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${title}</title>
<link rel="icon" href="/icon.svg">
<style>${STYLE}</style>
${head}
</head>
<body>
<header><a href="/"><img class="icon" src="/icon.svg" alt=""> The Kitchen</a>
<nav><a href="/">Recipes</a><a href="/gallery">Gallery</a></nav></header>
<main>${content}</main>
<footer>A blog that exists only here.</footer>
</body>
</html>`;
}
