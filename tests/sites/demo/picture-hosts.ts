import type { HostHandler } from '../../emulator/dispatch.ts';
import { servePicture } from './pictures.ts';

const notFound = () => new Response('Not found', { status: 404 });
const forbidden = () => new Response('Forbidden', { status: 403 });

async function picture(request: Request): Promise<Response> {
  return (await servePicture(new URL(request.url).pathname)) ?? notFound();
}

/** Hosts that only hold pictures, each with its own idea of who may have them. */
export function createPictureHosts(): Record<string, HostHandler> {
  return {
    /** Anybody, but scripts of other origins may not read the bytes. */
    'cdn.test': picture,
    'open.test': async (request) => {
      const response = await picture(request);
      response.headers.set('access-control-allow-origin', '*');
      return response;
    },
    /** Members only. /join makes a member of you, and is a page with a picture. */
    'members.test': async (request) => {
      if (new URL(request.url).pathname === '/join') return join();
      const isMember = /(^|; )member=yes(;|$)/.test(request.headers.get('cookie') ?? '');
      return isMember ? picture(request) : forbidden();
    },
    /** Only for pages of the blog, told by the Referer. */
    'referrer.test': (request) => {
      const isOurs = request.headers.get('referer')?.startsWith('https://kitchen.test/') ?? false;
      return isOurs ? picture(request) : forbidden();
    },
  };
}

function join(): Response {
  return new Response(
    '<!doctype html><title>Members</title><h1>For members</h1><img src="/pictures/plum-cake-900.jpg" alt="Plum cake">',
    {
      headers: {
        'content-type': 'text/html; charset=utf-8',
        'set-cookie': 'member=yes; Path=/; Secure; SameSite=None',
      },
    },
  );
}
