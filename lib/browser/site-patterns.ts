/** Match patterns of all web pages. */
export const everySite: string[] = ['https://*/*', 'http://*/*'];

/** Match patterns of one site, its subdomains included; an address of numbers, or a name without a dot, has none. */
export function patternsOf(host: string): string[] {
  const isPlain = /^[\d.]+$|:/.test(host) || !host.includes('.');
  return ['https', 'http'].map((scheme) => `${scheme}://${isPlain ? '' : '*.'}${host}/*`);
}
