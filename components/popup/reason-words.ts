import type { HiddenReason } from '../../lib/page/candidate.ts';
import type { WordKey } from '../../lib/words/translate.ts';

const keys: Readonly<Record<HiddenReason, WordKey>> = {
  'too-small': 'popup.hidden.tooSmall',
  'too-wide': 'popup.hidden.tooWide',
  icon: 'popup.hidden.icon',
  sprite: 'popup.hidden.sprite',
  avatar: 'popup.hidden.avatar',
  ad: 'popup.hidden.ad',
  tracking: 'popup.hidden.tracking',
  placeholder: 'popup.hidden.placeholder',
  'asked-not-to': 'popup.hidden.askedNotTo',
  'not-a-picture': 'popup.hidden.notAPicture',
};

/** The words for why a picture is hidden. */
export function reasonKey(reason: HiddenReason): WordKey {
  return keys[reason];
}
