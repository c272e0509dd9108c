/** Why a value is refused: what kind of refusal, and where in the value. It never holds the value itself. */
export class Invalid {
  readonly code: string;
  readonly path: readonly PropertyKey[];

  constructor(code: string, path: readonly PropertyKey[] = []) {
    this.code = code;
    this.path = path;
  }

  under(key: PropertyKey): Invalid {
    return new Invalid(this.code, [key, ...this.path]);
  }
}

/** A condition on a value that already has the right type: the code of the refusal, or nothing. */
export type Check<Out> = (value: Out) => string | undefined;

export type Result<Out> = { success: true; data: Out } | { success: false; data?: undefined; error: Invalid };

/** What a value must be; gives its type, too. */
export interface Schema<Out = unknown> {
  /** The value as the schema gives it, or why it is none. */
  read(value: unknown): Out | Invalid;
  safeParse(value: unknown): Result<Out>;
  /** @throws TypeError that names the place, never the value */
  parse(value: unknown): Out;
  /** The same with further conditions. */
  check(...checks: Check<Out>[]): this;
  /** An object may lack it and is none the worse, or gets what the schema makes of nothing; else it is refused. */
  readonly absent?: 'left-out' | 'read' | undefined;
}

export type Output<S extends Schema> = ReturnType<S['parse']>;

/** A schema from its reader; `extra` is what else the schema is known by. */
export function schema<Out, Extra extends object>(
  read: (value: unknown) => Out | Invalid,
  extra: Extra,
): Schema<Out> & Extra {
  return {
    ...extra,
    read,
    safeParse(value) {
      const data = read(value);
      return data instanceof Invalid ? { success: false, error: data } : { success: true, data };
    },
    parse(value) {
      const data = read(value);
      if (data instanceof Invalid) throw new TypeError(`${data.code} at ${data.path.join('.')}`);
      return data;
    },
    check(...checks) {
      return schema((value) => {
        const data = read(value);
        if (data instanceof Invalid) return data;
        for (const check of checks) {
          const code = check(data);
          if (code) return new Invalid(code);
        }
        return data;
      }, extra) as never;
    },
  };
}

/** A schema of values that are taken as they are, when `isOne` says so. */
export function plain<Out>(isOne: (value: unknown) => boolean, code = 'invalid_type'): Schema<Out> {
  return schema((value) => (isOne(value) ? (value as Out) : new Invalid(code)), {});
}
