import { spawnSync } from 'node:child_process';

export type Count = { passed: number; failed: number };

/** Runs a command of the project's tools; it counts as one test. */
export function step(name: string, [command = '', ...args]: string[]): Count {
  console.log(`\n▸ ${name}`);
  const { status } = spawnSync(command, args, { stdio: 'inherit' });
  return status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** Format and lint, types, dead code. */
export function check(): Count[] {
  return [
    step('generated types', ['wxt', 'prepare']),
    step('format and lint', ['biome', 'ci', '--error-on-warnings', '.']),
    step('types', ['tsc', '--noEmit']),
    step('dead code', ['knip']),
  ];
}
