/**
 * Whether an address belongs to the staff's half, without that half being there: the Worker loads it when the first of
 * them is asked for.
 */
export function isStaffPath(path: string): boolean {
  return /^\/(admin|finance|sign-in|sign-out|signed-out)(\/|$)|^\/assets\/staff-/.test(path)
}
