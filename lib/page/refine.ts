import { type Candidate, type Collection, type PageFacts, PictureUrl } from './candidate.ts';
import type { Findings, FoundPage, FoundPicture } from './found.ts';
import { cleanLink, itemLink, pageLink } from './links.ts';
import { originalsOf, pictureKey } from './originals.ts';
import { cut, firstWords, shareWord, tidy, withoutSite } from './words.ts';

const tileWidthPx = 150;

/** What the page's findings mean: rules about addresses and texts that need no page are applied here, outside it. */
export function refine({ page, pictures, ...counts }: Findings): Collection {
  const facts = factsOf(page);
  const byKey = new Map<string, Candidate>();
  let joined = 0;
  for (const picture of pictures) {
    const candidate = candidateOf(picture, page, facts);
    const key = picture.url ? pictureKey(picture.url) : `#${picture.id}`;
    const known = byKey.get(key);
    if (known) {
      joined++;
      join(known, candidate);
    } else {
      byKey.set(key, candidate);
    }
  }
  return { facts, candidates: [...byKey.values()], ...counts, shownCount: Math.max(0, counts.shownCount - joined) };
}

/** Two sizes of one picture that only a host's rule could tell: the better ranked stays, and learns of the other. */
function join(known: Candidate, other: Candidate) {
  const isLarger = other.widthPx > known.widthPx;
  const addresses = [...(isLarger && other.url ? [other.url] : []), ...known.larger, ...other.larger];
  known.larger = [...new Set(addresses)].filter((url) => url !== known.url).slice(0, 4);
  known.altText ||= other.altText;
  if (!known.widthPx) {
    known.widthPx = other.widthPx;
    known.heightPx = other.heightPx;
  }
}

function factsOf(page: FoundPage): PageFacts {
  const { meta, url, nopin } = page;
  const siteName = cut(tidy(meta['og:site_name'] ?? meta['application-name']), 100);
  const link = pageLink({
    url,
    canonical: page.canonical,
    openGraph: meta['og:url'] ?? '',
    pinUrl: meta['pin:url'] ?? meta['pinterest:url'] ?? '',
  });
  return {
    url,
    title: cut(titleOf(page, siteName), 300),
    siteName,
    ...(link && { link }),
    ...(nopin && { nopin }),
    noHover: /^nohover$/i.test(meta['pinterest'] ?? ''),
    isComplete: page.isComplete,
  };
}

/** The name of what the page is about. */
function titleOf({ meta, itemName, heading, documentTitle, url }: FoundPage, siteName: string): string {
  const stated = tidy(meta['og:title'] ?? meta['twitter:title'] ?? documentTitle);
  const name = tidy(itemName);
  const isNamed = name && (!stated || shareWord(name, stated));
  const title = firstWords([
    meta['pin:title'],
    meta['pinterest:title'],
    isNamed ? name : '',
    stated,
    heading,
    documentTitle,
  ]);
  const host = URL.canParse(url) ? new URL(url).hostname : '';
  return withoutSite(title, siteName, host);
}

function candidateOf(picture: FoundPicture, page: FoundPage, facts: PageFacts): Candidate {
  const { id, order, source, url, handle, widthPx, heightPx, hidden, lead } = picture;
  const own = source === 'embed' ? cleanLink(picture.href ?? '') : itemLink(picture.href, page.url);
  const pinUrl = facts.link && picture.pinUrl ? cleanLink(picture.pinUrl) : undefined;
  const isItem = !!own && lead < 1;
  const link = pinUrl ?? (isItem && facts.link ? own : facts.link);
  const pinId = /^\d{1,40}$/.exec(picture.pinId ?? '')?.[0];
  const known = pinId ?? pinOnPinterest(picture, page.url);
  const proposes = {
    ...(picture.pinMedia && isPicture(picture.pinMedia) && { media: picture.pinMedia }),
    ...(pinUrl && { link: pinUrl }),
    ...(pinId && { pinId }),
  };
  return {
    id,
    order,
    source,
    ...(url && isPicture(url) && { url }),
    ...(handle !== undefined && { handle }),
    ...sizesOf(picture),
    widthPx,
    heightPx,
    ...textsOf(picture, page, facts, isItem),
    ...(link && { link }),
    ...(known && { pinId: known }),
    ...(Object.keys(proposes).length > 0 && { siteProposes: proposes }),
    ...(hidden && { hidden }),
  };
}

function isPicture(url: string): boolean {
  return PictureUrl.safeParse(url).success;
}

function sizesOf({ url = '', versions, preview, widthPx }: FoundPicture): Pick<Candidate, 'larger' | 'thumbnail'> {
  const wider = versions.filter((version) => version.widthPx > widthPx);
  const largest = wider[0]?.url;
  const proposals = [
    ...originalsOf(url),
    ...(largest ? originalsOf(largest) : []),
    ...wider.map((version) => version.url),
  ];
  const enough = versions
    .filter((version) => version.widthPx >= 2 * tileWidthPx && version.widthPx < (widthPx || 999))
    .at(-1);
  const thumbnail = preview ?? enough?.url ?? (widthPx || !largest ? url : largest);
  return {
    larger: [...new Set(proposals)].filter((one) => one !== url && isPicture(one)).slice(0, 4),
    ...(isPicture(thumbnail) && { thumbnail }),
  };
}

function textsOf({ texts, lead }: FoundPicture, page: FoundPage, { title, siteName, url }: PageFacts, isItem: boolean) {
  const { pinTitle, pinDescription, alt, caption, label, heading, linkText } = texts;
  const { meta, itemDescription, selection } = page;
  const host = URL.canParse(url) ? new URL(url).hostname : '';
  const named = isItem ? [heading, linkText, alt, label] : [alt, caption, label, texts.title, heading, linkText];
  const own = withoutSite(firstWords([pinTitle, ...(lead >= 1 ? [] : named)]), siteName, host);
  const ofPage = [
    meta['pin:description'],
    meta['pinterest:description'],
    meta['og:description'],
    itemDescription,
    meta['description'],
  ];
  return {
    title: cut(own || title, 100),
    description: cut(firstWords([pinDescription, selection, caption, ...(isItem ? [] : ofPage)]), 800),
    altText: cut(firstWords([alt, label, caption, texts.title, meta['og:image:alt']].slice(0, lead >= 1 ? 5 : 4)), 500),
  };
}

/** On Pinterest itself the link around a picture, or the page, names the Pin. */
function pinOnPinterest({ url, href }: FoundPicture, page: string): string | undefined {
  if (
    !/^https:\/\/i\.pinimg\.com\//.test(url ?? '') ||
    !/(?:^|\.)pinterest\./.test(URL.canParse(page) ? new URL(page).hostname : '')
  )
    return;
  return /\/pin\/(?:[\w-]*--)?(\d{1,40})(?:\/|$)/.exec(href ?? page)?.[1];
}
