import { type Emulator, startEmulator } from '../emulator/start.ts';

/** The emulated Pinterest as a relay and its user's browser meet it. */
export interface Pinterest {
  readonly emulator: Emulator;
  /** Answers what the relay sends. */
  answer(url: string, init?: RequestInit): Promise<Response>;
  /** Presses a button of the consent page, and gives the address that Pinterest then sends the browser to. */
  decide(authorizationUrl: string, decision: 'allow' | 'deny'): Promise<URL>;
  /** What reached the token endpoint so far. */
  tokenRequests(): Emulator['log']['entries'];
  /** Forgets the requests so far. */
  forget(): void;
  close(): Promise<void>;
}

/** Starts Pinterest with the app that the tests' relays are configured for, and their callback registered. */
export async function startPinterest(...callbacks: string[]): Promise<Pinterest> {
  const emulator = await startEmulator({
    settings: { app: { id: '1500000', secret: 's3cr-e_t.Value-0', redirectUris: callbacks } },
  });
  return {
    emulator,
    answer: (url, init) => emulator.fetch(url, init),
    decide: async (authorizationUrl, decision) => {
      const { origin, pathname, searchParams } = new URL(authorizationUrl);
      const body = new URLSearchParams([...searchParams, ['decision', decision]]);
      const answer = await emulator.fetch(origin + pathname, { method: 'POST', body, redirect: 'manual' });
      return new URL(answer.headers.get('Location') ?? '');
    },
    tokenRequests: () => emulator.log.find('POST', '/v5/oauth/token'),
    forget: () => {
      emulator.log.clear();
      emulator.clearFaults();
    },
    close: emulator.close,
  };
}
