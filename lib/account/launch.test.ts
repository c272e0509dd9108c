import { expect, test } from 'vitest';
import { nameLaunchError } from './launch.ts';

test.each([
  ['The user did not approve access.', 'sign-in-window-closed'],
  ['User cancelled or denied access.', 'sign-in-window-closed'],
  ['Authorization page could not be loaded.', 'sign-in-no-network'],
  ['Authorization page load timed out.', 'sign-in-no-network'],
  ['Something nobody has seen yet', 'sign-in-page-failed'],
  ['', 'sign-in-page-failed'],
])('the browser saying “%s” is named %s', (sentence, code) => {
  expect(nameLaunchError(sentence)).toMatchObject({ code });
});
