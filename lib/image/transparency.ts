/** Pixels looked at together: 4 MB, however large the picture. */
const stripPixels = 1_000_000;

/** Whether any pixel of the canvas lets something show through. */
export function hasTransparency(canvas: OffscreenCanvas): boolean {
  const context = canvas.getContext('2d');
  const rows = Math.max(1, Math.floor(stripPixels / canvas.width));
  for (let top = 0; context && top < canvas.height; top += rows) {
    const height = Math.min(rows, canvas.height - top);
    const { data } = context.getImageData(0, top, canvas.width, height);
    for (let alpha = 3; alpha < data.length; alpha += 4) if (data[alpha] !== 255) return true;
  }
  return false;
}
