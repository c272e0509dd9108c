import { describe, expect, it } from 'vitest';
import { formValues, singleParameters } from './parameters.ts';
import { parseScopes } from './scopes.ts';

describe('parameters', () => {
  it('count as absent when empty', () => {
    expect(singleParameters(formValues('a=1&b='))).toEqual(new Map([['a', '1']]));
  });

  it.each(['a=1&a=1', 'a=1&a=2', 'a=&a=2', 'a=1&%61=2'])('are refused when one is repeated: %s', (text) => {
    expect(singleParameters(formValues(text))).toBeUndefined();
  });
});

describe('scopes', () => {
  it('may be separated by spaces or commas, and count once', () => {
    expect(parseScopes('pins:read,boards:read pins:read')).toEqual(['pins:read', 'boards:read']);
  });

  it.each([undefined, '', ' ', 'ads:write', 'pins:read ads:read', 'PINS:READ'])('refuse "%s"', (text) => {
    expect(parseScopes(text)).toBeUndefined();
  });
});
