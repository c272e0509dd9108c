import type { Candidate } from './candidate.ts';

/** The web addresses under which a picture may have been saved: those of its versions. */
export function webAddresses({ url, stated, larger }: Pick<Candidate, 'url' | 'stated' | 'larger'>): string[] {
  return [url ?? [], stated ?? [], larger].flat().filter((one) => /^https?:/i.test(one));
}
