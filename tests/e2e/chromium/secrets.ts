import { expect } from '@playwright/test';
import type { Emulator } from '../../emulator/start.ts';

/** Everything that only Pinterest and the worker may know, as it went over the wire. */
export function secretsOf(emulator: Emulator): string[] {
  const { id, secret } = emulator.settings().app;
  const exchanges = emulator.log.find('POST', '/v5/oauth/token');
  const wire = exchanges.flatMap(({ body, responseBody }) => [body, responseBody]) as Record<string, unknown>[];
  const names = ['access_token', 'refresh_token', 'code', 'code_verifier'];
  const values = wire.flatMap((part) =>
    names.flatMap((name) => (typeof part?.[name] === 'string' ? [part[name]] : [])),
  );
  return [secret, Buffer.from(`${id}:${secret}`).toString('base64'), ...values];
}

export function expectNoSecret(where: string, text: string, secrets: string[]): void {
  for (const secret of secrets) expect(text.includes(secret), `${where} holds ${secret.slice(0, 8)}…`).toBe(false);
}
