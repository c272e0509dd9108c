import * as z from 'zod/mini';
import type { Pinterest } from './client.ts';
import { type CallOptions, send } from './request.ts';
import { AnswerId, loose } from './values.ts';

/** Whose account it is. */
export const UserAccount = z.object({
  /** Absent in some documents. */
  id: loose(AnswerId),
  username: z.string(),
  account_type: loose(z.string()),
  business_name: loose(z.string()),
  profile_image: loose(z.string()),
  website_url: loose(z.string()),
  about: loose(z.string()),
  board_count: loose(z.number()),
  pin_count: loose(z.number()),
  follower_count: loose(z.number()),
  following_count: loose(z.number()),
  monthly_views: loose(z.number()),
});
export type UserAccount = z.infer<typeof UserAccount>;

/** The account that the token belongs to. https://developers.pinterest.com/docs/api/v5/user_account-get */
export async function getUserAccount(pinterest: Pinterest, options: CallOptions = {}): Promise<UserAccount> {
  const operation = { method: 'GET', path: '/user_account', answer: UserAccount, category: 'org_read' } as const;
  return send(pinterest, { ...operation, scopes: ['user_accounts:read'] }, options);
}
