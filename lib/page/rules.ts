/** One host's or platform's way from a small version to its original. */
export interface Rule {
  /** The hosts it speaks of; any when absent. */
  host?: RegExp;
  /** Unwraps the address of the origin, so that a signature over the wrapper does not matter. */
  isWrapper?: boolean;
  /** The larger version, several with the best first, or nothing. */
  rewrite: (url: string, parsed: URL) => string | string[] | undefined;
}

/** A rule that replaces what `from` matches in the whole address. */
function swap(from: RegExp, to: string, host?: RegExp): Rule {
  return { ...(host && { host }), rewrite: (url) => (from.test(url) ? url.replace(from, to) : undefined) };
}

/** A rule that drops parameters; the whole query when none are named. */
function dropQuery(host: RegExp | undefined, ...names: string[]): Rule {
  return {
    ...(host && { host }),
    rewrite(url, { searchParams }) {
      if (![...searchParams.keys()].some((name) => names.length === 0 || names.includes(name))) return;
      const [path = '', query = ''] = url.split(/\?(.*)/s, 2);
      const kept = query.split('&').filter((part) => names.length > 0 && !names.includes(part.split('=', 1)[0] ?? ''));
      return kept.length > 0 ? `${path}?${kept.join('&')}` : path;
    },
  };
}

export const rules: Rule[] = [
  {
    isWrapper: true,
    rewrite: (url, { pathname, searchParams }) => {
      const inner = searchParams.get('url');
      return /\/_(?:next|vercel)\/image\/?$/.test(pathname) && inner ? new URL(inner, url).href : undefined;
    },
  },
  {
    host: /^i\d\.wp\.com$/,
    rewrite: (_url, { pathname, searchParams }) => `http${searchParams.get('ssl') === '0' ? '' : 's'}:/${pathname}`,
  },
  swap(/-\d{2,4}x\d{2,4}(?=\.\w{3,4}$)/, ''),
  dropQuery(undefined, 'resize', 'fit', 'w', 'h'),
];
