import { computed, signal } from '@preact/signals';
import type { ConnectionForm, OptionsActions } from '../../components/options/model.ts';
import { openTab } from '../../lib/browser/tabs.ts';
import { Failure } from '../../lib/failure.ts';
import type { Credentials } from '../../lib/messages/protocol.ts';
import { send } from '../../lib/messages/send.ts';
import type { AccountView, JobView } from '../../lib/messages/views.ts';
import { account } from '../../lib/settings/account.ts';
import { changeSettings } from '../../lib/settings/settings.ts';
import { sentence } from '../../lib/words/sentence.ts';
import { translate } from '../../lib/words/translate.ts';

const emptyForm: ConnectionForm = {
  kind: 'own-app',
  environment: 'production',
  appId: '',
  appSecret: '',
  relayUrl: import.meta.env['WXT_RELAY_URL'] ?? '',
};

/** Nothing more happens to these: *Disconnect* need not ask about them. */
const settled: ReadonlySet<string> = new Set(['saved', 'undone', 'discarded']);

type Actions = Pick<
  OptionsActions,
  'changeForm' | 'connect' | 'startPaste' | 'finishPaste' | 'disconnect' | 'keepConnection' | 'setSecretBoards'
>;

/** Who is connected, and the ways in and out. */
export function createConnection(known: AccountView | null | undefined) {
  const view = signal(known ?? undefined);
  const form = signal(emptyForm);
  const isConnecting = signal(false);
  const isPasting = signal(false);
  const problem = signal<string>();
  const waitingCount = signal(0);
  const isAskingAboutWaiting = signal(false);
  account.watch((value) => {
    view.value = value ?? undefined;
  });

  /** Runs something that may fail, and says so on the page; one at a time. */
  async function attempt(work: () => Promise<void>): Promise<boolean> {
    if (isConnecting.value) return false;
    isConnecting.value = true;
    problem.value = undefined;
    try {
      await work();
      return true;
    } catch (error) {
      problem.value = sentence(error instanceof Failure ? error.code : 'unknown', translate);
      return false;
    } finally {
      isConnecting.value = false;
    }
  }

  const actions: Actions = {
    changeForm(change) {
      form.value = { ...form.value, ...change };
    },
    connect: () =>
      void attempt(async () => {
        view.value = view.value?.needsSignIn
          ? await send('signInAgain')
          : await send('connect', credentials(form.value));
        form.value = emptyForm;
      }),
    startPaste: () =>
      void attempt(async () => {
        await openTab(await send('startPaste', credentials(form.value)));
        isPasting.value = true;
      }),
    finishPaste: (address) =>
      void attempt(async () => {
        view.value = await send('finishPaste', address);
        isPasting.value = false;
        form.value = emptyForm;
      }),
    disconnect: (discardWaiting) =>
      void attempt(async () => {
        if (discardWaiting === undefined) {
          const { connectionId, environment } = view.value ?? {};
          const isTheirs = (job: JobView) => job.connectionId === connectionId && job.environment === environment;
          const jobs = await send('listJobs');
          waitingCount.value = jobs.filter((job) => !settled.has(job.state) && isTheirs(job)).length;
          isAskingAboutWaiting.value = waitingCount.value > 0;
          if (isAskingAboutWaiting.value) return;
        }
        isAskingAboutWaiting.value = false;
        await send('disconnect', { discardWaiting: discardWaiting ?? false });
        view.value = undefined;
      }),
    keepConnection() {
      isAskingAboutWaiting.value = false;
    },
    async setSecretBoards(isOn) {
      await changeSettings({ secretBoards: isOn });
      const isDone = await attempt(async () => {
        view.value = await send('signInAgain');
      });
      if (!isDone) await changeSettings({ secretBoards: !isOn });
    },
  };
  const part = computed(() => ({
    account: view.value,
    form: form.value,
    isConnecting: isConnecting.value,
    isPasting: isPasting.value,
    problem: problem.value,
    waitingCount: waitingCount.value,
    isAskingAboutWaiting: isAskingAboutWaiting.value,
  }));
  return { part, view, actions };
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
