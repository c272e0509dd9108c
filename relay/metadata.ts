import type { Config } from './config.ts';
import { ALLOWED_SCOPES } from './scopes.ts';

/**
 * The authorization server metadata (RFC 8414 §2, RFC 9207 §3, RFC 9449 §5.1). The two `tack_` members let the
 * extension connect with nothing but the relay's address.
 */
export function metadata({ ISSUER, CLIENT_ID, ENVIRONMENT }: Config) {
  return {
    issuer: ISSUER,
    authorization_endpoint: `${ISSUER}/authorize`,
    token_endpoint: `${ISSUER}/token`,
    scopes_supported: ALLOWED_SCOPES,
    response_types_supported: ['code'],
    response_modes_supported: ['query'],
    grant_types_supported: ['authorization_code', 'refresh_token'],
    token_endpoint_auth_methods_supported: ['none'],
    code_challenge_methods_supported: ['S256'],
    authorization_response_iss_parameter_supported: true,
    dpop_signing_alg_values_supported: ['ES256'],
    tack_client_id: CLIENT_ID,
    tack_environment: ENVIRONMENT,
  };
}
