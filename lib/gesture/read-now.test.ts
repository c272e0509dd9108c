import { expect, test } from 'vitest';
import { inReserve, readNow, type Sight, withBytes } from './read-now.ts';

const jpeg = 'data:image/jpeg;base64,/9j/4AAQSkZJRg==';
const picture = (url?: string) => ({ ...(url && { url }), widthPx: 300, heightPx: 300, isPrivate: !url });

/** A page at kitchen.test; the host answers `status` to strangers and `ok` to those with cookies. */
function sight(status: number, inPage: string | undefined = jpeg): Sight & { asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    pageOrigin: 'https://kitchen.test',
    fetch: async (input, init) => {
      asked.push(`${init?.credentials} ${input}`);
      return new Response(init?.credentials === 'include' || status === 200 ? 'bytes' : null, {
        status: init?.credentials === 'include' ? 200 : status,
      });
    },
    async readInPage() {
      asked.push('page');
      return inPage;
    },
  };
}

test('a picture that strangers can read is not private', async () => {
  expect(await readNow('https://kitchen.test/a.webp', sight(200))).toMatchObject({ isPrivate: false });
});

test('a picture that only cookies give is private', async () => {
  const seen = sight(403);
  expect(await readNow('https://kitchen.test/a.webp', seen)).toMatchObject({ isPrivate: true });
  expect(seen.asked).toEqual(['omit https://kitchen.test/a.webp', 'include https://kitchen.test/a.webp']);
});

test('a picture of the private network is private though no cookie was needed', async () => {
  const home = { ...sight(200), pageOrigin: 'http://nas.local' };
  expect(await readNow('http://nas.local/a.webp', home)).toMatchObject({ isPrivate: true });
});

test('what another host lets scripts read comes from the page, and cookies are not sent to it', async () => {
  const seen = sight(200);
  expect(await readNow('https://open.test/a.webp', seen)).toMatchObject({ isPrivate: false });
  expect(seen.asked).toEqual(['page']);
});

test('a picture without an address is private, one that stands in the page as a data: URL is not', async () => {
  expect(await readNow(undefined, sight(200))).toMatchObject({ isPrivate: true });
  expect(await readNow(jpeg, sight(200, undefined))).toMatchObject({ isPrivate: false });
});

test('an address that will do is not read before the save, but kept in reserve when only the tab can give it', async () => {
  const seen = sight(200);
  const own = picture('https://kitchen.test/a.jpg');
  expect(await withBytes(own, seen)).toEqual(own);
  expect(seen.asked).toEqual([]);
  expect(await inReserve(own, seen)).toMatchObject({ isPrivate: false });
  expect(await inReserve(picture('https://cdn.test/a.jpg'), seen)).toBeUndefined();
});
