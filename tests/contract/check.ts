import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import type { Recorded } from '../emulator/recording.ts';
import { createSchemas, isObject, type Json, type JsonObject } from './schema.ts';

export interface Violation {
  readonly operation: string;
  readonly side: 'request' | 'response';
  readonly message: string;
}

/** Checks recorded exchanges against an OpenAPI 3.0 description. */
export function createContract(description: JsonObject) {
  const { follow, convert } = createSchemas(description);
  const ajv = new Ajv2020({ strict: false, allErrors: true, formats: FORMATS });
  const compiled = new Map<string, ValidateFunction>();
  const operations = listOperations(description);

  function validator(key: string, schema: Json | undefined): ValidateFunction {
    const known = compiled.get(key) ?? ajv.compile(convert(schema));
    compiled.set(key, known);
    return known;
  }

  /** `METHOD /path/{with}/{names}` of an exchange, or null when the description has no such operation. */
  function operationOf({ method, path }: Pick<Recorded, 'method' | 'path'>): string | null {
    return operations.find((known) => known.method === method && known.pattern.test(path))?.name ?? null;
  }

  function check(recorded: Recorded): Violation[] {
    const name = operationOf(recorded);
    const operation = operations.find((known) => known.name === name);
    if (!operation) {
      return [{ operation: `${recorded.method} ${recorded.path}`, side: 'request', message: 'no such operation' }];
    }
    const request = [...checkQuery(operation, recorded), ...checkBody(operation, recorded)];
    const response = isSpoiledOnPurpose(recorded) ? [] : checkAnswer(operation, recorded);
    return [
      ...request.map((message) => ({ operation: operation.name, side: 'request' as const, message })),
      ...response.map((message) => ({ operation: operation.name, side: 'response' as const, message })),
    ];
  }

  function checkQuery(operation: Operation, { query }: Recorded): string[] {
    const parameters = operation.parameters.map(follow).filter((parameter) => parameter['in'] === 'query');
    const unknown = Object.keys(query).filter((name) => !parameters.some((parameter) => parameter['name'] === name));
    const problems = parameters.flatMap((parameter) => {
      const given = query[String(parameter['name'])];
      if (given === undefined) return parameter['required'] === true ? [`query ${parameter['name']} is required`] : [];
      const schema = follow(parameter['schema']);
      const validate = validator(`${operation.name} query ${parameter['name']}`, schema);
      return validate(readParameter(given, schema)) ? [] : wording(validate.errors, `query ${parameter['name']}`);
    });
    return [...unknown.map((name) => `unknown query parameter ${name}`), ...problems];
  }

  function checkBody(operation: Operation, { body, requestType }: Recorded): string[] {
    const { content } = operation.requestBody;
    if (!isObject(content)) return body === null ? [] : ['a body that is not described'];
    const type = Object.keys(content).find((known) => requestType?.startsWith(known));
    if (type === undefined) return [`content type ${requestType}`];
    const validate = validator(`${operation.name} request`, follow(content[type])['schema']);
    return validate(body) ? [] : wording(validate.errors, 'body');
  }

  function checkAnswer(operation: Operation, { status, responseType, responseBody }: Recorded): string[] {
    const described =
      operation.responses[String(status)] ?? (status >= 400 ? operation.responses['default'] : undefined);
    if (described === undefined) return [`status ${status} is not described`];
    const { content } = follow(described);
    if (!isObject(content)) return responseBody === null ? [] : ['a body that is not described'];
    if (!responseType?.startsWith('application/json')) return [`content type ${responseType}`];
    const validate = validator(`${operation.name} ${status}`, follow(content['application/json'])['schema']);
    return validate(responseBody) ? [] : wording(validate.errors, 'answer');
  }

  return { check, operationOf };
}

const FORMATS = {
  date: /^\d{4}-\d\d-\d\d$/,
  // Pinterest's own answers carry no zone.
  'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)?$/,
};

interface Operation {
  readonly name: string;
  readonly method: string;
  readonly pattern: RegExp;
  readonly parameters: readonly Json[];
  readonly requestBody: JsonObject;
  readonly responses: JsonObject;
}

/** Operations with fixed paths first, so that /pins/analytics is not taken for a pin. */
function listOperations({ paths }: JsonObject): Operation[] {
  const all = Object.entries(isObject(paths) ? paths : {}).flatMap(([path, item]) =>
    ['get', 'post', 'patch', 'put', 'delete'].flatMap((verb) => {
      const operation = isObject(item) ? item[verb] : undefined;
      if (!isObject(item) || !isObject(operation)) return [];
      return {
        name: `${verb.toUpperCase()} ${path}`,
        method: verb.toUpperCase(),
        pattern: new RegExp(`^${path.replaceAll(/\{[^}]+\}/g, '[^/]+')}$`),
        parameters: [...list(item['parameters']), ...list(operation['parameters'])],
        requestBody: isObject(operation['requestBody']) ? operation['requestBody'] : {},
        responses: isObject(operation['responses']) ? operation['responses'] : {},
      };
    }),
  );
  return all.toSorted((a, b) => a.name.split('{').length - b.name.split('{').length);
}

function list(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value : [];
}

/** A fault's answer is not what the description promises; its error bodies still must be. */
function isSpoiledOnPurpose({ isSpoiled, status, responseType }: Recorded): boolean {
  return isSpoiled && (status < 400 || !responseType?.startsWith('application/json'));
}

function readParameter(given: string, schema: JsonObject): Json {
  if (schema['type'] === 'array') return given.split(',');
  if (schema['type'] === 'integer') return /^-?\d+$/.test(given) ? Number(given) : given;
  if (schema['type'] === 'boolean') return given === 'true' || given === 'false' ? given === 'true' : given;
  return given;
}

function wording(errors: ErrorObject[] | null | undefined, where: string): string[] {
  return (errors ?? []).map(({ instancePath, keyword, message, params }) =>
    keyword === 'unevaluatedProperties'
      ? `${where}${instancePath} unknown property ${params['unevaluatedProperty']}`
      : `${where}${instancePath} ${message}`,
  );
}
