import { readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');

test('every source file is named in one style', () => {
  const files = ['components', 'entrypoints', 'lib', 'relay', 'scripts', 'tests'].flatMap((room) =>
    readdirSync(path.join(root, room), { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file)),
  );
  expect(files.length).toBeGreaterThan(100);
  expect(files.filter((file) => !/^[a-z0-9-]+(\.[a-z0-9-]+)*$/.test(path.basename(file)))).toEqual([]);
});
