import * as z from 'zod/mini';
import { LinkUrl, PictureUrl } from '../page/candidate.ts';
import { isTellable } from '../page/links.ts';

/** An address that a page of ours would have Tack tell to others: nobody's log-in, nothing of a private network. */
export const ToldLink = LinkUrl.check(z.refine(isTellable));
export const ToldPicture = PictureUrl.check(z.refine(isTellable));
