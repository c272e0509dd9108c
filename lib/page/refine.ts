import type { Candidate, Collection, PageFacts } from './candidate.ts';
import { candidateOf, type Draft, statedDraft } from './draft.ts';
import type { Findings, FoundPage } from './found.ts';
import { groupsOf } from './joins.ts';
import { type Statements, statementsOf } from './lead.ts';
import { pageLink } from './links.ts';
import { addressReason } from './reasons.ts';
import { cut, firstWords, headed, isNameOf, tidy, withoutSite } from './words.ts';

/** A page makes one picture for Pinterest, or a few; more are the slides of a carousel, waiting for their turn. */
const mostMadeForPins = 3;
const madeForPinsWeight = 3;

/** How much a statement has to count to make a picture the page's lead. */
const leads = 0.4;

/**
 * What the page's findings mean: the rules about addresses, texts and the page's own statements, which need no page,
 * are applied here, outside it. `isWhole` adds the pictures that the page only states, which later slices leave out;
 * `keepsOrder` leaves the pictures in the order in which the page gave them.
 */
export function refine(findings: Findings, { isWhole = true, keepsOrder = false } = {}): Collection {
  const { page, pictures } = findings;
  const said = statementsOf(page);
  const facts = factsOf(page, said);
  const found = pictures.flatMap((picture) => candidateOf(picture, page, facts, said) ?? []);
  const stated = said.pictures.flatMap((statement, index) => statedDraft(statement, index, facts, said) ?? []);
  const groups = groupsOf([...found, ...stated]);
  const drafts = new Map<number | undefined, Draft>();
  let dropped = pictures.length - found.length;
  for (const [index, draft] of [...found, ...stated].entries()) {
    const isStated = index >= found.length;
    const known = drafts.get(groups[index]);
    if (known) {
      known.lead += draft.lead;
      join(known, draft);
      if (!isStated) dropped++;
    } else if (!isStated || isWhole) {
      drafts.set(groups[index], draft);
      if (isStated) dropped--;
    }
  }
  const all = [...drafts.values()];
  weighMade(all);
  return finish(all, facts, findings, dropped, keepsOrder);
}

function weighMade(drafts: Draft[]) {
  const made = drafts.filter(({ isMadeForPins }) => isMadeForPins);
  for (const draft of made) {
    if (made.length > mostMadeForPins) draft.isMadeForPins = false;
    else draft.lead += madeForPinsWeight;
  }
}

function finish(
  drafts: Draft[],
  facts: PageFacts,
  { page: { isPicture }, shownCount, hiddenCount, isPartial }: Findings,
  dropped: number,
  keepsOrder: boolean,
): Collection {
  let hiddenHere = 0;
  for (const draft of drafts) {
    const was = draft.hidden;
    const isLead = draft.lead >= leads || draft.isMadeForPins || isPicture;
    if (facts.nopin) draft.hidden = 'asked-not-to';
    else if (isLead) delete draft.hidden;
    else {
      const reason = addressReason(draft.url ?? '', draft.widthPx, draft.heightPx);
      if (reason && draft.hidden !== 'asked-not-to') draft.hidden = reason;
    }
    if (isLead) lead(draft, facts);
    hiddenHere += +!!draft.hidden - +!!was;
  }
  const rankOf = ({ hidden, lead: weight, isMadeForPins }: Draft) =>
    hidden ? -1 : weight >= leads ? weight : isMadeForPins ? leads / 2 : 0;
  if (!keepsOrder) drafts.sort((a, b) => rankOf(b) - rankOf(a) || b.score - a.score || a.order - b.order);
  return {
    facts,
    candidates: drafts.slice(0, 120).map(candidate),
    shownCount: Math.max(0, shownCount - dropped - hiddenHere),
    hiddenCount: Math.max(0, hiddenCount + hiddenHere),
    isPartial,
  };
}

/** The page's lead picture is named and described by the page. */
function lead(draft: Draft, { title, link }: PageFacts) {
  if (draft.isListed || draft.source === 'embed') {
    if (link) draft.link = link;
    draft.description ||= draft.pageDescription;
  }
  if (!draft.hasPinTitle && title) draft.title = cut(title, 100);
}

function candidate({
  sizes,
  score,
  lead,
  isListed,
  isMadeForPins,
  hasPinTitle,
  hasPinDescription,
  pageDescription,
  ...rest
}: Draft): Candidate {
  return rest;
}

/** Two sizes of one picture: the better ranked stays, and learns of the other. */
function join(known: Draft, other: Draft) {
  const isLarger = other.widthPx > known.widthPx;
  const own = other.url ? [other.url] : [];
  const addresses = isLarger ? [...own, ...known.larger, ...other.larger] : [...known.larger, ...own, ...other.larger];
  known.larger = [...new Set(addresses)].filter((url) => url !== known.url).slice(0, 4);
  known.altText ||= other.altText;
  if (other.source === 'embed') {
    known.source = other.source;
    if (other.link) known.link = other.link;
  }
  if (other.hasPinDescription && !known.hasPinDescription) known.description = other.description;
  known.isMadeForPins ||= other.isMadeForPins;
  if (!known.widthPx) {
    known.widthPx = other.widthPx;
    known.heightPx = other.heightPx;
  }
}

function factsOf(page: FoundPage, { meta, canonical, itemName, siteNames }: Statements): PageFacts {
  const { url, nopin } = page;
  const siteName = cut(siteNames[0] ?? '', 100);
  const link = pageLink({
    url,
    canonical,
    openGraph: meta.get('og:url') ?? '',
    pinUrl: meta.get('pin:url') ?? meta.get('pinterest:url') ?? '',
  });
  return {
    url,
    title: cut(titleOf(page, meta, itemName, siteNames), 300),
    siteName,
    ...(link && { link }),
    ...(nopin && { nopin: { message: cut(nopin.message, 500) } }),
    noHover: page.meta.some(([name, content]) => name === 'pinterest' && /^nohover$/i.test(content)),
    isComplete: page.isComplete,
  };
}

/** The name of what the page is about. */
function titleOf(
  { heading, documentTitle, url }: FoundPage,
  meta: Map<string, string>,
  item: string,
  siteNames: string[],
) {
  const stated = tidy(meta.get('og:title') ?? meta.get('twitter:title') ?? documentTitle);
  const name = tidy(item);
  const isNamed = name && (!stated || isNameOf(name, stated));
  const title = firstWords([
    meta.get('pin:title'),
    meta.get('pinterest:title'),
    isNamed ? name : '',
    stated,
    heading,
    documentTitle,
  ]);
  const bare = withoutSite(title, siteNames, URL.canParse(url) ? new URL(url).hostname : '');
  return headed(bare, tidy(heading));
}
