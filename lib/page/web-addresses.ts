import type { Candidate } from './candidate.ts';

/** The web addresses under which a picture may have been saved: any of its versions, or the one its site proposes. */
export function webAddresses({
  url,
  stated,
  larger,
  siteProposes,
}: Pick<Candidate, 'url' | 'stated' | 'larger' | 'siteProposes'>): string[] {
  return [url ?? [], stated?.url ?? [], larger, siteProposes?.media ?? []]
    .flat()
    .filter((one) => /^https?:/i.test(one));
}
