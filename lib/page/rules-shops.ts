import { dropQuery, type Rule, swap } from './rule.ts';

/** Shops, and the platforms that shops run on. */
export const shops: readonly Rule[] = [
  // Salesforce's shops name sizes in the query alone.
  {
    rewrite: (url, { pathname, search }) =>
      pathname.includes('/dw/image/v2/') && search ? url.replace(/[?#].*/, '') : undefined,
  },
  swap(undefined, /(\/is\/image\/[^?]+)\?(?!scl=1$).*$/, '$1?scl=1'),
  dropQuery(/\.amplience\.net$|\.trvl-media\.com$|^image\.hm\.com$|^image\.uniqlo\.com$/),
  swap(/\.bigcommerce\.com$/, /(\/images\/stencil)\/(?!original\/)[^/]+\//, '$1/original/'),
  // PrestaShop, OpenCart, Shopware.
  swap(undefined, /\/(\d+)-\w+_default(\/[^/]+\.\w+)$/, '/$1$2'),
  swap(undefined, /\/image\/cache\/(.+)-\d+x\d+h?(?=\.\w+$)/, '/image/$1'),
  swap(undefined, /\/thumbnail(\/(?:\w\w\/){3}.+)_\d+x\d+(?=\.\w+(?:\?|$))/, '/media$1'),
  swap(/\.mlstatic\.com$/, /-[A-EG-Z](?=\.\w+$)/, '-F'),
  swap(/\.hzcdn\.com$/, /(\/simgs\/[\da-f]+)_(?!14-)\d+-/, '$1_14-'),
  swap(/\.hzcdn\.com$/, /\/fimgs\/([\da-f]+)_(\d+)-w\d+-h\d+-.*$/, '/simgs/$1_14-$2.jpg'),
];
