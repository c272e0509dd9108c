import type { RateBudget } from '../../lib/messages/library-views.ts';
import { useWords } from '../ui/words.tsx';
import { useDates, useNumbers } from './formats.ts';

/** What is left of Pinterest's rate limits. */
export function Budgets({ budgets }: { budgets: readonly RateBudget[] }) {
  const t = useWords();
  return (
    <section class="library-group">
      <h2>{t('library.account.budget')}</h2>
      <p class="quiet">{t('library.account.budgetHint')}</p>
      <ul class="budgets" aria-label={t('library.account.budget')}>
        {budgets.map((budget) => (
          <Budget key={budget.category} budget={budget} />
        ))}
      </ul>
      {budgets.length === 0 && <p class="quiet">{t('library.account.noBudget')}</p>}
    </section>
  );
}

function Budget({ budget }: { budget: RateBudget }) {
  const t = useWords();
  const dates = useDates();
  const numbers = useNumbers();
  const { category, limit, remaining, resetAtMs, blockedUntilMs } = budget;
  const now = Date.now();
  const left = resetAtMs < now ? limit : Math.max(0, remaining);
  const name = t(`library.budget.${category}`);
  return (
    <li>
      <span>{name}</span>
      <meter min={0} max={Math.max(1, limit)} value={left} aria-label={name} />
      <span class="quiet small">
        {t('library.budget.left', numbers.whole(left), numbers.whole(limit))}
        {blockedUntilMs > now && ` · ${t('library.budget.blocked', dates.clock(blockedUntilMs))}`}
      </span>
    </li>
  );
}
