/** A JSON value as it stands in an OpenAPI description. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json | undefined;
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

// Read by OpenAPI tools only; ajv would refuse or misread them.
const SILENT = new Set(['discriminator', 'example', 'examples', 'nullable', 'readOnly', 'xml', 'externalDocs']);

/** Turns OpenAPI 3.0 schemas into JSON Schema that ajv understands. References are written out. */
export function createSchemas(description: JsonObject) {
  function resolve(pointer: string): Json | undefined {
    let found: Json | undefined = description;
    for (const key of pointer.replace(/^#\//, '').split('/')) {
      found = isObject(found) ? found[key.replaceAll('~1', '/').replaceAll('~0', '~')] : undefined;
    }
    return found;
  }

  function follow(value: Json | undefined): JsonObject {
    if (!isObject(value)) return {};
    const { $ref } = value;
    return typeof $ref === 'string' ? follow(resolve($ref)) : value;
  }

  /** `isPart`: a member of an allOf, which does not know all properties of the whole. */
  function convert(value: Json | undefined, isPart = false): JsonObject {
    const schema = follow(value);
    const result: Record<string, Json> = {};
    for (const [key, entry] of Object.entries(schema)) {
      if (entry === undefined || SILENT.has(key) || key.startsWith('x-')) continue;
      result[isOverlapping(key, entry) ? 'anyOf' : key] = convertKeyword(key, entry, isPart);
    }
    addMapping(schema, result);
    const isClosed =
      schema['additionalProperties'] === undefined && (schema['properties'] ?? schema['allOf']) !== undefined;
    if (isClosed && !isPart && schema['type'] !== 'string') result['unevaluatedProperties'] = false;
    if (result['unevaluatedProperties'] === false && isScalarWrapper(schema)) delete result['unevaluatedProperties'];
    return schema['nullable'] === true ? { anyOf: [{ type: 'null' }, result] } : result;
  }

  function convertKeyword(key: string, entry: Json, isPart: boolean): Json {
    if (key === 'properties' && isObject(entry)) {
      return Object.fromEntries(Object.entries(entry).map(([name, property]) => [name, convert(property)]));
    }
    if (key === 'allOf' && Array.isArray(entry)) return entry.map((member: Json) => convert(member, true));
    if ((key === 'oneOf' || key === 'anyOf') && Array.isArray(entry))
      return entry.map((member: Json) => convert(member, isPart));
    if (key === 'items' || (key === 'additionalProperties' && isObject(entry))) return convert(entry);
    return entry;
  }

  /** A oneOf of plain strings: Pinterest's lists of metrics share names, so several may match. */
  function isOverlapping(key: string, entry: Json): boolean {
    return (
      key === 'oneOf' && Array.isArray(entry) && entry.every((member: Json) => follow(member)['type'] === 'string')
    );
  }

  /** A discriminator whose variants are only in its mapping picks one of them. */
  function addMapping(schema: JsonObject, result: Record<string, Json>): void {
    const { discriminator } = schema;
    if (!isObject(discriminator) || schema['oneOf'] || !isObject(discriminator['mapping'])) return;
    const name = String(discriminator['propertyName']);
    result['allOf'] = Object.entries(discriminator['mapping']).map(([value, $ref]) => ({
      if: { properties: { [name]: { const: value } }, required: [name] },
      // biome-ignore lint/suspicious/noThenProperty: JSON Schema's own keyword
      then: convert({ $ref }, true),
    }));
  }

  function isScalarWrapper(schema: JsonObject): boolean {
    const parts = Array.isArray(schema['allOf']) ? schema['allOf'] : [];
    return schema['properties'] === undefined && parts.every((part: Json) => follow(part)['type'] === 'string');
  }

  return { follow, convert };
}
