import type { Candidate, PageFacts } from '../page/candidate.ts';
import { settings } from '../settings/settings.ts';
import type { Templates } from '../settings/templates.ts';
import { fillTexts } from '../settings/texts.ts';

/** A picture with the texts that the person's templates make of the page's; a Pin keeps its own. */
export function inOwnWords<C extends Candidate>(candidate: C, facts: PageFacts, { title, description }: Templates): C {
  if (candidate.pinId) return candidate;
  const siteName = facts.siteName || (URL.parse(facts.url)?.hostname ?? '');
  return { ...candidate, ...fillTexts({ title, description }, { ...candidate, siteName }) };
}

/** The person's templates as they stand now. */
export async function templatesNow(): Promise<Templates> {
  const { titleTemplate: title, descriptionTemplate: description } = await settings.get();
  return { title, description };
}
