import type { WordKey } from '../../lib/words/translate.ts';

/** The key of a metric's name, by Pinterest's name for it. */
export function metricKey(metric: string): WordKey {
  return `library.metric.${metric}` as WordKey;
}
