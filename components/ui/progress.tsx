import './progress.css';

/** How far something is; without `value` it is only known to go on. */
export function Progress({ label, value, max }: { label: string; value?: number; max?: number }) {
  return <progress class="progress" aria-label={label} {...(value === undefined ? {} : { value, max })} />;
}
