import * as z from 'zod/mini';

/** An object of any names with values of one shape. (`z.record` also takes keys of other kinds: half a kilobyte more.) */
export const dictionary = <S extends z.ZodMiniType>(value: S) => z.catchall(z.object({}), value);
