import { showToolbar } from '../../lib/browser/toolbar.ts';
import { toolbarFace } from '../../lib/browser/toolbar-face.ts';
import { createPlural } from '../../lib/words/plural.ts';
import { translate } from '../../lib/words/translate.ts';
import type { Tack } from './tack.ts';

const tickMs = 2_000;
/** A little later than the save itself, so that the request for the pin leaves first. */
const followMs = 100;
const times = new Intl.DateTimeFormat(undefined, { timeStyle: 'short' });
const plural = createPlural(translate, new Intl.PluralRules(translate('language')));

/** The toolbar button's look, kept true while the worker runs. */
export function createToolbar(tack: Tack) {
  let savedAtMs = Number.NEGATIVE_INFINITY;
  let isFollowing = false;

  async function show(): Promise<void> {
    const [account, outbox] = await Promise.all([tack.accounts.current(), tack.outbox()]);
    const own = account && { connection: account.connectionId, environment: account.environment };
    const counts = outbox.counts(own);
    const pause = own && outbox.pause(own);
    const face = toolbarFace(
      {
        isConnected: account !== undefined && !account.needsSignIn,
        waitingCount: counts.waiting + counts.checking,
        failedCount: counts.failed + counts.inDoubt,
        pausedUntilMs: pause?.reason === 'rate-limited' ? pause.untilMs : undefined,
        isJustSaved: Date.now() - savedAtMs < tickMs,
      },
      { words: translate, plural, clockTime: (atMs) => times.format(atMs) },
    );
    await showToolbar(face);
  }

  function showSoon(): void {
    if (isFollowing) return;
    isFollowing = true;
    setTimeout(() => {
      isFollowing = false;
      void show();
    }, followMs);
  }

  return {
    show,
    /** Follows every save from now on. */
    async follow(): Promise<void> {
      const outbox = await tack.outbox();
      outbox.listen(({ job, before }) => {
        if (job.state === 'saved' && before !== undefined && before !== 'saved' && before !== 'undoing') {
          savedAtMs = Date.now();
          setTimeout(() => void show(), tickMs);
        }
        showSoon();
      });
    },
  };
}
