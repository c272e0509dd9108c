import { expect, test } from 'vitest';
import { originalsOf } from './originals.ts';

/** Own examples of each family: a small version, and the original that has to be the first proposal. */
const families: [family: string, small: string, original: string][] = [
  [
    'Condé Nast',
    'https://media.bonappetit.test/photos/5c8fed22447b2b6ef4e8f5dc/16:9/w_1280,c_limit/pie.jpg',
    'https://media.bonappetit.test/photos/5c8fed22447b2b6ef4e8f5dc/master/pass/pie.jpg',
  ],
  [
    'Arc resizer',
    'https://www.a.test/resizer/abc=/fit-in/400x300/cloudfront-us-east-1.images.arcpublishing.com/a/PIE.jpg',
    'https://cloudfront-us-east-1.images.arcpublishing.com/a/PIE.jpg',
  ],
  [
    'Washington Post',
    'https://www.washingtonpost.com/wp-apps/imrs.php?src=https://c.test/pie.jpg&w=300',
    'https://c.test/pie.jpg',
  ],
  [
    'CNN',
    'https://media.cnn.com/api/v1/images/pie.jpg?c=16x9&q=w_800,c_fill',
    'https://media.cnn.com/api/v1/images/pie.jpg',
  ],
  [
    'Immediate (BBC Good Food)',
    'https://images.immediate.co.uk/production/volatile/sites/30/2020/08/pie.jpg?quality=90&resize=440,400',
    'https://images.immediate.co.uk/production/volatile/sites/30/2020/08/pie.jpg',
  ],
  [
    'IIIF',
    'https://iiif.museum.test/image/12/full/400,/0/default.jpg',
    'https://iiif.museum.test/image/12/full/max/0/default.jpg',
  ],
  [
    'MediaWiki',
    'https://www.wikihow.test/images/thumb/a/ab/Bake.jpg/aid123-728px-Bake.jpg',
    'https://www.wikihow.test/images/a/ab/Bake.jpg',
  ],
  [
    'Fandom',
    'https://static.wikia.nocookie.net/x/images/a/ab/F.jpg/revision/latest/scale-to-width-down/300?cb=1',
    'https://static.wikia.nocookie.net/x/images/a/ab/F.jpg/revision/latest?cb=1',
  ],
  [
    'Apple',
    'https://is1-ssl.mzstatic.com/image/thumb/Music/a/cover.jpg/100x100bb.jpg',
    'https://is1-ssl.mzstatic.com/image/thumb/Music/a/cover.jpg/3000x3000bb.jpg',
  ],
  [
    'YouTube, new',
    'https://i.ytimg.com/vi/abcdefghijk/hq720.jpg?sqp=a&rs=b',
    'https://i.ytimg.com/vi/abcdefghijk/maxresdefault.jpg',
  ],
  ['ImageKit', 'https://ik.imagekit.io/me/tr:w-300,h-200/pie.jpg', 'https://ik.imagekit.io/me/pie.jpg'],
  ['Bunny', 'https://me.b-cdn.net/pie.jpg?width=300', 'https://me.b-cdn.net/pie.jpg'],
  [
    'Uploadcare',
    'https://ucarecdn.com/0a1b2c3d-0000-4000-8000-0a1b2c3d4e5f/-/resize/300x/pie.jpg',
    'https://ucarecdn.com/0a1b2c3d-0000-4000-8000-0a1b2c3d4e5f/',
  ],
  ['Cloudflare Images', 'https://imagedelivery.net/acc/id/thumb', 'https://imagedelivery.net/acc/id/public'],
  ['Nuxt', 'https://a.test/_ipx/w_300&f_webp/img/pie.jpg', 'https://a.test/img/pie.jpg'],
  ['Netlify', 'https://a.test/.netlify/images?url=/img/pie.jpg&w=300', 'https://a.test/img/pie.jpg'],
  [
    'Webflow',
    'https://cdn.prod.website-files.com/1/2_pie-p-500.jpeg',
    'https://cdn.prod.website-files.com/1/2_pie.jpeg',
  ],
  [
    'Duda',
    'https://lirp.cdn-website.com/ab/dms3rep/multi/opt/pie-1920w.jpg',
    'https://irp.cdn-website.com/ab/dms3rep/multi/pie.jpg',
  ],
  [
    'GoDaddy',
    'https://img1.wsimg.com/isteam/ip/ab/pie.jpg/:/cr=t:0%25/rs=w:400',
    'https://img1.wsimg.com/isteam/ip/ab/pie.jpg',
  ],
  ['Typepad', 'https://pie.typepad.com/.a/6a00d8-320wi', 'https://pie.typepad.com/.a/6a00d8'],
  ['Akamai', 'https://shop.test/pie.jpg?impolicy=small&imwidth=300', 'https://shop.test/pie.jpg'],
  [
    'Salesforce shops',
    'https://shop.test/dw/image/v2/AB_PRD/on/demandware.static/-/Sites-m/default/1/pie.jpg?sw=300&sm=fit',
    'https://shop.test/dw/image/v2/AB_PRD/on/demandware.static/-/Sites-m/default/1/pie.jpg',
  ],
  [
    'Scene7 on a host of its own',
    'https://images.shop.test/is/image/Shop/pie?wid=300',
    'https://images.shop.test/is/image/Shop/pie?scl=1',
  ],
  [
    'BigCommerce',
    'https://cdn11.bigcommerce.com/s-ab/images/stencil/500x659/products/1/2/pie.jpg?c=2',
    'https://cdn11.bigcommerce.com/s-ab/images/stencil/original/products/1/2/pie.jpg?c=2',
  ],
  ['PrestaShop', 'https://shop.test/123-home_default/pie.jpg', 'https://shop.test/123/pie.jpg'],
  ['OpenCart', 'https://shop.test/image/cache/catalog/pie-500x500.jpg', 'https://shop.test/image/catalog/pie.jpg'],
  [
    'Shopware',
    'https://shop.test/thumbnail/ab/cd/ef/1600000000/pie_400x400.jpg',
    'https://shop.test/media/ab/cd/ef/1600000000/pie.jpg',
  ],
  [
    'Mercado Libre',
    'https://http2.mlstatic.com/D_NQ_NP_1-MLA2_12-O.webp',
    'https://http2.mlstatic.com/D_NQ_NP_1-MLA2_12-F.webp',
  ],
  [
    'Expedia',
    'https://images.trvl-media.com/lodging/1/2/pie.jpg?impolicy=resizecrop&rw=500',
    'https://images.trvl-media.com/lodging/1/2/pie.jpg',
  ],
  [
    'Tripadvisor, new',
    'https://dynamic-media-cdn.tripadvisor.com/media/photo-o/1/pie.jpg?w=500&h=-1&s=1',
    'https://dynamic-media-cdn.tripadvisor.com/media/photo-o/1/pie.jpg',
  ],
  [
    'Houzz',
    'https://st.hzcdn.com/simgs/4da1bc970046413d_4-0612/home.jpg',
    'https://st.hzcdn.com/simgs/4da1bc970046413d_14-0612/home.jpg',
  ],
];

test.each(families)('%s', (_, small, original) => {
  expect(originalsOf(small)[0]).toBe(original);
});

test.each(families)('%s: an original has no original', (_, _small, original) => {
  expect(originalsOf(original)).toEqual([]);
});

test.each([
  'https://a.test/is/image-of-a-pie.jpg',
  'https://a.test/2020/123-pies/pie.jpg',
  'https://media.a.test/photos/pie.jpg',
  'https://a.imgix.net/pie.jpg?w=300&s=0123456789abcdef0123456789abcdef',
  'https://www.a.test/resizer/v2/PIE.jpg?auth=abc&width=300',
])('%s stays as it is', (url) => {
  expect(originalsOf(url)).toEqual([]);
});
