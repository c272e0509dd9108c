import { expect, test, vi } from 'vitest';
import { createVersionChecks } from './version-checks.ts';

const shown = 'https://a.test/small.jpg';
const picture = (key: string, larger: string[]) => ({ key, url: shown, larger, widthPx: 300, heightPx: 200 });

/** Stands for `Image`: loads what it is told to, at the sizes given. */
function loader(sizes: Record<string, [number, number]>) {
  const asked: string[] = [];
  const createImage = () => {
    const image = {
      naturalWidth: 0,
      naturalHeight: 0,
      complete: true,
      onload: undefined as (() => void) | undefined,
      onerror: undefined as (() => void) | undefined,
      set src(url: string) {
        asked.push(url);
        const [width, height] = sizes[url] ?? [0, 0];
        this.naturalWidth = width;
        this.naturalHeight = height;
        queueMicrotask(() => (width ? this.onload?.() : this.onerror?.()));
      },
    };
    return image as unknown as HTMLImageElement;
  };
  return { createImage, asked };
}

test('a chosen picture is saved in its largest version that loads and has its proportions', async () => {
  const [large, cropped, gone] = ['https://a.test/large.jpg', 'https://a.test/cropped.jpg', 'https://a.test/gone.jpg'];
  const { createImage } = loader({ [large]: [1500, 1000], [cropped]: [3000, 3000] });
  const versions = createVersionChecks({ createImage });
  const chosen = picture('a', [gone, cropped, large]);
  versions.want([chosen]);
  await vi.waitFor(() => expect(versions.of(chosen)).toEqual({ url: large, widthPx: 1500, heightPx: 1000 }));
});

test('what the markup states is taken before an answer is there, and no more when it turns out to be gone', async () => {
  const stated = 'https://a.test/stated.jpg';
  const chosen = { ...picture('a', []), widthPx: 1500, heightPx: 1000, shownWidthPx: 300, stated };
  const { createImage } = loader({});
  const versions = createVersionChecks({ createImage });
  expect(versions.of(chosen)).toEqual({ url: stated, widthPx: 1500, heightPx: 1000 });
  versions.want([chosen]);
  await vi.waitFor(() => expect(versions.of(chosen)).toEqual({ url: shown, widthPx: 300, heightPx: 200 }));
});

test('what only a rule proposes is not taken before an answer is there', () => {
  const { createImage } = loader({ 'https://a.test/large.jpg': [1500, 1000] });
  const versions = createVersionChecks({ createImage });
  const chosen = picture('a', ['https://a.test/large.jpg']);
  versions.want([chosen]);
  expect(versions.of(chosen)).toEqual({ url: shown, widthPx: 300, heightPx: 200 });
});

test('no picture is tried twice, and one that is chosen no more is not tried at all', async () => {
  const { createImage, asked } = loader({ 'https://a.test/1.jpg': [900, 600], 'https://a.test/3.jpg': [900, 600] });
  const versions = createVersionChecks({ createImage, most: 1 });
  const [one, two, three] = ['1', '2', '3'].map((key) => picture(key, [`https://a.test/${key}.jpg`]));
  if (!one || !two || !three) throw new Error('three were made');
  versions.want([one, two]);
  versions.want([one, three]);
  await vi.waitFor(() => expect(versions.of(three).widthPx).toBe(900));
  versions.want([one, three]);
  expect(asked).toEqual(['https://a.test/1.jpg', 'https://a.test/3.jpg']);
});
