import { dropQuery, type Rule, swap, unwrap } from './rule.ts';

/** Magazines, newspapers, wikis and museums. */
export const press: readonly Rule[] = [
  // Condé Nast: crop and width come between the picture's id and its name.
  swap(/^(?:media|assets)\.[\w.-]+$/, /(\/photos\/[\da-f]{24})\/(?!master\/pass\/)[^/]+\/[^/]+\//, '$1/master/pass/'),
  unwrap(undefined, /\/resizer\/.+?\/(cloudfront-[\w-]+\.images\.arcpublishing\.com\/[^?]+)/, 'https://'),
  dropQuery(/^media\.cnn\.com$|^images\.immediate\.co\.uk$|^i\.natgeofe\.com$|(?:^|\.)abcotvs\.com$|\.pstatic\.net$/),
  // IIIF, the picture interface of libraries and museums.
  swap(
    undefined,
    /\/full\/(?!max\/|full\/)[^/]+\/0\/(default|native)\.(\w+)$/,
    '/full/max/0/$1.$2',
    '/full/full/0/$1.$2',
  ),
  // MediaWiki on any host.
  swap(undefined, /(\/images)\/thumb(\/\w\/\w\w\/[^/]+)\/[^/]*\d+px-[^/]+$/, '$1$2'),
  swap(/\.wikia\.nocookie\.net$|\.fandom\.com$/, /(\/revision\/latest)\/[^?]+/, '$1'),
  swap(/\.mzstatic\.com$/, /\/\d+x\d+([a-z]{2})?(?:-\d+)?\.(\w+)$/, '/3000x3000$1.$2'),
  swap(/(?:^|\.)timeout\.com$/, /(\/images\/\d+)\/\d+\/\d+\/(?=image\.)/, '$1/'),
  // Reach: the Mirror, the Express and their kin.
  swap(undefined, /(\.ece\/)ALTERNATES\/\w+\/(?=[^/]+$)/, '$1BINARY/'),
  swap(
    /\.foxnews\.com$/,
    /^https?:\/\/a57\.foxnews\.com\/(static\.foxnews\.com\/.+)\/\d+\/\d+\/([^/?]+).*$/,
    'https://$1/$2',
  ),
  dropQuery(/^i\.insider\.com$|^image\.cnbcfm\.com$|^static\.independent\.co\.uk$|^imageio\.forbes\.com$/),
];
