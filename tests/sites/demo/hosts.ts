import type { HostHandler } from '../../emulator/dispatch.ts';
import { createKitchen } from './kitchen.ts';
import { createPictureHosts } from './picture-hosts.ts';

/** The demo's hosts and who answers for each. */
export function createDemoHosts(): Record<string, HostHandler> {
  const kitchen = createKitchen();
  return { 'kitchen.test': (request) => kitchen.fetch(request), ...createPictureHosts() };
}
