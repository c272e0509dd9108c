import type { Browser } from 'wxt/browser';
import { runFunction } from '../browser/inject.ts';
import { PictureUrl } from '../page/candidate.ts';
import { cleanLink } from '../page/links.ts';
import { describeVideo, isVideoFile, VideoFacts } from '../page/video.ts';
import type { SaveRequest, Target } from '../save/request.ts';

type Click = Pick<Browser.contextMenus.OnClickData, 'srcUrl' | 'frameId' | 'frameUrl' | 'pageUrl'>;
type Tab = Browser.tabs.Tab;

/** The wish to save the video that was clicked; undefined when it is a stream, of which there is no file. */
export async function videoRequest(click: Click, tab: Tab, target: Target): Promise<SaveRequest | undefined> {
  const { srcUrl = '', frameId = 0, frameUrl, pageUrl } = click;
  if (!isVideoFile(srcUrl)) return undefined;
  const told = await runFunction({ tabId: tab.id ?? 0, frameIds: [frameId] }, describeVideo, srcUrl).catch(
    () => undefined,
  );
  const {
    poster = '',
    widthPx = 0,
    heightPx = 0,
    label = '',
    title = tab.title ?? '',
  } = VideoFacts.safeParse(told).data ?? {};
  const cover = PictureUrl.safeParse(poster).data;
  const link = cleanLink(frameUrl ?? pageUrl ?? '');
  return {
    picture: { ...(cover && { url: cover }), widthPx, heightPx, isPrivate: false, videoUrl: srcUrl },
    target,
    title: (label || title).slice(0, 100),
    description: '',
    altText: '',
    ...(link && { link }),
    gesture: 'menu',
    page: { url: pageUrl ?? '', title: title.slice(0, 300) },
    isIncognito: tab.incognito,
  };
}
