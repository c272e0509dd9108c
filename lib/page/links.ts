const tracking =
  /^(?:utm_\w+|mc_[ce]id|_hs\w+|hsa_\w+|pk_\w+|mtm_\w+|fb_\w+|\w*clid|gad_source|gad_campaignid|gbraid|wbraid|igsh(?:id)?|ref_?(?:src|url)?|referr?er|_ga|_gl|cmpid|ncid|mkt_tok|yclid|srsltid|spm|_branch_match_id|epik|pp|s_kwcid|trk\w*|vero_\w+|wickedid|smid|soc_\w+|ocid|sh_kit|cmp|_bta_\w+|_ke|_kx|share_id|si)$/i;
const secret =
  /(?:^|[_-])(?:access|refresh|auth|id)?[_-]?(?:token|code|session(?:_?id)?|sess|sid|auth|api_?key|key|sig(?:nature)?|pass(?:word|wd)?|pwd|jwt|otp|secret|credential|ticket|nonce)$|password|token|^(?:php|j|asp\.net_)sess(?:ion)?_?id$/i;
const privateHost =
  /^(?:localhost|[^.]+|.*\.(?:localhost|local|internal|intranet|lan|home|corp|home\.arpa|onion))$|^(?:0|10|127)\.\d|^192\.168\.|^169\.254\.|^172\.(?:1[6-9]|2\d|3[01])\.|^100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.|^\[(?:::|f[cde])/;
const mailHost =
  /^(?:web)?mail\d?\.|^(?:outlook|hotmail)\.|^(?:app\.)?(?:fastmail|hey|tutanota|tuta)\.com$|^inbox\.google|^(?:accounts|docs|drive|photos)\.google\.com$|^e\.mail\.ru$/;
const publicSuffix = /^(?:co|com|org|net|gov|ac|edu|or|ne|go|gob|gov)\.[a-z]{2}$/;

/** The part of a host that one owner holds: `shop.example.co.uk` and `example.co.uk` are one site. */
export function siteOf(url: string): string {
  const host = hostOf(url);
  if (/^[\d.]+$|^\[/.test(host)) return host;
  const parts = host.split('.');
  return parts.slice(publicSuffix.test(parts.slice(-2).join('.')) ? -3 : -2).join('.');
}

/** Whether two addresses belong to one site. */
export function isSameSite(one: string, other: string): boolean {
  const site = siteOf(one);
  return site !== '' && site === siteOf(other);
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname.toLowerCase().replace(/\.$/, '') : '';
}

/** Whether it is a web page that others can open, as far as its host tells. */
function isInTheOpen(url: URL): boolean {
  return /^https?:$/.test(url.protocol) && !privateHost.test(hostOf(url.href));
}

/** Whether others may be told of an address: a web page in the open, with nobody's log-in in it. */
export function isTellable(address: string): boolean {
  const url = URL.parse(address);
  return url !== null && isInTheOpen(url) && !url.username && !url.password;
}

/**
 * An address fit for a pin: no log-in, no secret, no tracking; the hash only where it routes. Nothing for pages that
 * others cannot open (private network, webmail) and for what is no web page.
 */
export function cleanLink(url: string): string | undefined {
  if (!URL.canParse(url)) return;
  const link = new URL(url);
  if (!isInTheOpen(link) || mailHost.test(hostOf(url))) return;
  link.username = '';
  link.password = '';
  const dropped = [...link.searchParams.keys()].filter((name) => tracking.test(name) || secret.test(name));
  for (const name of dropped) link.searchParams.delete(name);
  if (!/^#(?:!|\/)/.test(link.hash) || secret.test(link.hash.split(/[=&]/, 1)[0] ?? '')) link.hash = '';
  return link.href.length > 2048 ? undefined : link.href;
}

/** What a page says about its own address. */
export interface PageAddresses {
  url: string;
  canonical: string;
  openGraph: string;
  pinUrl: string;
}

/** The page's own link: what it says to pin, its canonical address when that is on the same site, else its address. */
export function pageLink({ url, canonical, openGraph, pinUrl }: PageAddresses): string | undefined {
  const page = cleanLink(url);
  if (!page) return;
  for (const said of [pinUrl, canonical, openGraph]) {
    const absolute = said && URL.canParse(said, url) ? new URL(said, url).href : '';
    const link = isSameSite(absolute, url) && !isFrontOf(absolute, url) ? cleanLink(absolute) : undefined;
    if (link) return link;
  }
  return page;
}

/** A canonical address that says "the front page" of a page further in is a mistake of the site's template. */
function isFrontOf(link: string, url: string): boolean {
  return new URL(link).pathname === '/' && new URL(link).search === '' && new URL(url).pathname.split('/').length > 2;
}

/** The page of the item that a picture in a listing links to; nothing when the link leads elsewhere or nowhere. */
export function itemLink(href: string | undefined, url: string): string | undefined {
  if (!href || !isSameSite(href, url)) return;
  const { pathname, search } = new URL(href);
  const page = new URL(url);
  if (/\.(?:jpe?g|png|webp|avif|gif|svg|bmp)$/i.test(pathname) || pathname === '/') return;
  if (pathname === page.pathname && (search === page.search || !search)) return;
  if (/\/(?:login|signin|sign-in|cart|checkout|account|share|wishlist)\b/i.test(pathname)) return;
  return cleanLink(href);
}

/** An address without scheme, `www.`, query, hash and trailing slash: enough to say "the same page". */
export function bareAddress(url: string): string {
  return url.replace(/^https?:\/\/(?:www\.)?|[?#].*$/g, '').replace(/\/$/, '');
}
