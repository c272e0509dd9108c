import { asksForRefusedFormat, refusedFormats } from '../page/formats.ts';
import { isPublicAddress } from './public-address.ts';

const refusedType = new RegExp(`^image/(?:x-)?(?:vnd\\.microsoft\\.icon|${refusedFormats})`, 'i');

/**
 * What to send first for a picture at this address, decided without the network: its URL, when Pinterest can reach it
 * and takes the format as far as the element's type, the suffix and format parameters tell; else its bytes.
 */
export function urlOrBytes(address: string, elementType = ''): 'url' | 'bytes' {
  const url = URL.parse(address);
  if (!url || !isPublicAddress(url)) return 'bytes';
  return refusedType.test(elementType) || asksForRefusedFormat(url) ? 'bytes' : 'url';
}
