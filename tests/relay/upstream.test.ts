import { describe, expect, it } from 'vitest';
import { readConfig } from '../../relay/config.ts';
import { FailureBudget } from '../../relay/failure-budget.ts';
import { type UpstreamFailure, upstream } from '../../relay/upstream.ts';
import type { Fault } from '../emulator/faults.ts';
import { relayEnv } from './config.ts';
import { startPinterest } from './pinterest.ts';

/** Asks an emulated Pinterest that fails in one way. */
async function askWith(fault: Fault | undefined, turns = 1) {
  const pinterest = await startPinterest();
  const reports: UpstreamFailure[] = [];
  const exchange = upstream(readConfig(relayEnv()), {
    fetch: (input, init) => pinterest.answer(String(input), init),
    budget: new FailureBudget(() => 0),
    report: (failure) => reports.push(failure),
  });
  if (fault) pinterest.emulator.fault(fault);
  try {
    for (let turn = 1; turn < turns; turn += 1) {
      await exchange('authorization_code', { code: 'c', redirect_uri: 'r' }).catch(() => {});
    }
    const error = await exchange('authorization_code', { code: 'c', redirect_uri: 'r' }).catch((cause) => cause);
    return { error, reports, requests: pinterest.tokenRequests().length };
  } finally {
    await pinterest.close();
  }
}

const pinterestError = (status: number, code: number): Fault => ({
  kind: 'error',
  status,
  code,
  message: 'no "use"\r\n',
});

describe('what Pinterest answers', () => {
  it.each<[string, Fault, { code: string; status: number; retryAfterS?: number }]>([
    ['401 code 2', pinterestError(401, 2), { code: 'invalid_grant', status: 400 }],
    ['401 code 283', pinterestError(401, 283), { code: 'invalid_grant', status: 400 }],
    ['400 code 1', pinterestError(400, 1), { code: 'invalid_grant', status: 400 }],
    ['401 code 3', pinterestError(401, 3), { code: 'unauthorized_client', status: 400 }],
    ['403 code 29', pinterestError(403, 29), { code: 'unauthorized_client', status: 400 }],
    ['404', pinterestError(404, 0), { code: 'server_error', status: 502 }],
    ['429', { kind: 'rate-limit', retryAfterS: 7 }, { code: 'temporarily_unavailable', status: 503, retryAfterS: 7 }],
    ['500', { kind: 'server-error' }, { code: 'temporarily_unavailable', status: 503 }],
    ['a page', { kind: 'html', status: 200 }, { code: 'server_error', status: 502 }],
    ['nothing', { kind: 'empty', status: 200 }, { code: 'server_error', status: 502 }],
    ['a dropped connection', { kind: 'drop', when: 'before-commit' }, { code: 'temporarily_unavailable', status: 503 }],
  ])('%s becomes a clear OAuth error', async (_, fault, expected) => {
    const { error, reports } = await askWith(fault);
    expect(error).toMatchObject(expected);
    expect(error.description).not.toContain('use');
    expect(reports).toHaveLength(1);
  });

  it('ends the asking for codes after 80 failures in a minute', async () => {
    const { error, requests } = await askWith(undefined, 81);
    expect(error).toMatchObject({ code: 'temporarily_unavailable', status: 503, retryAfterS: 60 });
    expect(requests).toBe(80);
  });
});
