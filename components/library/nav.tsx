import { ChartLine, CircleUser, Clock, History, LayoutGrid } from 'lucide-preact';
import type { Route } from '../../lib/library/route.ts';
import { useWords } from '../ui/words.tsx';

const parts = [
  { name: 'boards', Icon: LayoutGrid },
  { name: 'analytics', Icon: ChartLine },
  { name: 'waiting', Icon: Clock },
  { name: 'history', Icon: History },
  { name: 'account', Icon: CircleUser },
] as const;

/** The part of the navigation that a route belongs to. */
export const partOf: Record<Route['name'], (typeof parts)[number]['name']> = {
  boards: 'boards',
  board: 'boards',
  search: 'boards',
  analytics: 'analytics',
  'pin-analytics': 'analytics',
  waiting: 'waiting',
  history: 'history',
  account: 'account',
};

/** The ways to the parts, with how many saves need the person. */
export function Nav({ route, needsYouCount }: { route: Route; needsYouCount: number }) {
  const t = useWords();
  return (
    <nav class="library-nav" aria-label={t('library.nav.label')}>
      {parts.map(({ name, Icon }) => (
        <a key={name} href={`#${name}`} aria-current={partOf[route.name] === name ? 'page' : undefined}>
          <Icon size={18} aria-hidden="true" />
          {t(`library.nav.${name}`)}
          {name === 'waiting' && needsYouCount > 0 && (
            <span class="library-count">
              {needsYouCount}
              <span class="unseen"> {t('library.nav.needYou')}</span>
            </span>
          )}
        </a>
      ))}
    </nav>
  );
}
