import { versionKey } from './key.ts';
import type { Rule } from './rule.ts';
import { rules } from './rules.ts';

/** Parameters that sign an address: changing anything else in it breaks it. */
const signed =
  /[?&](?:s=[\w%-]{16,}|(?:sig|sign|signature|hmac|hash|token|x-amz-signature|x-goog-signature|policy|key-pair-id|expires|oe|oh|st|auth|verify|ixlib[^&]*&s)=)/i;
const signedPath = /\/thmb\/|\/s--[\w-]{8,}--\/|\/unsafe\/.*\/unsafe\/|\/\?sig=/;

/** Whether the address carries a signature over its own size. */
export function isSigned(url: string): boolean {
  return signed.test(url) || signedPath.test(url);
}

/**
 * Addresses at which a larger original of the picture may be, best first; proposals, to be checked before use. Empty
 * when no rule knows the address or it is signed.
 */
export function originalsOf(url: string): string[] {
  if (!/^https?:\/\//.test(url) || url.length > 4096 || !URL.canParse(url)) return [];
  const found: string[] = [];
  let from = url;
  for (let step = 0; step < 4; step++) {
    const next = applied(from);
    if (next.length === 0) break;
    found.unshift(...next);
    const [best = ''] = next;
    if (best === from) break;
    from = best;
  }
  return [...new Set(found)].filter((one) => one !== url && URL.canParse(one)).slice(0, 4);
}

function applied(url: string): string[] {
  const parsed = new URL(url);
  const isFixed = isSigned(url);
  for (const { isWrapper, rewrite } of rulesFor(parsed.hostname)) {
    if (!isWrapper && isFixed) continue;
    try {
      const found = [rewrite(url, parsed) ?? []]
        .flat()
        .filter((one) => one !== url && /^https?:\/\//.test(one) && URL.canParse(one));
      if (found.length > 0) return found;
    } catch {
      // A malformed escape: this rule does not know the address.
    }
  }
  return [];
}

/** The rules that speak of a host. A page of thousands of pictures has a few hosts: each is looked up once. */
function rulesFor(hostname: string): readonly Rule[] {
  const known = rulesByHost.get(hostname);
  if (known) return known;
  const found = rules.filter(({ host }) => !host || host.test(hostname));
  if (rulesByHost.size >= mostHosts) rulesByHost.clear();
  rulesByHost.set(hostname, found);
  return found;
}

const mostHosts = 100;
const rulesByHost = new Map<string, readonly Rule[]>();

/** A name that every size of one picture shares: for joining, and for "already saved". */
export function pictureKey(url: string): string {
  return versionKey(originalsOf(url)[0] ?? url);
}
