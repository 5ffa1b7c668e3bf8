/** Flags that hold nobody any more, because people released most of what they held. */
export function reportOnlyNow(): ReadonlySet<string> {
  return new Set()
}
