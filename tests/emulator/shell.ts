import { html } from 'hono/html';

type Markup = ReturnType<typeof html>;

/**
 * The frame of the emulator's own www.pinterest.com pages. What it holds hangs from the top: Chromium gives a sign-in
 * window its address bar after it is shown, and a button in the middle would then move away under the mouse.
 */
export function shell(title: string, content: Markup): Markup {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width">
        <title>${title}</title>
        <style>
          body { margin: 0; padding-top: 64px; display: grid; justify-items: center; background: #f1f0ee; color: #111;
            font: 16px/1.5 system-ui, sans-serif }
          main { box-sizing: border-box; width: min(420px, 100vw); padding: 32px; background: #fff; border-radius: 24px }
          h1 { margin: 0 0 12px; font-size: 24px; line-height: 1.2 }
          p { overflow-wrap: anywhere }
          img { max-width: 100%; max-height: 300px; border-radius: 16px }
          button { padding: 12px 20px; border: 0; border-radius: 24px; background: #e9e9e9; font: inherit; cursor: pointer }
          button.primary { background: #c2001b; color: #fff }
        </style>
      </head>
      <body><main>${content}</main></body>
    </html>`;
}
