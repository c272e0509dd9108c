import { computed, signal } from '@preact/signals';
import type { ConnectionForm, OptionsActions, OptionsModel, Shortcut } from '../../components/options/model.ts';
import { openShortcutSettings, shortcuts } from '../../lib/browser/shortcuts.ts';
import { Failure } from '../../lib/failure.ts';
import type { Credentials } from '../../lib/messages/protocol.ts';
import { send } from '../../lib/messages/send.ts';
import { account } from '../../lib/settings/account.ts';
import { changeSettings, settings } from '../../lib/settings/settings.ts';
import { sentence } from '../../lib/words/sentence.ts';
import { type Translate, translate } from '../../lib/words/translate.ts';

const emptyForm: ConnectionForm = {
  kind: 'own-app',
  environment: 'production',
  appId: '',
  appSecret: '',
  relayUrl: import.meta.env['WXT_RELAY_URL'] ?? '',
};

/** What Options shows and does; `ready` settles when all of it was read once. */
export async function createOptions(words: Translate = translate) {
  const form = signal(emptyForm);
  const isConnecting = signal(false);
  const problem = signal<string>();
  const isAskingAboutWaiting = signal(false);
  const waitingCount = signal(0);
  const [connected, chosen, redirectUris, keys] = await Promise.all([
    account.get(),
    settings.get(),
    send('redirectUris'),
    shortcuts(),
  ]);
  const accountView = signal(connected ?? undefined);
  const settingsView = signal(chosen);
  const shortcutsView = signal<Shortcut[]>(keys);
  account.watch((value) => {
    accountView.value = value ?? undefined;
  });
  settings.watch((value) => {
    settingsView.value = value;
  });

  const model = computed(
    (): OptionsModel => ({
      account: accountView.value,
      form: form.value,
      redirectUris,
      isConnecting: isConnecting.value,
      problem: problem.value,
      waitingCount: waitingCount.value,
      isAskingAboutWaiting: isAskingAboutWaiting.value,
      settings: settingsView.value,
      shortcuts: shortcutsView.value,
    }),
  );

  /** Runs something that may fail, and says so on the page. */
  async function attempt(work: () => Promise<void>): Promise<void> {
    problem.value = undefined;
    try {
      await work();
    } catch (error) {
      problem.value = sentence(error instanceof Failure ? error.code : 'unknown', words);
    }
  }

  const actions: OptionsActions = {
    changeForm(change) {
      form.value = { ...form.value, ...change };
    },
    async connect() {
      if (isConnecting.value) return;
      isConnecting.value = true;
      await attempt(async () => {
        const view = accountView.value;
        accountView.value = view?.needsSignIn
          ? await send('signInAgain')
          : await send('connect', credentials(form.value));
        form.value = emptyForm;
      });
      isConnecting.value = false;
    },
    disconnect: (discardWaiting) =>
      attempt(async () => {
        if (discardWaiting === undefined) {
          waitingCount.value = (await send('listJobs')).filter(({ state }) => state !== 'saved').length;
          isAskingAboutWaiting.value = waitingCount.value > 0;
          if (isAskingAboutWaiting.value) return;
        }
        isAskingAboutWaiting.value = false;
        await send('disconnect', { discardWaiting: discardWaiting ?? false });
        accountView.value = undefined;
      }),
    keepConnection() {
      isAskingAboutWaiting.value = false;
    },
    changeSettings: (change) => attempt(async () => void (await changeSettings(change))),
    copyRedirectUri: (uri) => attempt(() => navigator.clipboard.writeText(uri)),
    openShortcuts: () => attempt(openShortcutSettings),
  };
  return { model, actions };
}

/** The form as a request; throws the failure that names what is missing. */
function credentials(form: ConnectionForm): Credentials {
  if (form.kind === 'relay') {
    if (!URL.canParse(form.relayUrl)) throw new Failure('relay-url-missing');
    return { kind: 'relay', relayUrl: form.relayUrl };
  }
  if (!/^\d{1,32}$/.test(form.appId)) throw new Failure('app-id-missing');
  if (!form.appSecret) throw new Failure('app-secret-missing');
  return { kind: 'own-app', environment: form.environment, appId: form.appId, appSecret: form.appSecret };
}
