import { dropQuery, type Rule, swap, unwrap } from './rule.ts';

/** Social networks, films and music, travel, and the services of Asia. */
export const media: readonly Rule[] = [
  swap(/^image\.tmdb\.org$/, /\/t\/p\/(?!original\/)[^/]+\//, '/t/p/original/'),
  swap(/^media\d*\.giphy\.com$/, /\/(?:\d+w?(?:_[sd])?|giphy-\w+)\.(gif|webp)(?:\?.*)?$/, '/giphy.gif'),
  swap(undefined, /(\/media_attachments\/files\/(?:\d+\/)+)small\//, '$1original/'),
  swap(/^cdn\.bsky\.app$/, /\/img\/feed_thumbnail\//, '/img/feed_fullsize/'),
  swap(/^i\.scdn\.co$/, /\/ab67616d0000(?:1e02|4851)(?=[\da-f]{24}$)/, '/ab67616d0000b273'),
  swap(/\.bcbits\.com$/, /(\/img\/a?\d+)_(?!0\.)\d+(?=\.\w+$)/, '$1_0'),
  swap(/^lastfm\.freetls\.fastly\.net$/, /\/i\/u\/[^/]+\/(?=[\da-f]{32})/, '/i/u/'),
  swap(/\.tacdn\.com$/, /\/photo-[a-np-z]\//, '/photo-o/'),
  swap(/\.sinaimg\.cn$/, /^(https?:\/\/[^/]+)\/(?!large\/)\w+\/(?=\w+\.(?:jpg|gif|png)$)/, '$1/large/'),
  swap(/\.zhimg\.com$/, /(\/v2-[\da-f]+)_(?!r\.)\w+(?=\.\w+)/, '$1_r'),
  swap(/\.hdslb\.com$/, /(\.\w{3,4})@[^/]*$/, '$1'),
  swap(/\.doubanio\.com$/, /\/view\/photo\/(?!raw|l\/)\w+\/public\//, '/view/photo/l/public/'),
  swap(
    /^thumbnail\.image\.rakuten\.co\.jp$/,
    /^https?:\/\/[^/]+\/@0_mall\/([^?]+).*$/,
    'https://image.rakuten.co.jp/$1',
  ),
  dropQuery(/^assets\.st-note\.com$|^stat\.ameba\.jp$|\.kwcdn\.com$|\.agoda\.net$|\.r9cdn\.net$|\.bwbx\.io$/),
  swap(/\.tripcdn\.com$/, /_[RWC]_\d+_\d+[^/.]*(?=\.\w+)/, ''),
  swap(/^cdn\.getyourguide\.com$/, /\/image\/[^/]*=[^/]*\//, '/'),
  swap(/\.ltwebstatic\.com$/, /_thumbnail_\d+x\d*(?=\.\w+$)/, ''),
  swap(/\.aliexpress-media\.com$/, /(\.(?:jpe?g|png|webp))_.*$/, '$1'),
  swap(/\.360buyimg\.com$/, /\/(?:n\d+|imagetools)\/(?:s\d+x\d+_)?(?=jfs\/)/, '/n0/'),
  swap(/^images\.metmuseum\.org$/, /(\/CRDImages\/\w+)\/(?!original\/)[\w-]+\//, '$1/original/'),
  swap(/^images-assets\.nasa\.gov$/, /~(?!orig)\w+(?=\.\w+$)/, '~orig'),
  unwrap(/\.shortpixel\.ai$/, /\/(?:spai|client)\/[^/]+\/((?!https?:)[\w-]+(?:\.[\w-]+)+\/[^?]+)/, 'https://'),
];
