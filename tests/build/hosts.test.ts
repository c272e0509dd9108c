import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { output } from './weights.ts';

/** Everything that the build names by its whole address. Other pictures come from where the page has them. */
const known: Record<string, string> = {
  'https://api.pinterest.com': 'the API',
  'https://api-sandbox.pinterest.com': 'its sandbox',
  'https://www.pinterest.com': 'sign-in, the save window, links to pins',
  'https://pinterest-media-upload.s3-accelerate.amazonaws.com': "Pinterest's upload of videos",
  'https://www.youtube.com': "a video's own page, as a link",
  'https://i.ytimg.com': 'the poster of such a video',
  'https://www.instagram.com': 'a post as a link, and its picture',
  'https://vimeo.com': "a video's own page, as a link",
  'https://www.tiktok.com': 'the same',
  'https://www': 'the same: what follows is the address that a page embeds',
  'https://image.rakuten.co.jp': "a picture's larger version",
  'https://media.guim.co.uk': 'the same',
  'https://static.guim.co.uk': 'the same',
  'https://relay.example': 'how the address of a relay looks, as a hint',
  'http://localhost': 'the address to paste from; nothing is asked there',
  'http://www.w3.org': 'names of XML, no address',
};

test('the build names no host but those that are known, so nothing else can be asked', () => {
  const texts = readdirSync(output, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(js|html|css|json)$/.test(file))
    .map((file) => readFileSync(path.join(output, file), 'utf8'));
  const named = texts.flatMap((text) => text.match(/\b(?:https?|wss?):\/\/[a-z0-9][a-z0-9.-]*[a-z0-9]/gi) ?? []);
  expect([...new Set(named)].sort()).toEqual(Object.keys(known).sort());
});
