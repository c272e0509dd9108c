/** A moment as Pinterest writes it in answers: UTC, without a zone and without milliseconds. */
export function pinterestDate(atMs: number): string {
  return new Date(atMs).toISOString().slice(0, 19);
}
