import type { MiddlewareHandler } from 'hono';
import { PAGE_CSP } from './page.ts';

const SECURITY = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy': PAGE_CSP,
  'Referrer-Policy': 'no-referrer',
  'Strict-Transport-Security': 'max-age=31536000',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
};
const CORS = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': 'Retry-After',
};

/** Puts the security headers on every answer. */
export const securityHeaders: MiddlewareHandler = async (c, next) => {
  await next();
  for (const [name, value] of Object.entries(SECURITY)) c.res.headers.set(name, value);
};

/**
 * Lets any origin read an answer, without credentials: there are none, and so the extension needs no permission
 * for the relay's host.
 */
export const openToAll: MiddlewareHandler = async (c, next) => {
  if (c.req.method === 'OPTIONS') {
    c.res = new Response(null, {
      status: 204,
      headers: {
        'Access-Control-Allow-Methods': 'GET, POST',
        'Access-Control-Allow-Headers': 'Content-Type, DPoP',
        'Access-Control-Max-Age': '86400',
      },
    });
  } else {
    await next();
  }
  for (const [name, value] of Object.entries(CORS)) c.res.headers.set(name, value);
};
