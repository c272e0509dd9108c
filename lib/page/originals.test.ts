import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { isSigned, originalsOf, pictureKey } from './originals.ts';

/** Own examples of each family: a small version, and the original that has to be the first proposal. */
const families: [family: string, small: string, original: string][] = [
  [
    'WordPress',
    'https://a.test/wp-content/uploads/2020/02/pie-300x200.jpg',
    'https://a.test/wp-content/uploads/2020/02/pie.jpg',
  ],
  ['WordPress scaled', 'https://a.test/wp-content/uploads/pie-scaled.jpg', 'https://a.test/wp-content/uploads/pie.jpg'],
  [
    'WordPress query',
    'https://a.test/wp-content/uploads/pie.jpg?resize=312%2C208',
    'https://a.test/wp-content/uploads/pie.jpg',
  ],
  [
    'Photon',
    'https://i0.wp.com/a.test/wp-content/uploads/pie.jpg?w=600&ssl=1',
    'https://a.test/wp-content/uploads/pie.jpg',
  ],
  [
    'wordpress.com',
    'https://b.files.wordpress.com/2020/02/pie.jpg?w=300&h=200',
    'https://b.files.wordpress.com/2020/02/pie.jpg',
  ],
  [
    'Shopify',
    'https://cdn.shopify.com/s/files/1/1/products/cup_480x480.jpg?v=7',
    'https://cdn.shopify.com/s/files/1/1/products/cup.jpg?v=7',
  ],
  [
    'Shopify crop',
    'https://a.test/cdn/shop/files/cup_600x600_crop_center.jpg?v=7&width=90',
    'https://a.test/cdn/shop/files/cup.jpg?v=7',
  ],
  [
    'Squarespace',
    'https://images.squarespace-cdn.com/content/v1/1/2/pie.jpg?format=500w',
    'https://images.squarespace-cdn.com/content/v1/1/2/pie.jpg?format=original',
  ],
  ['Pinterest', 'https://i.pinimg.com/236x/ab/cd/ef/abcdef.jpg', 'https://i.pinimg.com/originals/ab/cd/ef/abcdef.jpg'],
  ['next/image', 'https://a.test/_next/image?url=https%3A%2F%2Fc.test%2Fpie.png&w=64&q=75', 'https://c.test/pie.png'],
  ['next/image, own path', 'https://a.test/_next/image?url=%2Fimg%2Fpie.png&w=64&q=75', 'https://a.test/img/pie.png'],
  [
    'Cloudinary',
    'https://res.cloudinary.com/demo/image/upload/c_fill,w_300/q_auto/v1/pie.jpg',
    'https://res.cloudinary.com/demo/image/upload/v1/pie.jpg',
  ],
  [
    'Cloudinary fetch',
    'https://res.cloudinary.com/demo/image/fetch/w_300/https://c.test/pie.jpg',
    'https://c.test/pie.jpg',
  ],
  [
    'Substack',
    'https://substackcdn.com/image/fetch/w_300,c_limit/https%3A%2F%2Fc.test%2Fpie.jpg',
    'https://c.test/pie.jpg',
  ],
  ['Cloudflare', 'https://a.test/cdn-cgi/image/width=300,quality=75/img/pie.jpg', 'https://a.test/img/pie.jpg'],
  ['imgix', 'https://a.imgix.net/pie.jpg?w=300&fit=crop', 'https://a.imgix.net/pie.jpg'],
  ['Contentful', 'https://images.ctfassets.net/1/2/3/pie.jpg?w=300', 'https://images.ctfassets.net/1/2/3/pie.jpg'],
  [
    'Hearst',
    'https://hips.hearstapps.com/hmg-prod/images/pie.jpg?crop=1xw:1xh&resize=640:*',
    'https://hips.hearstapps.com/hmg-prod/images/pie.jpg',
  ],
  ['Future', 'https://cdn.mos.cms.futurecdn.net/abc-450-80.jpg.webp', 'https://cdn.mos.cms.futurecdn.net/abc.jpg'],
  [
    'New York Times',
    'https://static01.nyt.com/images/a/b/b-articleLarge-v2.jpg?quality=75',
    'https://static01.nyt.com/images/a/b/b-superJumbo-v2.jpg',
  ],
  [
    'Guardian',
    'https://i.guim.co.uk/img/media/abc/0_0_3000_2000/master/3000.jpg?width=300&s=00ff',
    'https://media.guim.co.uk/abc/0_0_3000_2000/3000.jpg',
  ],
  [
    'Wikimedia',
    'https://upload.wikimedia.org/wikipedia/commons/thumb/a/ab/Pie.jpg/320px-Pie.jpg',
    'https://upload.wikimedia.org/wikipedia/commons/a/ab/Pie.jpg',
  ],
  ['Blogger', 'https://1.bp.blogspot.com/-a/b/c/d/s320/pie.jpg', 'https://1.bp.blogspot.com/-a/b/c/d/s0/pie.jpg'],
  ['Google', 'https://lh3.googleusercontent.com/abc=w300-h200', 'https://lh3.googleusercontent.com/abc=s0'],
  [
    'Twitter',
    'https://pbs.twimg.com/media/abc?format=jpg&name=small',
    'https://pbs.twimg.com/media/abc?format=jpg&name=orig',
  ],
  ['Flickr', 'https://live.staticflickr.com/65535/123_abc_m.jpg', 'https://live.staticflickr.com/65535/123_abc_b.jpg'],
  [
    'Amazon',
    'https://m.media-amazon.com/images/I/71abc._AC_SX300_.jpg',
    'https://m.media-amazon.com/images/I/71abc.jpg',
  ],
  [
    'Etsy',
    'https://i.etsystatic.com/1/r/il/ab/12/il_570xN.12_ab.jpg',
    'https://i.etsystatic.com/1/r/il/ab/12/il_fullxfull.12_ab.jpg',
  ],
  ['Medium', 'https://miro.medium.com/v2/resize:fit:1400/1*abc.jpeg', 'https://miro.medium.com/1*abc.jpeg'],
  [
    'Wix',
    'https://static.wixstatic.com/media/ab_12~mv2.jpg/v1/fill/w_241,h_378/pie.webp',
    'https://static.wixstatic.com/media/ab_12~mv2.jpg',
  ],
  ['Ghost', 'https://a.test/content/images/size/w600/2020/pie.jpg', 'https://a.test/content/images/2020/pie.jpg'],
  [
    'Magento',
    'https://a.test/media/catalog/product/cache/0123456789abcdef0123456789abcdef/p/i/pie.jpg',
    'https://a.test/media/catalog/product/p/i/pie.jpg',
  ],
  [
    'Drupal',
    'https://a.test/sites/default/files/styles/large/public/2020/pie.jpg?itok=abc',
    'https://a.test/sites/default/files/2020/pie.jpg',
  ],
  [
    'YouTube',
    'https://i.ytimg.com/vi/abcdefghijk/hqdefault.jpg',
    'https://i.ytimg.com/vi/abcdefghijk/maxresdefault.jpg',
  ],
  [
    'Zalando',
    'https://img01.ztat.net/article/pie.jpg?imwidth=300&filter=packshot',
    'https://img01.ztat.net/article/pie.jpg?filter=packshot',
  ],
  ['Scene7', 'https://a.scene7.com/is/image/a/pie?wid=300', 'https://a.scene7.com/is/image/a/pie?scl=1'],
];

describe('originalsOf', () => {
  test.each(families)('%s: %s', (_family, small, original) => {
    expect(originalsOf(small)[0]).toBe(original);
  });

  test.each(families)('%s leaves its original alone', (_family, _small, original) => {
    expect(originalsOf(original)).not.toContain(original);
  });

  test.each([
    'https://a.imgix.net/pie.jpg?w=300&s=0123456789abcdef',
    'https://a.test/thmb/AbC=/300x200/filters:no_upscale()/pie.jpg',
    'https://res.cloudinary.com/demo/image/upload/s--AbCdEfGh--/c_fill,w_300/pie.jpg',
    'https://preview.redd.it/abc.jpg?width=300&s=0123456789abcdef',
    'https://scontent.cdninstagram.com/v/pie.jpg?stp=dst-jpg&oh=00&oe=11',
    'https://b.s3.amazonaws.com/wp-content/uploads/pie-300x200.jpg?X-Amz-Signature=ab',
    'https://images-wixmp-1.wixmp.com/f/1/2.png/v1/fill/w_300/pie.jpg?token=ey',
  ])('never edits the signed %s', (url) => {
    expect(isSigned(url)).toBe(true);
    expect(originalsOf(url)).toEqual([]);
  });

  test.each([
    'https://a.test/pie.jpg',
    'https://a.test/photo-1920x1080.jpg',
    'https://storage.ghost.io/c/1/content/images/size/w600/pie.jpg',
    'https://cdn.sanity.io/images/a/b/0123-1280x720.jpg',
    'data:image/png;base64,AA',
    'blob:https://a.test/1',
    'https://[',
  ])('proposes nothing for %s', (url) => {
    expect(originalsOf(url)).toEqual([]);
  });

  it('never throws and only ever proposes web addresses', () => {
    const hosts = families.map(([, small]) => new URL(small).host);
    const part = fc.oneof(
      fc.webPath(),
      fc.constantFrom('/%zz', '/https%3A%2F%2F%', '/image/fetch/x/https://', '?url=%'),
    );
    fc.assert(
      fc.property(fc.constantFrom(...hosts), fc.array(part, { maxLength: 4 }), (host, parts) => {
        const url = `https://${host}${parts.join('')}`;
        for (const one of originalsOf(url)) expect(one).toMatch(/^https?:\/\//);
        expect(originalsOf(url).length).toBeLessThanOrEqual(4);
      }),
    );
  });
});

describe('pictureKey', () => {
  test.each(families)('is the same for both versions: %s', (_family, small, original) => {
    expect(pictureKey(small)).toBe(pictureKey(original));
  });

  test.each([
    ['https://a.test/p.php?id=1', 'https://a.test/p.php?id=2'],
    ['https://a.test/a/pie.jpg', 'https://a.test/b/pie.jpg'],
    ['https://a.test/pie-1.jpg', 'https://a.test/pie-2.jpg'],
    ['https://a.test/IMG_1024.jpg', 'https://a.test/IMG_2048.jpg'],
    ['https://a.test/_next/image?url=%2Fa.png&w=64', 'https://a.test/_next/image?url=%2Fb.png&w=64'],
    ['https://a.test/pie.jpg?v=1#a', 'https://a.test/cake.jpg?v=1#a'],
  ])('tells %s from %s', (one, other) => {
    expect(pictureKey(one)).not.toBe(pictureKey(other));
  });
});
