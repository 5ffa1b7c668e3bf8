/**
 * Keys of earlier lines that a published statement takes over. They are kept in its row until they are placed with its
 * lines.
 */

/** Of the two megabytes that a row of D1 may have, for one of the two lists. */
const mostBytes = 900_000

const encoder = new TextEncoder()

/** How many of these keys can be handed on, the first of them. */
export function countForwarded(keys: readonly string[]): number {
  let bytes = 0
  const beyond = keys.findIndex((key) => {
    bytes += encoder.encode(JSON.stringify(key)).length + 1
    return bytes > mostBytes
  })
  return beyond < 0 ? keys.length : beyond
}
