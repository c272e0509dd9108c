/** One host's or platform's way from a small version to its original. */
export interface Rule {
  /** The hosts it speaks of; any when absent. */
  host?: RegExp;
  /** Gives the address of the origin, so that a signature over the wrapper does not matter. */
  isWrapper?: boolean;
  /** The larger version, several with the best first, or nothing. */
  rewrite: (url: string, parsed: URL) => string | string[] | undefined;
}

/** Replaces what `from` matches in the whole address; several replacements make several proposals. */
export function swap(host: RegExp | undefined, from: RegExp, ...to: string[]): Rule {
  return {
    ...(host && { host }),
    rewrite: (url) => (from.test(url) ? to.map((one) => url.replace(from, one)) : undefined),
  };
}

/** Gives the first group of `from`, decoded, as the address of the origin; `before` completes it. */
export function unwrap(host: RegExp | undefined, from: RegExp, before = ''): Rule {
  return {
    ...(host && { host }),
    isWrapper: true,
    rewrite: (url) => {
      const inner = from.exec(url)?.[1];
      return inner && before + (/^https?%3a/i.test(inner) ? decodeURIComponent(inner) : inner);
    },
  };
}

/** Drops these parameters, or the whole query when none are named. */
export function dropQuery(host: RegExp | undefined, ...names: string[]): Rule {
  return {
    ...(host && { host }),
    rewrite: (url, { search }) => {
      if (!search) return;
      const [path = '', query = ''] = url.replace(/#.*/, '').split(/\?(.*)/s, 2);
      const isKept = (part: string) => names.length > 0 && !names.includes(part.split('=', 1)[0] ?? '');
      const kept = query.split('&').filter(isKept).join('&');
      return kept ? `${path}?${kept}` : path;
    },
  };
}
