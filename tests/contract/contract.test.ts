import { expect, test } from 'vitest';
import type { Recorded } from '../emulator/recording.ts';
import { createContract } from './check.ts';
import { gaps, OPERATIONS } from './coverage.ts';
import { exceptionFor } from './exceptions.ts';

const content = (schema: object) => ({ content: { 'application/json': { schema } } });
const description = JSON.parse(
  JSON.stringify({
    paths: {
      '/pins': {
        post: {
          requestBody: content({ $ref: '#/components/schemas/PinCreate' }),
          responses: {
            201: content({ $ref: '#/components/schemas/Pin' }),
            default: content({ $ref: '#/components/schemas/Error' }),
          },
        },
        get: {
          parameters: [{ name: 'page_size', in: 'query', schema: { type: 'integer', maximum: 250 } }],
          responses: { 200: content({ type: 'object' }) },
        },
      },
    },
    components: {
      schemas: {
        PinCreate: {
          type: 'object',
          properties: {
            title: { type: 'string', nullable: true, maxLength: 3 },
            media_source: {
              oneOf: [{ type: 'object', properties: { url: { type: 'string' } }, required: ['url'] }],
            },
          },
        },
        Pin: {
          allOf: [{ $ref: '#/components/schemas/PinCreate' }],
          properties: { id: { type: 'string' } },
          required: ['id'],
        },
        Error: { type: 'object', properties: { code: { type: 'integer' } }, required: ['code'] },
      },
    },
  }),
);
const { check, operationOf } = createContract(description);

const good: Recorded = {
  method: 'POST',
  path: '/pins',
  query: {},
  requestType: 'application/json',
  body: { title: null, media_source: { url: 'x' } },
  status: 201,
  responseType: 'application/json',
  responseBody: { id: '1', title: 'abc' },
  isSpoiled: false,
};
const messages = (change: Partial<Recorded>) => check({ ...good, ...change }).map(({ message }) => message);

test('an exchange that keeps the contract has no violation', () => {
  expect(check(good)).toEqual([]);
});

test.for<[string, Partial<Recorded>, string]>([
  ['an unknown field', { body: { titel: 'x' } }, 'body unknown property titel'],
  [
    'an unknown field deep inside',
    { body: { media_source: { url: 'x', data: 'y' } } },
    'body/media_source unknown property data',
  ],
  ['a long text', { body: { title: 'long' } }, 'body/title must NOT have more than 3 characters'],
  ['an undescribed status', { status: 202 }, 'status 202 is not described'],
  ['an answer without its id', { responseBody: {} }, "answer must have required property 'id'"],
  [
    'an error of another shape',
    { status: 400, responseBody: { error: 'no' } },
    "answer must have required property 'code'",
  ],
  ['an unknown operation', { path: '/pinz' }, 'no such operation'],
  ['an unknown query parameter', { query: { fields: 'id' } }, 'unknown query parameter fields'],
  [
    'a page too large',
    { method: 'GET', body: null, query: { page_size: '251' }, status: 200 },
    'query page_size must be <= 250',
  ],
])('%s is a violation', ([, change, message]) => {
  expect(messages(change)).toContain(message);
});

test("a fault's answer is not held against the contract, the request still is", () => {
  expect(messages({ isSpoiled: true, status: 200, responseBody: 'half' })).toEqual([]);
  expect(messages({ isSpoiled: true, body: { titel: 'x' } })).toContain('body unknown property titel');
});

test('only declared additions are excepted', () => {
  const violation = {
    operation: 'POST /oauth/token',
    side: 'request',
    message: 'body unknown property code_verifier',
  } as const;
  expect(exceptionFor(violation)?.reason).toContain('PKCE');
  expect(exceptionFor({ ...violation, operation: 'POST /pins' })).toBeUndefined();
  expect(exceptionFor({ ...violation, message: 'body unknown property client_secret' })).toBeUndefined();
});

test('a recording without an operation, or without an error of it, has gaps', () => {
  expect(gaps([good], operationOf)).not.toContain('POST /pins: success');
  expect(gaps([good], operationOf)).toContain('POST /pins: error');
  expect(gaps([], operationOf)).toHaveLength((OPERATIONS.length + 5) * 2);
});
