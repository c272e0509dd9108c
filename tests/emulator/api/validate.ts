import type { Context } from 'hono';
import * as z from 'zod/mini';
import { invalid } from './refusal.ts';

export const Id = z.string().check(z.regex(/^\d+$/));
export const Paging = { bookmark: z.optional(z.string()), page_size: z.optional(integer(1, 250)) };
const Common = { ad_account_id: z.optional(Id) };

/** An integer in a query. */
export function integer(min: number, max: number) {
  return z.pipe(
    z.pipe(
      z.string().check(z.regex(/^-?\d+$/)),
      z.transform((text) => Number(text)),
    ),
    z.number().check(z.minimum(min), z.maximum(max)),
  );
}

/** A comma-separated list in a query, of one enumeration. */
export function listOf<const T extends readonly [string, ...string[]]>(values: T) {
  return z.pipe(
    z.pipe(
      z.string(),
      z.transform((text) => text.split(',')),
    ),
    z.array(z.enum(values)).check(z.minLength(1)),
  );
}

export const Flag = z.enum(['true', 'false', 'True', 'False']);

/** The path parameter, which must be an id before anything else is looked at. */
export function pathId(context: Context, name: string): string {
  return check(Id, context.req.param(name));
}

/** The query, with unknown parameters refused. */
export function query<T extends z.core.$ZodLooseShape>(context: Context, shape: T) {
  return check(z.strictObject({ ...Common, ...shape }), readQuery(context));
}

/** Repeated parameters (the explode form) read as one comma-separated list. */
function readQuery(context: Context): Record<string, string> {
  return Object.fromEntries(Object.entries(context.req.queries()).map(([name, values]) => [name, values.join(',')]));
}

/** The JSON body, with unknown fields and wrong types refused. */
export async function body<T extends z.core.$ZodType>(context: Context, schema: T): Promise<z.output<T>> {
  const type = context.req.header('content-type') ?? '';
  if (!type.toLowerCase().startsWith('application/json')) throw invalid(`unsupported content type '${type}'`);
  let parsed: unknown;
  try {
    parsed = JSON.parse(await context.req.text());
  } catch {
    throw invalid('the body is not valid JSON');
  }
  return check(schema, parsed);
}

export function check<T extends z.core.$ZodType>(schema: T, value: unknown): z.output<T> {
  const result = z.safeParse(schema, value, { reportInput: true });
  if (result.success) return result.data;
  throw invalid(wording(result.error.issues[0]));
}

/** The first problem in the words of the JSON-schema checker that the live API is seen to use. */
function wording(issue: z.core.$ZodIssue | undefined): string {
  if (!issue) return 'unknown problem';
  const shown = show(issue.input);
  const at = issue.path.length > 0 ? ` (at ${issue.path.join('.')})` : '';
  switch (issue.code) {
    case 'unrecognized_keys':
      return `Additional properties are not allowed ('${issue.keys.join("', '")}' was unexpected)${at}`;
    case 'invalid_format':
      return `'${shown}' does not match '${issue.pattern?.replaceAll('/', '') ?? issue.format}'`;
    case 'invalid_type':
      return issue.input === undefined
        ? `'${String(issue.path.at(-1) ?? 'body')}' is a required property`
        : `'${shown}' is not of type '${issue.expected}'${at}`;
    case 'invalid_value':
      return issue.input === undefined
        ? `'${String(issue.path.at(-1) ?? 'body')}' is a required property`
        : `'${shown}' is not one of ['${issue.values.join("', '")}']${at}`;
    case 'too_big':
      return `'${shown}' failed constraint: max${issue.origin === 'array' ? 'Items' : issue.origin === 'string' ? 'Length' : 'imum'}=${issue.maximum}${at}`;
    case 'too_small':
      return `'${shown}' failed constraint: min${issue.origin === 'array' ? 'Items' : issue.origin === 'string' ? 'Length' : 'imum'}=${issue.minimum}${at}`;
    default:
      return `'${shown}' is not valid${at}`;
  }
}

function show(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? 'undefined');
  return text.length > 100 ? `${text.slice(0, 100)}...` : text;
}
