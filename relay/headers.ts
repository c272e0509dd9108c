import type { Context, MiddlewareHandler } from 'hono';
import { PAGE_CSP } from './page.ts';

/** What every answer carries. */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy': PAGE_CSP,
  'Referrer-Policy': 'no-referrer',
  'Strict-Transport-Security': 'max-age=31536000',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
};

/** Puts the security headers on the answer that is made with this context's own methods. */
export function secure(c: Context): void {
  for (const name in SECURITY_HEADERS) c.header(name, SECURITY_HEADERS[name]);
}

/** Secures every answer of the routes that follow. */
export const securityHeaders: MiddlewareHandler = async (c, next) => {
  secure(c);
  await next();
};

/**
 * Lets any origin read an answer, without credentials: there are none, and so the extension needs no permission
 * for the relay's host.
 */
export const openToAll: MiddlewareHandler = async (c, next) => {
  c.header('Access-Control-Allow-Origin', '*');
  c.header('Access-Control-Expose-Headers', 'Retry-After, Date');
  if (c.req.method !== 'OPTIONS') return next();
  return c.body(null, 204, {
    'Access-Control-Allow-Methods': 'GET, POST',
    'Access-Control-Allow-Headers': 'Content-Type, DPoP',
    'Access-Control-Max-Age': '86400',
  });
};
