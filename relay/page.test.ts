import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { continuePage, PAGE_CSP, sentencePage } from './page.ts';

describe('the pages', () => {
  it('continue by a meta refresh and a visible link, without script', () => {
    const page = continuePage('https://x.chromiumapp.org/relay?code=a&state=b');
    expect(page).toContain('content="0;url=https://x.chromiumapp.org/relay?code=a&#38;state=b"');
    expect(page).toContain('<a href="https://x.chromiumapp.org/relay?code=a&#38;state=b">Continue</a>');
    expect(page).not.toContain('<script');
    expect(PAGE_CSP).not.toContain('script-src');
  });

  it('never let a text out of its place', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'<>"\'&;=/ascript') }), (text) => {
        const tags = sentencePage(text).match(/[<>"]/g)?.length;
        expect(tags).toBe(sentencePage('').match(/[<>"]/g)?.length);
      }),
    );
  });
});
