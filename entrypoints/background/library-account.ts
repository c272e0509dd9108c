import type { LibraryHandlers } from '../../lib/messages/serve.ts';
import { BudgetState, Category } from '../../lib/pinterest/budget-state.ts';
import { getUserAccount } from '../../lib/pinterest/user-account.ts';
import type { Accounts } from './accounts.ts';
import { whoAsks } from './library-boards.ts';

/** Who is connected, and what Pinterest's rate limits leave. */
export function accountHandlers(accounts: Accounts): Pick<LibraryHandlers, 'accountFacts' | 'rateBudgets'> {
  return {
    async accountFacts() {
      const { pinterest } = await whoAsks(accounts);
      const facts = await getUserAccount(pinterest);
      const { username, account_type: type, business_name: businessName, profile_image: imageUrl } = facts;
      const { board_count: boardCount, pin_count: pinCount, follower_count: followerCount } = facts;
      return {
        username,
        ...(imageUrl && { imageUrl }),
        ...(businessName && { businessName }),
        ...(type && { isBusiness: type === 'BUSINESS' }),
        ...(typeof boardCount === 'number' && { boardCount }),
        ...(typeof pinCount === 'number' && { pinCount }),
        ...(typeof followerCount === 'number' && { followerCount }),
      };
    },
    async rateBudgets() {
      const { account } = await whoAsks(accounts);
      const state = BudgetState.safeParse(await accounts.budget(account.environment));
      return Category.options.flatMap((category) => {
        const budget = state.data?.[category];
        if (!budget) return [];
        const { limit, remaining, resetAtMs, blockedUntilMs } = budget;
        return [{ category, limit, remaining, resetAtMs, blockedUntilMs }];
      });
    },
  };
}
