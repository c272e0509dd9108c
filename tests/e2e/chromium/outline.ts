import type { Page } from '@playwright/test';

const pictures = /^(\s*)- listbox "Images on this page"/;

/**
 * What a screen reader meets on a page of ours, in order. Which pictures a page holds is the collector's matter, and
 * the time of day is nobody's: neither is in it.
 */
export async function outlineOf(page: Page): Promise<string> {
  const lines = (await page.getByRole('main').ariaSnapshot()).split('\n');
  let inside: number | undefined;
  const kept = lines.filter((line) => {
    const depth = line.search(/\S/);
    if (inside !== undefined && depth > inside) return false;
    const start = pictures.exec(line)?.[1]?.length;
    inside = start;
    return true;
  });
  return `${kept
    .join('\n')
    .replace(/\d{1,2}:\d\d\s[AP]M/g, '<time>')
    .replace(/\d+ (pictures?|hidden)\b/g, 'some $1')}\n`;
}
