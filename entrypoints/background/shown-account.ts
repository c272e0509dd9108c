import type { Account } from '../../lib/account/account.ts';
import type { Environment } from '../../lib/account/environment.ts';
import { Failure } from '../../lib/failure.ts';
import type { AccountView } from '../../lib/messages/views.ts';
import type { Pinterest } from '../../lib/pinterest/client.ts';
import { getUserAccount } from '../../lib/pinterest/user-account.ts';
import { account as shown } from '../../lib/settings/account.ts';
import { environment as chosen } from '../../lib/settings/environment.ts';

/** Who is connected, as Tack's pages show it: read once, kept for this browser session. */
export function createShownAccount(
  account: Pick<Account, 'connection'>,
  clientOf: (environment: Environment) => Pinterest,
) {
  let reading: Promise<AccountView | undefined> | undefined;
  /** Pinterest is asked once whose connection it is, whoever wants to know. */
  let asking: ReturnType<typeof getUserAccount> | undefined;

  /** Remembers for this browser session what Pinterest said of the app or of the sign-in. */
  async function mark(change: Partial<Pick<AccountView, 'needsSignIn' | 'isTrial'>>): Promise<void> {
    await shown.update((view) => view && { ...view, ...change });
  }

  /** What is stored of the connection; the name and picture follow when Pinterest has told them. */
  async function read(): Promise<AccountView | undefined> {
    const seen = await shown.get();
    if (seen !== undefined) return seen ?? undefined;
    const environment = await chosen.get();
    const connection = await account.connection(environment);
    const view: AccountView | undefined = connection && {
      connectionId: connection.id,
      kind: connection.kind,
      environment,
      scopes: [...connection.scopes],
      needsSignIn: false,
      isTrial: false,
    };
    await shown.set(view ?? null);
    if (view) void name(view).catch(() => undefined);
    return view;
  }

  async function name(view: AccountView): Promise<AccountView> {
    asking ??= getUserAccount(clientOf(view.environment)).catch((error: unknown) => {
      asking = undefined;
      throw error;
    });
    const { username, profile_image: imageUrl } = await asking;
    const named = { ...view, username, ...(imageUrl && { imageUrl }) };
    await shown.update((current) => (current?.connectionId === view.connectionId ? { ...current, ...named } : current));
    return named;
  }

  function current(): Promise<AccountView | undefined> {
    reading ??= read().finally(() => {
      reading = undefined;
    });
    return reading;
  }

  /** Another connection is there: forgets what was shown of the one before. */
  async function renew(): Promise<AccountView> {
    await shown.remove();
    reading = undefined;
    asking = undefined;
    const view = await current();
    if (!view) throw new Failure('not-connected', 'the connection was not stored');
    return name(view).catch(() => view);
  }

  return { mark, current, renew, showNobody: () => shown.set(null) };
}
