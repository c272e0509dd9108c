/** A small JPEG of our own, for trying whether a picture can be saved. */
export async function samplePicture(): Promise<Blob> {
  const [widthPx, heightPx] = [400, 600];
  const canvas = new OffscreenCanvas(widthPx, heightPx);
  const context = canvas.getContext('2d');
  if (context) {
    const colours = context.createLinearGradient(0, 0, widthPx, heightPx);
    colours.addColorStop(0, '#e0f2ef');
    colours.addColorStop(1, '#0b6e66');
    context.fillStyle = colours;
    context.fillRect(0, 0, widthPx, heightPx);
  }
  return canvas.convertToBlob({ type: 'image/jpeg' });
}
