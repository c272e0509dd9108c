import { dropQuery, type Rule, swap, unwrap } from './rule.ts';
import { media } from './rules-media.ts';
import { press } from './rules-press.ts';
import { services } from './rules-services.ts';
import { shops } from './rules-shops.ts';

const end = '(?=\\.\\w{3,4}(?:\\?|$))';
const nytSize =
  /-(?!superJumbo|mobileMaster)(?:article|hp|thumb|jumbo|blog|master|tmag|slide|square|popup|facebook|google|video|threeByTwo|medium|large|small|wide|moth|mini)[A-Za-z\d]*((?:-v\d+)?\.\w+)(?:\?.*)?$/;

/** Resizing services that name the origin's address in their own. */
const wrappers: Rule[] = [
  {
    isWrapper: true,
    rewrite: (url, { pathname, searchParams, hostname }) => {
      const inner = ['url', 'u', 'href', 'src', 'fname'].map((name) => searchParams.get(name)).find(Boolean);
      if (!inner || !/^(?:https?:\/\/|\/|[\w.-]+\.\w+\/)/.test(inner)) return;
      if (/(?:^|\.)(?:weserv|wsrv)\.nl$/.test(hostname)) return /^https?:/.test(inner) ? inner : `http://${inner}`;
      return /\/(?:_next|_vercel|_image|images?|img|iu|imgproxy|proxy|resize|thumb|view|imrs\.php)\b/i.test(pathname)
        ? new URL(inner, url).href
        : undefined;
    },
  },
  {
    host: /^i\d\.wp\.com$/,
    isWrapper: true,
    rewrite: (url, { protocol, pathname, searchParams }) =>
      `${searchParams.get('ssl') || !url.startsWith('http:') ? 'https:' : protocol}/${pathname}`,
  },
  unwrap(/\.nitrocdn\.com$/, /\/optimized\/rev-\w+\/([^?]+)/, 'https://'),
  unwrap(/(?:^|\.)guim\.co\.uk$/, /\/\/i\.guim\.co\.uk\/img\/media\/([^?]+)/, 'https://media.guim.co.uk/'),
  unwrap(/(?:^|\.)guim\.co\.uk$/, /\/\/i\.guim\.co\.uk\/img\/static\/([^?]+)/, 'https://static.guim.co.uk/'),
  unwrap(/\.vox-cdn\.com$/, /\/thumbor\/.*\/((?:cdn|duet-cdn)\.vox-cdn\.com\/uploads\/.+)/, 'https://'),
  {
    isWrapper: true,
    rewrite: (url, { origin, pathname, hostname }) => {
      if (/archive\.org$/.test(hostname)) return;
      const cloudflare = /\/cdn-cgi\/image\/[^/]+\/(.+)/.exec(pathname)?.[1];
      if (cloudflare && !/^https?:/.test(cloudflare)) return `${origin}/${cloudflare}`;
      const inner = /.\/\/.*(?:\/|%2f|\/\?)(https?(?:(?::|%3a)\/\/?|%3a%2f%2f)[^?]+(?:\?.*)?)$/i.exec(url)?.[1];
      if (!inner) return;
      return (/^https?%3a/i.test(inner) ? decodeURIComponent(inner) : inner).replace(/^(https?:)\/(?!\/)/, '$1//');
    },
  },
];

/** Picture hosts, each with its own spelling of sizes. */
const hosts: Rule[] = [
  swap(/(?:^|\.)pinimg\.com$/, /\/\d+x(?:\d+)?(?:_RS)?\/(?=(?:\w\w\/){3})/, '/originals/', '/736x/'),
  swap(
    /^i\.ytimg\.com$|^img\.youtube\.com$/,
    /\/(?:(?:hq|mq|sd|)default|hq720)\.(jpg|webp)(?:\?.*)?$/,
    '/maxresdefault.$1',
  ),
  swap(/\.vimeocdn\.com$/, /(\/video\/\d+(?:-[\da-f]+-d)?)_\d+(?:x\d+)?/, '$1'),
  swap(/^pbs\.twimg\.com$/, /_(?:normal|bigger|mini|x?\d+x\d+|reasonably_small)(?=\.\w+$)/, ''),
  swap(/^pbs\.twimg\.com$/, /(\/profile_banners\/\d+\/\d+)\/\d+x\d+$/, '$1'),
  swap(/^pbs\.twimg\.com$/, /([?&]name=)(?!orig)\w+/, '$1orig'),
  swap(/^pbs\.twimg\.com$/, /(\/media\/[\w-]+\.\w+)(?::\w+)?$/, '$1:orig'),
  swap(/\.(?:bp\.blogspot|googleusercontent|ggpht)\.com$/, /\/[swh]\d{2,4}(?:-[\w-]+)?\/(?=[^/]+$)/, '/s0/', '/s1600/'),
  swap(/\.(?:bp\.blogspot|googleusercontent|ggpht)\.com$/, /=[swh]\d+[\w-]*$/, '=s0'),
  swap(
    /\.wikimedia\.org$|\.fandom\.com$|\.wikia\./,
    /\/thumb\/((?:[\w]\/\w\w|archive\/\w\/\w\w)\/[^/]+)\/[^/]+$/,
    '/$1',
  ),
  swap(/\.staticflickr\.com$/, /(\/\d+_[\da-f]+)(?:_[stqmnwzc])?(?=\.jpg)/, '$1_b'),
  swap(/^i\.imgur\.com$/, /_d(\.\w+)\?.*/, '$1'),
  swap(/^i\.imgur\.com$/, /(\/\w{7})[sbtmlh](?=\.\w+$)/, '$1'),
  swap(/\.etsystatic\.com$/, /\/il_\d+x(?:\d+|N)\./, '/il_fullxfull.'),
  swap(/\.ebayimg\.com$/, /\/s-l\d+\./, '/s-l9999.', '/s-l1600.'),
  swap(/(?:media|images|ssl-images)-?[\w-]*\.?amazon\.\w+$|gr-assets\.com$/, /\._[^/]*_(?=\.\w+$)/, ''),
  swap(/(?:^|\.)medium\.com$/, /^(https?:\/\/[^/]+)\/.+\/(?=\d\*[^/]+$)/, '$1/'),
  swap(/\.wixstatic\.com$/, /(\/media\/[^/]+\.\w{3,4})(?:\/v1\/.*|_\w.*)$/, '$1'),
  swap(/\.wixmp\.com$/, /(\.\w{3,4})\/v1\/(?:fill|fit|crop)\/[^?]*/, '$1'),
  swap(/\.behance\.net$/, /\/project_modules\/(?!source\/)[^/]+\//, '/project_modules/source/'),
  swap(/\.behance\.net$/, /\/projects\/(?!source\/|original\/)[^/]+\//, '/projects/source/'),
  swap(
    /\.artstation\.com$/,
    /\/(?:\d{14}\/)?(?:small|medium|smaller_square|small_square|micro_square|medium_square)\/(?=[^/]+$)/,
    '/large/',
  ),
  swap(/\.dribbble\.com$/, /(?:_1x|_teaser|_still(?:_2x)?)(?=\.\w+)/, ''),
  swap(/^media-cdn\.tripadvisor\.com$/, /\/photo-[a-np-z]\//, '/photo-o/'),
  swap(/(?:^|\.)(?:nyt|nytimes)\.com$/, nytSize, '-superJumbo$1'),
  swap(/\.futurecdn\.net$/, /-\d+-\d+(\.\w+)(?:\.webp)?$/, '$1'),
  swap(/\.alicdn\.com$/, /(\.(?:jpe?g|png|webp))_.*$/, '$1'),
  swap(/\.alicdn\.com$/, /\.\d+x\d+(?=\.\w+$)/, ''),
  swap(/\.sndimg\.com$/, /(\.\w{3,4})\.rend\..*$/, '$1'),
  swap(/\.wfcdn\.com$/, /\/resize-[^/%]+%5E(?=compr)/i, '/'),
  swap(/^ichef\.bbci\.co\.uk$/, /\/(news|ace\/standard|ace\/ws)\/\d+\//, '/$1/1536/'),
  swap(/^ichef\.bbci\.co\.uk$/, /\/\d{3,4}x(?:\d{3,4}|n)\/(?=\w+\.jpg)/, '/1920x1080/'),
  swap(/\.tumblr\.com$/, /_(?:75sq|\d{3})(?=\.\w+$)/, '_1280'),
  swap(/\.sndcdn\.com$/, /-(?:t\d+x\d+|large|small|badge|crop|tiny)(?=\.\w+$)/, '-original', '-t500x500'),
  swap(/\.storyblok\.com$/, /(\.\w{3,4})\/m\/.*$/, '$1'),
  swap(/\.photobucket\.com$/, /\/\/i(\d+\.[^?~]+).*$/, '//oi$1'),
  swap(/\.assets\.adidas\.com$|^assets\.adidas\.com$/, /\/images\/(?:[a-z]+_[^/]+)\/(?=\w)/, '/images/'),
  swap(/\.buzzfeed\.com$/, /_dblwide(?=\.\w+)/, '_dblbig'),
  swap(/^media\.guim\.co\.uk$/, /(_\d+_(\d+)_\d+\/)(?!\2\.)(?:\d+)\.(\w+)$/, '$1$2.$3'),
  swap(/^media\.guim\.co\.uk$/, /\/master(?=\/\d+\.\w+$)/, ''),
  dropQuery(
    /\.hearstapps\.com$|\.ikea\.com$|\.imgix\.net$|^images\.ctfassets\.net$|^(?:images|downloads)\.contentful\.com$/,
  ),
  dropQuery(
    /^images\.(?:unsplash|pexels|prismic|contentstack)\.\w+$|^cdn\.sanity\.io$|\.datocms-assets\.com$|\.exactdn\.com$/,
  ),
  dropQuery(
    /\.muscache\.com$|\.tripadvisor\.com$|\.asos-media\.com$|\.walmartimages\.com$|\.buzzfeed\.com$|\.graphassets\.com$/,
  ),
  dropQuery(/\.ztat\.net$|\.zalando\.\w+$/, 'imwidth'),
];

/** Platforms that run on hosts of all names, told by their paths. */
const platforms: Rule[] = [
  {
    rewrite: (url, { hostname, pathname, searchParams }) => {
      if (hostname !== 'cdn.shopify.com' && !/\/cdn\/shop\//.test(pathname)) return;
      const size =
        /_(?:\d+x\d*|x\d+|pico|icon|thumb|small|compact|medium|large|grande|master)(?:_crop_\w+)?(?:@\dx)?(?=\.\w{3,4}(?:\?|$|\.))/;
      const version = searchParams.get('v');
      const path = url
        .replace(/[?#].*/, '')
        .replace(size, '')
        .replace(/\.progressive(?=\.\w+$)/, '');
      return version ? `${path}?v=${version}` : path;
    },
  },
  {
    rewrite: (url, { hostname, pathname }) => {
      if (!/squarespace(?:-cdn)?\.com$/.test(hostname) || /format=original/.test(url)) return;
      if (!/\.\w{3,4}$|\/\d{10,}/.test(pathname)) return;
      const path = url
        .replace(/[?#].*/, '')
        .replace(/\/\d+w$/, '?')
        .replace(/\?$/, '');
      const kept = /content-type=[^&]+/.exec(url)?.[0];
      return ['original', '2500w'].map((format) => `${path}?${kept ? `${kept}&` : ''}format=${format}`);
    },
  },
  {
    // Cloudinary, on its own hosts and others': the segments of a transformation come first.
    rewrite: (url) => {
      const [, before = '', rest = ''] = /^(.*\/(?:image|video)\/upload\/)(.+)$/.exec(url) ?? [];
      const segments = rest.split('/');
      const isStep = (segment: string) => /^(?:[a-z]{1,3}_[^/]+|\$[^/]+)$/.test(segment) && !/\.\w{3,4}$/.test(segment);
      const start = segments.findIndex((segment) => !isStep(segment));
      return start > 0 ? before + segments.slice(start).join('/') : undefined;
    },
  },
  swap(undefined, /(\/media\/catalog\/product)\/cache\/(?:\d+\/\w+\/)?(?:\d*x\d*\/)?[\da-f]{32}(?=\/)/, '$1'),
  swap(/^(?!storage\.ghost\.io)/, /\/content\/images\/size\/[^/]+\/(?:format\/\w+\/)?/, '/content/images/'),
  swap(undefined, /(\/sites\/[^/]+\/files)\/styles\/[^/]+\/public\/([^?]+?)(?:\.webp)?(?:\?.*)?$/, '$1/$2'),
  swap(undefined, /\/optimized\/(\dX\/[^/]+)_\d+_\d+x\d+(?=\.\w+$)/, '/original/$1'),
  {
    rewrite: (url, { hostname, pathname, searchParams }) => {
      const isWordPress =
        /\/wp-content\/|\/uploads\/|\/files\/\d{4}\//.test(pathname) || /\.files\.wordpress\.com$/.test(hostname);
      if (!isWordPress) return;
      const sized = ['resize', 'fit', 'w', 'h', 'width', 'height', 'crop', 'quality', 'strip', 'ssl'].some((name) =>
        searchParams.has(name),
      );
      if (sized) return url.replace(/[?#].*/, '');
      return url.replace(new RegExp(`-\\d{2,4}x\\d{2,4}(?:@2x)?${end}`), '');
    },
  },
  swap(undefined, new RegExp(`(/wp-content/.*)-scaled${end}`), '$1'),
];

/** In the order in which they are tried; the first that knows an address decides, and is followed by another look. */
export const rules: readonly Rule[] = [...wrappers, ...hosts, ...media, ...press, ...services, ...shops, ...platforms];
