import { createApp } from '../../relay/app.ts';
import type { Emulator } from '../emulator/start.ts';
import { cookiesOf } from '../relay/client.ts';
import { localRelay, relayEnv } from '../relay/config.ts';
import { person, redirectUri } from './account.ts';

/** A relay at https://relay.test that speaks to the emulated Pinterest, and a fetch that reaches both. */
export async function startRelay(emulator: Emulator, now: () => number) {
  const env = relayEnv({ ALLOWED_REDIRECTS: redirectUri.relay });
  const app = createApp(await localRelay(env, { fetch: emulator.fetch, now }), () => '192.0.2.1');
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    if (!request.url.startsWith('https://relay.test/')) return emulator.fetch(request);
    const answer = await app.fetch(request);
    // What a server adds to every answer.
    answer.headers.set('date', new Date(now()).toUTCString());
    return answer;
  };

  /** A person who signs in through the relay: to Pinterest, through consent, back to the relay, and on. */
  async function authorize(url: string): Promise<string> {
    const start = await fetch(url, { redirect: 'manual' });
    const atCallback = await person(emulator)(start.headers.get('location') ?? '');
    const page = await fetch(atCallback, { headers: { cookie: cookiesOf(start) }, redirect: 'manual' });
    const href = /<a href="([^"]*)">/.exec(await page.text())?.[1] ?? '';
    return href.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
  }

  return { fetch, authorize };
}
