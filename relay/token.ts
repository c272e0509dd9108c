import { codeGrant } from './code-grant.ts';
import { equalInConstantTime } from './constant-time.ts';
import { OAuthError } from './errors.ts';
import { formValues, singleParameters } from './parameters.ts';
import { refreshGrant } from './refresh-grant.ts';
import type { Relay } from './relay.ts';
import type { ClientAnswer } from './token-answer.ts';

/**
 * `POST /token` (RFC 6749 §3.2): everything is checked before anything is sent to Pinterest.
 * @throws {OAuthError} any refusal.
 */
export async function token(relay: Relay, request: Request): Promise<ClientAnswer> {
  const type = request.headers.get('Content-Type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/x-www-form-urlencoded') {
    throw new OAuthError('invalid_request', 'The body must be application/x-www-form-urlencoded.');
  }
  const parameters = singleParameters(formValues(await request.text()));
  if (!parameters) throw new OAuthError('invalid_request', 'A parameter is repeated.');
  if (!equalInConstantTime(parameters.get('client_id') ?? '', relay.config.CLIENT_ID)) {
    throw new OAuthError('invalid_client', 'This client is not known here.', { status: 401 });
  }
  const proof = request.headers.get('DPoP') ?? undefined;
  switch (parameters.get('grant_type')) {
    case 'authorization_code':
      return codeGrant(relay, parameters, proof);
    case 'refresh_token':
      return refreshGrant(relay, parameters, proof);
    case undefined:
      throw new OAuthError('invalid_request', 'grant_type is missing.');
    default:
      throw new OAuthError('unsupported_grant_type', 'Only authorization_code and refresh_token are supported.');
  }
}
