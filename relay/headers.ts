import type { MiddlewareHandler } from 'hono';
import { PAGE_CSP } from './page.ts';

const SECURITY = Object.entries({
  'Cache-Control': 'no-store',
  'Content-Security-Policy': PAGE_CSP,
  'Referrer-Policy': 'no-referrer',
  'Strict-Transport-Security': 'max-age=31536000',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
});

/** Puts the security headers on every answer that is made with the context's own methods. */
export const securityHeaders: MiddlewareHandler = async (c, next) => {
  for (const [name, value] of SECURITY) c.header(name, value);
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
