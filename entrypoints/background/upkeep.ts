import { forgetAllChosen } from '../../lib/boards/chosen.ts';
import { dropAllSites } from '../../lib/browser/site-access.ts';
import { Failure } from '../../lib/failure.ts';
import { base64Of } from '../../lib/image/base64.ts';
import { samplePicture } from '../../lib/image/sample.ts';
import type { Handlers } from '../../lib/messages/serve.ts';
import { createPin, deletePin } from '../../lib/pinterest/pins.ts';
import { clearStorage } from '../../lib/storage/clear.ts';
import { translate } from '../../lib/words/translate.ts';
import type { Tack } from './tack.ts';

type Upkeep = Pick<Handlers, 'startPaste' | 'finishPaste' | 'checkSaving' | 'clearHistory' | 'deleteEverything'>;

/** What Options asks for besides connecting: trying the connection, and forgetting. */
export function upkeepOf({ accounts, boards, outbox, signedIn }: Tack): Upkeep {
  return {
    startPaste: (credentials) => accounts.startPaste(credentials),
    async finishPaste(address) {
      const view = await accounts.finishPaste(address);
      await signedIn();
      return view;
    },
    async checkSaving({ boardId, secret }) {
      const account = await accounts.current();
      if (!account) throw new Failure('not-connected', 'there is nothing to try');
      const pinterest = accounts.client(account.environment);
      const data = await base64Of(await samplePicture());
      const pin = await createPin(
        pinterest,
        {
          board_id: boardId,
          title: translate('options.check'),
          media_source: { source_type: 'image_base64', content_type: 'image/jpeg', data },
        },
        { isSecret: secret },
      );
      await deletePin(pinterest, pin.id);
      // What Pinterest said of the app before no longer holds.
      await accounts.mark({ isTrial: false });
      await (await outbox()).resume('trial-app');
    },
    async clearHistory() {
      await (await outbox()).history.clear();
      await forgetAllChosen();
    },
    async deleteEverything() {
      await (await outbox()).forgetAll();
      await accounts.forgetAll();
      await boards.forgetAll();
      await dropAllSites();
      await clearStorage();
    },
  };
}
