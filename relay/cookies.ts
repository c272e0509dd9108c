const MAX_AGE_S = 600;
const ATTRIBUTES = 'Path=/; Secure; HttpOnly; SameSite=Lax';

/** The cookie of one flow. One each, so that two tabs, or Firefox asking twice, do not disturb each other. */
export function cookieName(nonce: string): string {
  return `__Host-tack-${nonce.slice(0, 8)}`;
}

/** The `Set-Cookie` value that starts a flow. */
export function startCookie(nonce: string, value: string): string {
  return `${cookieName(nonce)}=${value}; Max-Age=${MAX_AGE_S}; ${ATTRIBUTES}`;
}

/** The `Set-Cookie` value that ends a flow. */
export function endCookie(nonce: string): string {
  return `${cookieName(nonce)}=; Max-Age=0; ${ATTRIBUTES}`;
}
