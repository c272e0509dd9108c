// npm run zip: the packages for the stores, in .output/packages.
import { step } from './steps.ts';

process.env['TACK_PACKAGE'] = '1';
const steps = [
  step('Chrome package', ['wxt', 'zip']),
  step('Firefox package and its sources', ['wxt', 'zip', '-b', 'firefox']),
  step("Mozilla's checks", ['web-ext', 'lint', '--source-dir', '.output/packages/firefox-mv3']),
];
process.exit(steps.every(({ failed }) => failed === 0) ? 0 : 1);
