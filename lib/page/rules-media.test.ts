import { expect, test } from 'vitest';
import { originalsOf } from './originals.ts';

/** Own examples of each family: a small version, and the original that has to be the first proposal. */
const families: [family: string, small: string, original: string][] = [
  ['TMDB', 'https://image.tmdb.org/t/p/w500/abc.jpg', 'https://image.tmdb.org/t/p/original/abc.jpg'],
  ['Giphy', 'https://media2.giphy.com/media/abc/200w.gif?cid=1', 'https://media2.giphy.com/media/abc/giphy.gif'],
  [
    'Mastodon',
    'https://m.test/media_attachments/files/109/1/small/a.jpg',
    'https://m.test/media_attachments/files/109/1/original/a.jpg',
  ],
  [
    'Bluesky',
    'https://cdn.bsky.app/img/feed_thumbnail/plain/did:plc:a/b@jpeg',
    'https://cdn.bsky.app/img/feed_fullsize/plain/did:plc:a/b@jpeg',
  ],
  ['Bandcamp', 'https://f4.bcbits.com/img/a123_10.jpg', 'https://f4.bcbits.com/img/a123_0.jpg'],
  ['Weibo', 'https://wx1.sinaimg.cn/orj360/abc.jpg', 'https://wx1.sinaimg.cn/large/abc.jpg'],
  ['Zhihu', 'https://pic1.zhimg.com/v2-0a1b_720w.jpg', 'https://pic1.zhimg.com/v2-0a1b_r.jpg'],
  ['Bilibili', 'https://i0.hdslb.com/bfs/archive/a.jpg@672w_378h_1c.webp', 'https://i0.hdslb.com/bfs/archive/a.jpg'],
  [
    'Rakuten',
    'https://thumbnail.image.rakuten.co.jp/@0_mall/shop/cabinet/a.jpg?_ex=300x300',
    'https://image.rakuten.co.jp/shop/cabinet/a.jpg',
  ],
  [
    'note',
    'https://assets.st-note.com/production/uploads/images/1/a.jpg?width=800',
    'https://assets.st-note.com/production/uploads/images/1/a.jpg',
  ],
  ['Agoda', 'https://pix8.agoda.net/hotelImages/1/a.jpg?s=1024x768', 'https://pix8.agoda.net/hotelImages/1/a.jpg'],
  [
    'GetYourGuide',
    'https://cdn.getyourguide.com/image/format=auto,fit=crop,width=450/tour_img/a.jpg',
    'https://cdn.getyourguide.com/tour_img/a.jpg',
  ],
  [
    'Shein',
    'https://img.ltwebstatic.com/images3_pi/a_thumbnail_405x552.webp',
    'https://img.ltwebstatic.com/images3_pi/a.webp',
  ],
  [
    'AliExpress, new',
    'https://ae-pic-a1.aliexpress-media.com/kf/S1.jpg_480x480q75.jpg_.avif',
    'https://ae-pic-a1.aliexpress-media.com/kf/S1.jpg',
  ],
  [
    'Met',
    'https://images.metmuseum.org/CRDImages/ep/web-large/DT1.jpg',
    'https://images.metmuseum.org/CRDImages/ep/original/DT1.jpg',
  ],
  ['NASA', 'https://images-assets.nasa.gov/image/a/a~medium.jpg', 'https://images-assets.nasa.gov/image/a/a~orig.jpg'],
  ['ShortPixel', 'https://cdn.shortpixel.ai/spai/q_lossy+ret_img+to_auto/c.test/img/a.jpg', 'https://c.test/img/a.jpg'],
  [
    'Smithsonian',
    'https://th-thumbnailer.cdn-si-edu.com/abc=/fit-in/1600x0/https%3A//c.test/a.jpg',
    'https://c.test/a.jpg',
  ],
  [
    'Brightspot',
    'https://a.brightspotcdn.com/dims4/default/ab12/1/strip/true/resize/1200x800!/?url=https%3A%2F%2Fc.test%2Fa.jpg',
    'https://c.test/a.jpg',
  ],
  [
    'Time Out',
    'https://media.timeout.com/images/105/750/562/image.jpg',
    'https://media.timeout.com/images/105/image.jpg',
  ],
  [
    'Reach',
    'https://i2-prod.mirror.co.uk/incoming/article1.ece/ALTERNATES/s615/0_a.jpg',
    'https://i2-prod.mirror.co.uk/incoming/article1.ece/BINARY/0_a.jpg',
  ],
  ['Insider', 'https://i.insider.com/5f0?width=700', 'https://i.insider.com/5f0'],
  ['Craft', 'https://c.test/assets/_1200x630_crop_center-center_82_none/a.jpg', 'https://c.test/assets/a.jpg'],
  [
    'Adobe',
    'https://c.test/content/dam/x/a.jpg/_jcr_content/renditions/cq5dam.web.1280.1280.jpeg',
    'https://c.test/content/dam/x/a.jpg',
  ],
  [
    'HelloFresh',
    'https://img.hellofresh.com/f_auto,fl_lossy,h_640,q_auto,w_1200/hellofresh_s3/image/a.jpg',
    'https://img.hellofresh.com/hellofresh_s3/image/a.jpg',
  ],
  [
    'Supabase',
    'https://x.supabase.co/storage/v1/render/image/public/b/a.jpg?width=300',
    'https://x.supabase.co/storage/v1/object/public/b/a.jpg',
  ],
  [
    'imgix on a host of its own',
    'https://imgix.bustle.test/a.jpg?w=300&auto=format',
    'https://imgix.bustle.test/a.jpg',
  ],
  ['TwicPics', 'https://me.twic.pics/a.jpg?twic=v1/resize=300', 'https://me.twic.pics/a.jpg'],
];

test.each(families)('%s', (_, small, original) => {
  expect(originalsOf(small)[0]).toBe(original);
});

test.each(families)('%s: an original has no original', (_, _small, original) => {
  expect(originalsOf(original)).toEqual([]);
});

test.each([
  'https://a.test/_next/static/media/a.jpg',
  'https://a.test/files/small/a.jpg',
  'https://preview.redd.it/a.jpg?width=640&auto=webp&s=0123456789abcdef0123456789abcdef',
  'https://a.test/articles/ALTERNATES/a.jpg',
])('%s stays as it is', (url) => {
  expect(originalsOf(url)).toEqual([]);
});
