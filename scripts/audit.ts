import { spawnSync } from 'node:child_process';
import type { Count } from './steps.ts';

/**
 * Whether the packages that ship, in the extension or the relay, are known to be unsafe, as the registry tells. Counts
 * as nothing, and says so, where no registry answers: no network, or a mirror that keeps no advisories.
 */
export function audit(): Count[] {
  const args = ['audit', '--omit=dev', '--json', '--fetch-retries=0', '--fetch-timeout=10000'];
  const { stdout } = spawnSync('npm', args, { encoding: 'utf8', shell: process.platform === 'win32' });
  const total = totalOf(stdout);
  if (total === undefined) {
    console.log('\n▸ npm audit of what ships: NOT CHECKED, the registry did not answer');
    return [];
  }
  console.log(`\n▸ npm audit of what ships: ${total} known to be unsafe`);
  if (total > 0) console.log(stdout);
  return [total === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }];
}

function totalOf(report: string): number | undefined {
  try {
    return JSON.parse(report).metadata?.vulnerabilities?.total;
  } catch {
    return undefined;
  }
}
