import type { ToastView } from '../../lib/messages/toast.ts';
import type { Translate, WordKey } from '../../lib/words/translate.ts';

export type ToastWords = {
  title: string;
  detail: string;
  tone: 'plain' | 'good' | 'bad';
  /** The detail says why: it is shown whole, in a line of its own. */
  isReason?: boolean;
  /** Nothing more is to come: the toast may leave. */
  isSettled: boolean;
};

/** The sentences of a toast. A secret board is never named on a page. */
export function toastWords(toast: ToastView, words: Translate): ToastWords {
  if (toast.kind === 'note')
    return { title: words(toast.code as WordKey), detail: '', tone: 'plain', isReason: true, isSettled: true };
  if (toast.kind === 'window') {
    const title = words('toast.windowPosition', toast.position, toast.total);
    return { title, detail: words('toast.windowHint'), tone: 'plain', isSettled: false };
  }
  const board = toast.label ?? words('toast.secretBoard');
  const detail = [
    toast.title,
    toast.linkHost && words('toast.linksTo', toast.linkHost),
    toast.isSandbox && words('toast.sandbox'),
    toast.isIncognito && words('toast.incognito'),
  ]
    .filter(Boolean)
    .join(' · ');
  if (toast.isPrivateQuestion && toast.state === 'failed') {
    const title = words('toast.privatePicture');
    return { title, detail: words('toast.privateQuestion', board), tone: 'plain', isReason: true, isSettled: false };
  }
  switch (toast.state) {
    case 'saved': {
      const said = toast.isStill ? { detail: words('toast.still'), isReason: true } : { detail };
      return { title: words('toast.saved', board), ...said, tone: 'good', isSettled: true };
    }
    case 'failed':
      return {
        title: words('toast.failed'),
        detail: toast.reason ?? '',
        tone: 'bad',
        isReason: true,
        isSettled: false,
      };
    case 'in-doubt':
      return { title: words('toast.inDoubt', board), detail, tone: 'bad', isSettled: false };
    case 'unknown':
      return { title: words('toast.checking'), detail, tone: 'plain', isSettled: false };
    case 'undoing':
      return { title: words('toast.undoing'), detail, tone: 'plain', isSettled: false };
    case 'undone':
    case 'discarded':
      return { title: words('toast.undone', board), detail, tone: 'plain', isSettled: true };
    case 'waiting':
      return {
        title: words('toast.waiting', board),
        detail: toast.reason ?? detail,
        tone: 'plain',
        isReason: toast.reason !== undefined,
        isSettled: true,
      };
    default:
      return { title: words('toast.saving', board), detail, tone: 'plain', isSettled: false };
  }
}
