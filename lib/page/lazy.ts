/** How an attribute of a lazy loader, gallery or zoom carries a picture. */
export type Carries =
  /** The address that will be shown. */
  | 'address'
  /** The address of the largest file. */
  | 'original'
  | 'srcset'
  /** CSS, or a bare address for a background. */
  | 'background'
  /** JSON whose strings or keys are addresses. */
  | 'json';

/** Attributes seen on real pages, by what they carry; PhotoSwipe, Slick, Jetpack, lazysizes, WP Rocket and their kin. */
const names: Record<Carries, string> = {
  address:
    'data-src data-lazy-src data-lazy data-original data-image data-img data-img-url data-image-src data-src-medium data-medium-file data-defer-src data-delayed-url data-normal data-cfsrc data-ezsrc data-gt-lazy-src data-pagespeed-lazy-src data-pagespeed-high-res-src data-opt-src data-wpfc-original-src data-jpibfi-src data-lsrc data-flickity-lazyload data-flickity-lazyload-src data-lazyload data-echo data-runner-src data-iesrc data-fallback-src data-url nitro-lazy-src lazysrc lazy-src data-poster data-mv-pinterest-img-src data-tf-src data-actualsrc data-hero data-srclazy data-origin',
  original:
    'data-orig-file data-large-file data-full-res data-full-image data-full-url data-fullsrc data-full data-zoom-image data-zoom data-large_image data-large-image data-old-hires data-hi-res-src data-highres data-hires data-retina data-src-retina data-pswp-src data-original-mos data-big data-src-large data-image-large data-fancybox-href data-magnify-src data-media data-original-src',
  srcset:
    'srcset data-srcset data-lazy-srcset data-src-set data-original-set data-ezsrcset data-opt-srcset nitro-lazy-srcset lazy-srcset imagesrcset data-bgset data-image-srcset data-tf-srcset data-flickity-lazyload-srcset data-background-image-set data-responsive',
  background:
    'data-bg data-background data-background-image data-bg-image data-bg-src data-bg-url data-bg-hidpi data-bg-multi data-bg-set data-lazy-bg data-lazy-background data-back nitro-lazy-bg data-image-background data-parallax-image data-image-url',
  json: 'data-a-dynamic-image data-image-info data-srcs',
};

/** What each attribute carries; look names up here instead of asking an element for every one of them. */
export const lazyAttributes = new Map<string, Carries>();
for (const [carries, list] of Object.entries(names)) {
  for (const name of list.split(' ')) lazyAttributes.set(name, carries as Carries);
}
