import { browser } from 'wxt/browser';

/** The rule of this session that a request for one picture borrows; there is never more than one. */
const ruleId = 1;

/** What Pinterest could not fetch and we may not either: the right to one host, and to say there where we come from. */
function wanted(pictureUrl: string) {
  const { protocol, host } = new URL(pictureUrl);
  return { origins: [`${protocol}//${host}/*`], permissions: ['declarativeNetRequestWithHostAccess' as const] };
}

/** Asks the person for the right to a picture's host. Call it first in a click's handler: after an await it is refused. */
export function requestPictureAccess(pictureUrl: string): Promise<boolean> {
  return browser.permissions.request(wanted(pictureUrl));
}

export function hasPictureAccess(pictureUrl: string): Promise<boolean> {
  return browser.permissions.contains(wanted(pictureUrl));
}

let last: Promise<unknown> = Promise.resolve();

/** `fetch` for a picture that its host shows to readers of `pageUrl` only: says that we come from there, this once. */
export function fetchAsReader(pageUrl: string): typeof fetch {
  return (input, init) => {
    const mine = last.then(async () => {
      await browser.declarativeNetRequest.updateSessionRules({
        removeRuleIds: [ruleId],
        addRules: [rule(input, pageUrl)],
      });
      try {
        return await fetch(input, init);
      } finally {
        await browser.declarativeNetRequest.updateSessionRules({ removeRuleIds: [ruleId] });
      }
    });
    last = mine.catch(() => undefined);
    return mine;
  };
}

function rule(input: Parameters<typeof fetch>[0], pageUrl: string) {
  const url = input instanceof Request ? input.url : `${input}`;
  return {
    id: ruleId,
    action: {
      type: 'modifyHeaders' as const,
      requestHeaders: [{ header: 'referer', operation: 'set' as const, value: pageUrl }],
    },
    condition: {
      urlFilter: `|${url.replace(/#.*$/s, '')}|`,
      isUrlFilterCaseSensitive: true,
      // Ours alone: requests of pages have a tab.
      tabIds: [browser.tabs.TAB_ID_NONE],
      resourceTypes: ['xmlhttprequest' as const],
    },
  };
}
