/** Tack's own mark, the tack of scripts/tack.svg in one colour. */
export function Mark({ size = 20 }: { size?: number }) {
  return (
    <svg class="mark" viewBox="14 12 104 104" width={size} height={size} aria-hidden="true">
      <path
        fill="currentColor"
        transform="rotate(40 64 64)"
        d="M59 76h10l-5 42zM46 16h36a7 7 0 0 1 6 10.6L80.5 39a7 7 0 0 0-.8 5.2L83 57c9.5 4.2 15.2 10.6 16.8 18.3a5.5 5.5 0 0 1-5.4 6.7H33.6a5.5 5.5 0 0 1-5.4-6.7C29.8 67.6 35.5 61.2 45 57l3.3-12.8a7 7 0 0 0-.8-5.2L40 26.6A7 7 0 0 1 46 16z"
      />
    </svg>
  );
}
