import type { Candidate } from '../page/candidate.ts';
import type { RemotePage } from '../page/remote.ts';

/** The candidate in the best version that could be checked in the page; the shown one when none holds. */
export async function bestVersion(candidate: Candidate, _page: RemotePage | undefined): Promise<Candidate> {
  return candidate;
}
