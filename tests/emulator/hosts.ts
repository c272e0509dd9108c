import { createApi } from './api/app.ts';
import { createControl } from './control.ts';
import { CONTROL_HOST, type HostHandler } from './dispatch.ts';
import { createMediaUpload } from './media-upload.ts';
import { createPinimg } from './pinimg.ts';
import { createSites } from './sites.ts';
import type { World } from './world.ts';
import { createWww } from './www.ts';

/** Who answers for a host; undefined when nobody does. `others` come first. */
export function createHosts(
  world: World,
  others: ReadonlyMap<string, HostHandler>,
): (host: string) => HostHandler | undefined {
  const api = createApi(world);
  const www = createWww(world);
  const pinimg = createPinimg();
  const upload = createMediaUpload(world);
  const control = createControl(world);
  const hosts: Record<string, HostHandler> = {
    'api.pinterest.com': (request, bindings) => api.fetch(request, bindings),
    'api-sandbox.pinterest.com': (request, bindings) => api.fetch(request, bindings),
    'www.pinterest.com': (request) => www.fetch(request),
    'pinterest-media-upload.s3-accelerate.amazonaws.com': (request) => upload.fetch(request),
    'i.pinimg.com': (request) => pinimg.fetch(request),
    [CONTROL_HOST]: (request) => control.fetch(request),
  };
  const sites = createSites();
  return (host) => others.get(host) ?? (Object.hasOwn(hosts, host) ? hosts[host] : sites(host));
}
