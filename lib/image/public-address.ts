/** Names that resolve inside a network only (RFC 6761, RFC 6762, RFC 8375, ICANN's .internal). */
const privateSuffix = /(?:^|\.)(?:localhost|local|internal|intranet|lan|home|corp|home\.arpa|onion)$/;

/**
 * Whether anybody can reach this address, as far as the address itself tells: http(s), a public name or IP address,
 * nobody's password in it. The network is not asked.
 */
export function isPublicAddress(url: URL): boolean {
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return false;
  if (url.username !== '' || url.password !== '') return false;
  const host = url.hostname.replace(/\.$/, '');
  if (host.startsWith('[')) return isPublicIpv6(host.slice(1, -1));
  // The URL parser has already turned 0x7f.1 and 2130706433 into 127.0.0.1.
  const quad = /^(\d+)\.(\d+)\.\d+\.\d+$/.exec(host);
  if (quad) return isPublicIpv4(Number(quad[1]), Number(quad[2]));
  return host.includes('.') && !privateSuffix.test(host);
}

/** By the first two bytes; IANA's special-purpose registry. */
function isPublicIpv4(a: number, b: number): boolean {
  if (a === 0 || a === 10 || a === 127 || a >= 224) return false;
  if (a === 100) return b < 64 || b > 127;
  if (a === 169) return b !== 254;
  if (a === 172) return b < 16 || b > 31;
  if (a === 192) return b !== 168 && b !== 0;
  return a !== 198 || (b !== 18 && b !== 19);
}

/** Global unicast (2000::/3) without the ranges that carry another address: Teredo and 6to4. */
function isPublicIpv6(address: string): boolean {
  const [first = '', second = ''] = address.split(':');
  const high = Number.parseInt(first || '0', 16);
  if (high < 0x2000 || high > 0x3fff || high === 0x2002) return false;
  return high !== 0x2001 || !['', '0', 'db8'].includes(second);
}
