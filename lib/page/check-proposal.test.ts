import { expect, it } from 'vitest';
import { type CheckOptions, checkProposal, checkProposals, isSameAspect } from './check-proposal.ts';

/** Pictures that load at once in these sizes; others never answer, unless named broken. */
function gallery(sizes: Record<string, [number, number] | 'broken'>) {
  const timers: (() => void)[] = [];
  const createImage = () => {
    const image = {
      onload: null,
      onerror: null,
      complete: false,
      naturalWidth: 0,
      naturalHeight: 0,
    } as Partial<HTMLImageElement> & {
      naturalWidth: number;
      naturalHeight: number;
    };
    Object.defineProperty(image, 'src', {
      set(url: string) {
        const size = sizes[url];
        if (!size) return;
        queueMicrotask(() => {
          if (size === 'broken') return Reflect.apply(image.onerror ?? (() => {}), image, []);
          [image.naturalWidth, image.naturalHeight] = size;
          Reflect.apply(image.onload ?? (() => {}), image, []);
        });
      },
    });
    return image as unknown as HTMLImageElement;
  };
  const options: CheckOptions = { createImage, setTimeout: (run) => timers.push(run) };
  return {
    options,
    passTime: () => {
      for (const run of timers) run();
    },
  };
}

const shown = { widthPx: 300, heightPx: 200 };

it('accepts a version of the same proportions that is not smaller', async () => {
  const { options } = gallery({ same: [300, 200], big: [3000, 2001] });
  expect(await checkProposal('same', shown, options)).toEqual(shown);
  expect(await checkProposal('big', shown, options)).toEqual({ widthPx: 3000, heightPx: 2001 });
});

it('refuses what is smaller, of other proportions, or broken', async () => {
  const { options } = gallery({ small: [297, 198], crop: [600, 600], broken: 'broken' });
  for (const url of ['small', 'crop', 'broken']) expect(await checkProposal(url, shown, options)).toBeUndefined();
});

it('gives up when the time is over', async () => {
  const { options, passTime } = gallery({});
  const checked = checkProposal('slow', shown, options);
  passTime();
  expect(await checked).toBeUndefined();
});

it('stops with the signal', async () => {
  const { options } = gallery({});
  const stop = new AbortController();
  const checked = checkProposal('slow', shown, { ...options, signal: stop.signal });
  stop.abort(new Error('closed'));
  await expect(checked).rejects.toThrow('closed');
  await expect(checkProposal('big', shown, { ...options, signal: stop.signal })).rejects.toThrow('closed');
});

it('gives every proposal that holds, with its size', async () => {
  const { options } = gallery({ a: [600, 400], b: [3000, 2000], c: [4000, 4000], d: 'broken' });
  expect(await checkProposals(['a', 'b', 'c', 'd'], shown, options)).toEqual([
    { url: 'a', widthPx: 600, heightPx: 400 },
    { url: 'b', widthPx: 3000, heightPx: 2000 },
  ]);
});

it('allows for rounding in small sizes, and for sizes that are not known', () => {
  expect(isSameAspect({ widthPx: 150, heightPx: 101 }, { widthPx: 3000, heightPx: 2000 })).toBe(true);
  expect(isSameAspect({ widthPx: 0, heightPx: 0 }, { widthPx: 3000, heightPx: 2000 })).toBe(true);
  expect(isSameAspect({ widthPx: 300, heightPx: 300 }, { widthPx: 3000, heightPx: 2000 })).toBe(false);
});
