import { dropQuery, type Rule, swap, unwrap } from './rule.ts';

/** Magazines, newspapers, music and museums. */
export const press: readonly Rule[] = [
  // Condé Nast: crop and width come between the picture's id and its name.
  swap(/^(?:media|assets)\.[\w.-]+$/, /(\/photos\/[\da-f]{24})\/(?!master\/pass\/)[^/]+\/[^/]+\//, '$1/master/pass/'),
  unwrap(undefined, /\/resizer\/.+?\/(cloudfront-[\w-]+\.images\.arcpublishing\.com\/[^?]+)/, 'https://'),
  dropQuery(/^media\.cnn\.com$|^images\.immediate\.co\.uk$|^i\.natgeofe\.com$|(?:^|\.)abcotvs\.com$|\.pstatic\.net$/),
  swap(/\.adsttc\.com$/, /\/(?:thumb|small|medium|newsletter|slideshow)_jpg\//, '/large_jpg/'),
  swap(/^images\.metmuseum\.org$/, /\/(?:web-large|web-additional|mobile-large|web-thumb)\//, '/original/'),
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
  swap(/\.dzcdn\.net$|\.deezer\.com$/, /\/\d+x\d+-/, '/1900x1900-'),
  swap(/\.bcbits\.com$/, /(\/img\/a?\d+)_(?!0\.|10\.)\d+\.jpg$/, '$1_0.jpg', '$1_10.jpg'),
  swap(/^lastfm\./, /(\/i\/u)\/[^/]+\/(?=[\da-f]+)/, '$1/'),
  swap(/\.steamstatic\.com$/, /(\/ss_[\da-f]+)\.\d+x\d+(?=\.jpg)/, '$1'),
  swap(/^pic\d?\.zhimg\.com$/, /_(?:\d+w|[bslm]|hd|xs)(?=\.\w+$)/, '_r'),
  swap(/\.sinaimg\.cn$/, /\/(?:mw\d+|thumb\d+|orj\d+|bmiddle|small|square|thumbnail)\//, '/large/'),
];
