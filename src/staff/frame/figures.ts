/** A whole number as people read it: `12,345`. Of people with weights, what they come to is rounded. */
export function figures(count: number): string {
  return String(Math.round(count)).replace(/\B(?=(\d{3})+$)/g, ',')
}
