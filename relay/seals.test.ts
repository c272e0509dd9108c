import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { localRelay, newKey, relayEnv } from '../tests/relay/config.ts';
import { newNonce, s256 } from './flow.ts';
import { nodePrimitives, webPrimitives } from './primitives.ts';
import { open, seal } from './seals.ts';

const now = 1_790_000_000_000;
const exp = now / 1000 + 60;
const env = relayEnv();
const relay = await localRelay(env);
const [aud = ''] = relay.audiences;
const options = { audience: relay.audiences, now };
const code = { typ: 'code' as const, aud, exp, red: 0, cha: s256('v'), ver: 'ver', pin: "Pinterest's code" };
const state = { typ: 'state' as const, aud, exp, jti: newNonce(), red: 63, cha: s256('v'), sta: 's'.repeat(128) };

describe('a seal', () => {
  it('gives back what was sealed, until it expires', async () => {
    const sealed = await seal(relay.code, code);
    expect((await open(relay.code, sealed, options))?.claims).toEqual(code);
    expect(await open(relay.code, sealed, { ...options, now: exp * 1000 - 1 })).toBeDefined();
    expect(await open(relay.code, sealed, { ...options, now: exp * 1000 })).toBeUndefined();
  });

  it.each([
    ['Node', nodePrimitives, 'workerd', webPrimitives],
    ['workerd', webPrimitives, 'Node', nodePrimitives],
  ])('made as on $0 is opened by a relay that runs as on $2', async (_, primitives, _other, others) => {
    const maker = await localRelay(env, { primitives });
    const opener = await localRelay(env, { primitives: others });
    const sealed = await seal(maker.code, code);
    expect((await open(opener.code, sealed, options))?.claims).toEqual(code);
    expect(await primitives.s256('v')).toBe(s256('v'));
  });

  it('of a state fits into 512 characters with the longest state and redirect index', async () => {
    expect((await seal(relay.state, state)).length).toBeLessThanOrEqual(512);
  });

  it('is not opened when any one character of it changed', async () => {
    const sealed = await seal(relay.code, code);
    await fc.assert(
      fc.asyncProperty(fc.nat(sealed.length - 1), fc.constantFrom(...'Aa0_-.'), async (at, character) => {
        const tampered = sealed.slice(0, at) + character + sealed.slice(at + 1);
        // The last character of a base64url part may carry bits that mean nothing.
        fc.pre(!sameBytes(tampered, sealed));
        expect(await open(relay.code, tampered, options)).toBeUndefined();
      }),
    );
  });

  it('is not opened when it is cut short or is something else', async () => {
    const sealed = await seal(relay.code, code);
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.nat(sealed.length - 1).map((n) => sealed.slice(0, n)),
          fc.string(),
        ),
        async (text) => {
          expect(await open(relay.code, text, options)).toBeUndefined();
        },
      ),
    );
  });

  it('of one type is refused as every other type', async () => {
    const sealedState = await seal(relay.state, state);
    const sealedCode = await seal(relay.code, code);
    expect(await open(relay.code, sealedState, options)).toBeUndefined();
    expect(await open(relay.state, sealedCode, options)).toBeUndefined();
    expect(await open(relay.refresh, sealedCode, options)).toBeUndefined();
  });

  it('of one type is refused as another even if the keys were the same', async () => {
    const sealedCode = await seal(relay.code, code);
    expect(await open({ ...relay.state, keys: relay.code.keys, maxLength: 4096 }, sealedCode, options)).toBeUndefined();
  });

  it('is still opened after its key became an older one, and no more once that is retired', async () => {
    const sealed = await seal(relay.code, code);
    const newer = newKey();
    const rotated = await localRelay({ ...env, SEALING_KEYS: `${newer} ${env['SEALING_KEYS']}` });
    const retired = await localRelay({ ...env, SEALING_KEYS: newer });
    expect((await open(rotated.code, sealed, options))?.claims).toEqual(code);
    expect(await open(retired.code, sealed, options)).toBeUndefined();
  });

  it.each([
    ['issuer', { ISSUER: 'https://other.test' }],
    ['app', { PINTEREST_APP_ID: '2' }],
    ['environment', { ENVIRONMENT: 'sandbox' }],
    ['client', { CLIENT_ID: 'other' }],
    ['redirect', { ALLOWED_REDIRECTS: 'https://other.test/relay' }],
  ])('of another %s is refused even under the same keys', async (_, change) => {
    const other = await localRelay({ ...env, ...change });
    expect(
      await open(other.code, await seal(relay.code, code), { ...options, audience: other.audiences }),
    ).toBeUndefined();
  });
});

/** Whether two spellings decode to the same bytes, part by part. */
function sameBytes(a: string, b: string): boolean {
  const decode = (text: string) => text.split('.').map((part) => Buffer.from(part, 'base64url').toString('hex'));
  return JSON.stringify(decode(a)) === JSON.stringify(decode(b));
}
