// npm run contract -- OPENAPI.json [recording files or folders]: replays what the tests recorded against an OpenAPI
// description. Exits non-zero on any violation, and, unless --partial is given, on any operation not recorded.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createContract, type Violation } from '../tests/contract/check.ts';
import { gaps } from '../tests/contract/coverage.ts';
import { exceptionFor } from '../tests/contract/exceptions.ts';
import type { Recorded } from '../tests/emulator/recording.ts';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { partial: { type: 'boolean' } } });
const [descriptionFile, ...given] = positionals;
if (!descriptionFile || !existsSync(descriptionFile)) {
  console.log(
    `Contract: no OpenAPI description ${descriptionFile ? `at ${descriptionFile}` : 'named'}, nothing was checked.`,
  );
  process.exit(descriptionFile ? 0 : 2);
}

const contract = createContract(JSON.parse(readFileSync(descriptionFile, 'utf8')));
const recording = (given.length > 0 ? given : ['test-results/recording']).flatMap(filesOf).flatMap(readRecording);
const found = recording.flatMap((recorded) => contract.check(recorded));
const violations = found.filter((violation) => !exceptionFor(violation));
const missing = values.partial ? [] : gaps(recording, contract.operationOf);

for (const line of countEqual(violations.map(describe))) console.log(`violation: ${line}`);
for (const line of missing) console.log(`not recorded: ${line}`);
for (const line of countEqual(found.flatMap((violation) => exceptionFor(violation)?.reason ?? []))) {
  console.log(`exception: ${line}`);
}
console.log(`Contract: ${recording.length} exchanges, ${violations.length} violations, ${missing.length} not recorded`);
process.exitCode = violations.length + missing.length > 0 || recording.length === 0 ? 1 : 0;

function filesOf(path: string): string[] {
  if (!existsSync(path)) return [];
  return statSync(path).isDirectory() ? readdirSync(path).map((name) => join(path, name)) : [path];
}

function readRecording(file: string): Recorded[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line): Recorded => JSON.parse(line));
}

function describe({ operation, side, message }: Violation): string {
  return `${operation} ${side}: ${message}`;
}

function countEqual(lines: string[]): string[] {
  const counts = Map.groupBy(lines, (line) => line);
  return [...counts].map(([line, equal]) => `${line} (${equal.length} times)`);
}
