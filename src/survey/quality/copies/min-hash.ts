/**
 * Signatures by which sets that have much in common find each other without being compared (Broder's MinHash, in bands).
 * Two sets whose Jaccard similarity is j agree in at least one band with the probability 1 - (1 - j^rows)^bands.
 */

export interface Banding {
  bands: number
  rows: number
}

/** Of answers, where the share s of equal ones is a Jaccard similarity of s / (2 - s): a share of 0.95 is found with 0.999, 0.9 with 0.87, and 0.6 with 0.003. */
export const bandsOfAnswers: Banding = { bands: 16, rows: 10 }
/** Of the three-letter pieces of a text: a Jaccard of 0.85 is found with 0.97, one of 0.4 with 0.03. */
export const bandsOfText: Banding = { bands: 8, rows: 6 }

/** 32 bits of a text, FNV-1a. It hides nothing: what is stored is hashed again under a key. */
function hash32(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash >>> 0
}

/** Mixes 32 bits (the finaliser of MurmurHash3), so that each number of a row orders the items anew. */
function mixed(hash: number, salt: number): number {
  let x = hash ^ Math.imul(salt + 1, 0x9e3779b1)
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b)
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35)
  return (x ^ (x >>> 16)) >>> 0
}

/** What stands for each band of a set, as text; none of an empty set. Equal sets have equal bands. */
export function hashBands(items: Iterable<string>, { bands, rows }: Banding): string[] {
  const hashes = [...new Set(items)].map(hash32)
  if (hashes.length === 0) return []
  return Array.from({ length: bands }, (_, band) => {
    const least: string[] = []
    for (let row = 0; row < rows; row += 1) {
      const salt = band * rows + row
      let lowest = 0xffffffff
      for (const hash of hashes) lowest = Math.min(lowest, mixed(hash, salt))
      least.push(lowest.toString(36))
    }
    return least.join('.')
  })
}
