import { icons } from './icons.ts';

interface IconProps {
  readonly name: keyof typeof icons;
  readonly sizePx?: number;
  readonly strokeWidth?: number;
  /** What it says, where no words beside it do. */
  readonly label?: string;
}

/** One of Tack's icons, in the colour of the text around it. */
export function Icon({ name, sizePx = 24, strokeWidth = 2, label }: IconProps) {
  return (
    <svg
      class="icon"
      viewBox="0 0 24 24"
      width={sizePx}
      height={sizePx}
      fill="none"
      stroke="currentColor"
      stroke-width={strokeWidth}
      stroke-linecap="round"
      stroke-linejoin="round"
      role={label === undefined ? undefined : 'img'}
      aria-label={label}
      aria-hidden={label === undefined}
    >
      <path d={icons[name]} />
    </svg>
  );
}
