import { expect, test } from 'vitest';
import { patternsOf } from './site-patterns.ts';

test.each([
  ['kitchen.test', ['https://*.kitchen.test/*', 'http://*.kitchen.test/*']],
  ['localhost', ['https://localhost/*', 'http://localhost/*']],
  ['192.168.0.7', ['https://192.168.0.7/*', 'http://192.168.0.7/*']],
])('the patterns of %s', (host, patterns) => {
  expect(patternsOf(host)).toEqual(patterns);
});
