// npm run check: what to run before a commit.
import { check } from './steps.ts';

process.exit(check().every(({ failed }) => failed === 0) ? 0 : 1);
