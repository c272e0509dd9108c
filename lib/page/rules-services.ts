import { dropQuery, type Rule, swap } from './rule.ts';

/** Services that resize and builders of sites, beside those with rules of their own. */
export const services: readonly Rule[] = [
  swap(/^ik\.imagekit\.io$/, /\/tr:[^/]+(?=\/)/, ''),
  dropQuery(
    /^ik\.imagekit\.io$|\.b-cdn\.net$|\.gumlet\.io$|\.sirv\.com$|\.bigcartel\.com$|^framerusercontent\.com$|^cdn\.(?:builder|dribbble)\.\w+$/,
  ),
  swap(/^ucarecdn\.com$|\.ucarecd\.net$/, /^(https?:\/\/[^/]+\/[\da-f-]{36}\/)-\/.*$/, '$1'),
  swap(/^imagedelivery\.net$/, /\/(?!public$)[^/]+$/, '/public'),
  // Nuxt names what it does in one segment, before the file's own path.
  swap(undefined, /\/_ipx\/(?:_|[^/]*[_=][^/]*)\/(?=[^h])/, '/'),
  swap(/\.(?:website-files|webflow)\.com$/, /-p-\d+(?:x\d+q\d+)?(?=\.\w+$)/, ''),
  swap(/\.cdn-website\.com$/, /\/\/l?(irp\..+)\/opt\/(.+)-\d+w(?=\.\w+$)/, '//$1/$2'),
  swap(/\.wsimg\.com$/, /\/:\/.*$/, ''),
  swap(/\.typepad\.com$/, /-(?:\d+[wh]i|pi)$/, ''),
  // Akamai's image manager, on hosts of all names.
  dropQuery(undefined, 'imwidth', 'impolicy', 'imdensity'),
  // Craft keeps what it made in a folder named for how.
  swap(undefined, /\/_(?:\d+|AUTO)x(?:\d+|AUTO)_(?:crop|fit|stretch|letterbox)[^/]*\/(?:\d+\/)?(?=[^/]+$)/, '/'),
  // Adobe's renditions lie below the file.
  swap(undefined, /(\/content\/dam\/[^?]+\.\w{3,4})\/(?:_jcr_content|jcr:content)\/.*$/, '$1'),
  // Transformations in Cloudinary's manner before a path of the site's own.
  swap(
    /^img\.hellofresh\.com$|^static\.nike\.com$/,
    /\/(?:[a-z]{1,2}_[\w.:-]+,)*[a-z]{1,2}_[\w.:-]+(?:,[^/]*)?\/(?=.)/,
    '/',
  ),
  swap(undefined, /\/storage\/v1\/render\/image\/public\/([^?]+)(?:\?.*)?$/, '/storage/v1/object/public/$1'),
  swap(/^cdn\.(?:filestackcontent|buttercms)\.com$/, /^(https?:\/\/[^/]+)\/.+=.+\/(?=\w+$)/, '$1/'),
  dropQuery(/^imgix\.|\.twic\.pics$|\.kc-usercontent\.com$|\.imgeng\.in$|\.smushcdn\.com$|^cdn\.bfldr\.com$/),
];
