import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { checkProposals, type Size } from '../lib/page/check-proposal.ts';

/** Injected where a larger version is to be tried: pictures load with the page's rights, and its CSP does not bind us. */
export default defineUnlistedScript(() => {
  const tackCheck = (proposals: string[], shown: Size) =>
    checkProposals(proposals, shown, { createImage: () => new Image() });
  Object.assign(globalThis, { tackCheck });
});
