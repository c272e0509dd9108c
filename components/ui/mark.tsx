/** Tack's own mark: an upholstery tack, its domed head towards the reader, just pushed in. Drawn in public/icon/tack.svg. */
export function Mark({ size = 20 }: { size?: number }) {
  return (
    <svg class="mark" viewBox="0 0 24 24" width={size} height={size} aria-hidden="true">
      <g transform="rotate(38 12 12)">
        <path fill="currentColor" d="M12 23.6 10.9 15h2.2z" />
        <path
          fill="currentColor"
          d="M7.6 1.2h8.8c.8 0 1.3.9.9 1.6l-1.5 2.6c-.2.3-.2.6-.1.9l.8 3.1c2 1 3.2 2.6 3.3 4.5 0 .6-.5 1.1-1.1 1.1H5.3c-.6 0-1.1-.5-1.1-1.1.1-1.9 1.300-3.500 3.300-4.500l.8-3.100c.1-.3.1-.6-.1-.9L6.700 2.800c-.4-.7.1-1.600.9-1.600z"
        />
      </g>
    </svg>
  );
}
