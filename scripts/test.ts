// npm test: check, unit tests, build, tests of the build, end-to-end tests, and what they said to the emulated Pinterest
// against its OpenAPI description; then the audit of what ships. Ends with "N passed, N failed".
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { audit } from './audit.ts';
import { findChromium } from './chromium.ts';
import { findFirefox } from './firefox.ts';
import { type Count, check, step } from './steps.ts';

const reports = mkdtempSync(path.join(tmpdir(), 'tack-test-'));
process.env['CHROMIUM'] = findChromium();
const recording = path.resolve('test-results/recording');
rmSync(recording, { recursive: true, force: true });
process.env['TACK_RECORDING'] = recording;
const started = Date.now();

const counts: Count[] = [
  ...check(),
  vitest('unit', []),
  step('build for Chromium', ['wxt', 'build']),
  step('build for Firefox', ['wxt', 'build', '-b', 'firefox']),
  step('packages', ['node', 'scripts/zip.ts']),
  vitest('build', ['--config', 'vitest.build.config.ts']),
  endToEnd(),
  ...contract(),
  ...audit(),
];

const passed = counts.reduce((sum, count) => sum + count.passed, 0);
const failed = counts.reduce((sum, count) => sum + count.failed, 0);
if (!findFirefox()) console.log('\nFirefox is not installed: its end-to-end tests did not run, and are not counted.');
console.log(`\nTook ${Math.round((Date.now() - started) / 1000)} s.`);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);

function vitest(name: string, args: string[]): Count {
  const file = path.join(reports, `${name}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile=${file}`];
  const { failed } = step(`${name} tests`, ['vitest', 'run', ...reporters, ...args]);
  const report = read(file);
  return atLeast(failed, { passed: report['numPassedTests'], failed: report['numFailedTests'] });
}

function endToEnd(): Count {
  const file = path.join(reports, 'e2e.json');
  process.env['PLAYWRIGHT_JSON_OUTPUT_FILE'] = file;
  const { failed } = step('end-to-end tests', ['playwright', 'test', '--reporter=list,json']);
  const stats = read(file)['stats'] as { expected: number; unexpected: number; flaky: number } | undefined;
  // A flaky test is a broken one.
  return atLeast(failed, { passed: stats?.expected, failed: (stats?.unexpected ?? 0) + (stats?.flaky ?? 0) });
}

/** Pinterest's OpenAPI description is not ours to ship; where it lies beside the checkout, the recording must keep it. */
function contract(): Count[] {
  const description = '../shared/pinterest/openapi-v5.23.0-organic.json';
  if (existsSync(description))
    return [step('contract with Pinterest', [process.execPath, 'scripts/contract.ts', description])];
  console.log(`\n▸ contract with Pinterest: NOT CHECKED, there is no ${description}`);
  return [];
}

/** A runner that failed counts as a failure even when its report does not say so, or is missing. */
function atLeast(failures: number, count: { passed: unknown; failed: unknown }): Count {
  return { passed: Number(count.passed ?? 0), failed: Math.max(failures, Number(count.failed ?? 0)) };
}

function read(file: string): Record<string, unknown> {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return {};
  }
}
