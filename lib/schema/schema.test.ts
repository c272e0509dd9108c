import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as zod from 'zod/mini';
import * as own from './schema.ts';

type Library = typeof own;

/** Schemas of every kind that Tack uses, made by either library. */
const schemas: Record<string, (z: Library) => own.Schema> = {
  string: (z) => z.string().check(z.minLength(1), z.maxLength(3)),
  pattern: (z) => z.string().check(z.regex(/^a+$/)),
  start: (z) => z.string().check(z.startsWith('https://')),
  refined: (z) => z.string().check(z.refine((text) => text !== 'a')),
  number: (z) => z.number().check(z.minimum(-1), z.maximum(1)),
  int: (z) => z.int().check(z.nonnegative()),
  boolean: (z) => z.boolean(),
  literal: (z) => z.literal('a'),
  enum: (z) => z.enum(['a', 'b']),
  undefined: (z) => z.undefined(),
  unknown: (z) => z.unknown(),
  uuid: (z) => z.uuid(),
  url: (z) => z.url(),
  instance: (z) => z.instanceof(Date),
  array: (z) => z.array(z.optional(z.int())).check(z.maxLength(2)),
  tuple: (z) => z.tuple([z.string(), z.int()]),
  record: (z) => z.record(z.string(), z.nullable(z.int())),
  'record of short keys': (z) => z.record(z.string().check(z.maxLength(1)), z.unknown()),
  union: (z) => z.union([z.int(), z.strictObject({ a: z.int() }), z.object({ b: z.string() })]),
  'told apart': (z) =>
    z.discriminatedUnion('a', [
      z.object({ a: z.literal('a'), b: z.int() }),
      z.strictObject({ a: z.enum(['b', 'c']), b: z.string() }),
    ]),
  pipe: (z) => z.pipe(z.pipe(z.union([z.string(), z.int()]), z.transform(String)), z.string().check(z.maxLength(1))),
  object: (z) => z.object({ a: z.int(), b: z.optional(z.string()) }),
  'strict object': (z) => z.strictObject({ a: z.int(), b: z.exactOptional(z.string()) }),
  nullable: (z) => z.object({ a: z.nullable(z.int()), b: z.nullish(z.string()), c: z.optional(z.nullable(z.int())) }),
  fallback: (z) =>
    z.object({
      a: z.catch(z.int(), 7),
      b: z.catch(z.optional(z.string()), undefined),
      c: z.catch(z.nullish(z.int()), 1),
    }),
  extended: (z) => z.extend(z.strictObject({ a: z.int(), b: z.int() }), { b: z.string(), c: z.optional(z.int()) }),
  omitted: (z) => z.omit(z.strictObject({ a: z.int(), b: z.string() }), { b: true }),
  partial: (z) => z.partial(z.object({ a: z.int(), b: z.string() })),
  'objects in a list': (z) => z.array(z.object({ a: z.object({ b: z.optional(z.int()) }) })),
};

const leaf = fc.oneof(
  fc.constantFrom<unknown>(
    '',
    'a',
    'b',
    'c',
    'aa',
    'abcd',
    0,
    1,
    -1,
    2,
    0.5,
    Number.NaN,
    Infinity,
    2 ** 60,
    true,
    false,
  ),
  fc.constantFrom<unknown>(
    null,
    undefined,
    new Date(0),
    'https://a.example/',
    ' https://a.example',
    'a:b',
    '//x',
    'http:',
  ),
  fc.uuid(),
);
const { value: anything } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    leaf,
    fc.dictionary(fc.constantFrom('a', 'b', 'c', 'dd', 'toString'), tie('value'), { maxKeys: 4 }),
    fc.array(tie('value'), { maxLength: 3 }),
  ),
}));

describe('schemas', () => {
  test.each(Object.entries(schemas))('%s takes, refuses and gives what zod does', (_, make) => {
    const [mine, theirs] = [make(own), make(zod as unknown as Library)];
    fc.assert(
      fc.property(anything, (value) => {
        const [got, meant] = [mine.safeParse(value), theirs.safeParse(value)];
        expect(got.success).toBe(meant.success);
        expect(got.data).toStrictEqual(meant.data);
      }),
      { numRuns: 300 },
    );
  });

  test('a field is refused by name, and its value is not told', () => {
    const schema = own.object({ texts: own.array(own.strictObject({ title: own.string().check(own.maxLength(3)) })) });
    const secret = { texts: [{ title: 'abc' }, { title: 'abcd' }] };
    expect(own.safeParse(schema, secret)).toMatchObject({ error: { code: 'too_big', path: ['texts', 1, 'title'] } });
    expect(() => schema.parse(secret)).toThrow('too_big at texts.1.title');
  });

  test('a key __proto__ changes no prototype', () => {
    const value = JSON.parse('{"__proto__": {"isAdmin": true}, "a": 1}');
    for (const schema of [own.record(own.string(), own.unknown()), own.object({ a: own.int() })]) {
      expect(Object.getPrototypeOf(schema.parse(value))).toBe(Object.prototype);
      expect(schema.parse(value)).toEqual({ a: 1 });
    }
    expect(own.strictObject({ a: own.int() }).safeParse(value).success).toBe(false);
  });
});
