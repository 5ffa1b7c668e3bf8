/**
 * FNV-1a, 32 bits, with its upper bits folded in: tells texts apart and spreads them evenly. It is no secret and hides
 * nothing.
 */
export function fingerprint(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return (hash ^ (hash >>> 15)) >>> 0
}
