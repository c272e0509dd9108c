import type { Browser } from 'wxt/browser';
import type { Candidate, PageFacts } from '../page/candidate.ts';
import { PictureUrl } from '../page/candidate.ts';
import { cleanLink } from '../page/links.ts';
import { cut } from '../page/words.ts';

type Click = Pick<Browser.contextMenus.OnClickData, 'srcUrl' | 'frameUrl' | 'pageUrl'>;

/**
 * A clicked picture in a page or frame that we may not read, known by what the browser says of the click alone.
 * Undefined when its address is none that a picture can have outside the page.
 */
export function unreadPicture(
  { srcUrl, frameUrl, pageUrl }: Click,
  tabTitle: string,
): { candidate: Candidate; facts: PageFacts } | undefined {
  const url = PictureUrl.safeParse(srcUrl);
  if (!url.success) return undefined;
  const link = cleanLink(frameUrl ?? pageUrl ?? '');
  const title = cut(tabTitle, 100);
  const candidate: Candidate = {
    id: 0,
    order: 0,
    source: 'img',
    url: url.data,
    larger: [],
    widthPx: 0,
    heightPx: 0,
    title,
    description: '',
    altText: '',
    ...(link && { link }),
  };
  const facts = { url: pageUrl ?? '', title, siteName: '', noHover: false, isComplete: true };
  return { candidate, facts };
}
