/** Names for lines that have no id of their own, or one that is used again. */
import { sha256 } from '../../platform/crypto/sha256.ts'
import { mostNamesakes } from '../../platform/files/limits.ts'

interface Generation {
  /** How often each came that came more than once, by its digest. */
  counts: { [digest: string]: number }
  /** The digests of all, one behind the other, by how they begin: texts are kept and copied in a hundredth of the time of as many keys. */
  piles: { [beginning: string]: string }
}

/** What a section has named so far; JSON. */
export interface LineNames extends Generation {
  size: number
  /** Those before: between one and two generations are remembered. */
  older: Generation | null
}

/** Hex digits that are remembered of a name, 40 bits, of which so many say on which pile. */
const digestDigits = 10
const ofPile = 2

/**
 * A key made of what a line says, or of the number that it has. Lines of one group (a day, a moment) that say the same are
 * told apart by their order within it: it is the same in every file that has the group whole, wherever the file has it.
 * Two that stand further apart than is remembered get one key, and the file is refused rather than a line lost.
 * @param state whose `lineNames` remember it; none yet at the beginning, and in a checkpoint of an earlier release
 */
export function keyAmongSame(state: { lineNames?: LineNames }, group: string, base: string): string {
  state.lineNames ??= { counts: {}, piles: {}, size: 0, older: null }
  const { lineNames: names } = state
  const digest = sha256(`${group}\n${base}`).slice(0, digestDigits)
  const times = (timesIn(names, digest) || timesIn(names.older, digest)) + 1
  if (times > 1) names.counts[digest] = times
  else {
    const pile = digest.slice(0, ofPile)
    names.piles[pile] = (names.piles[pile] ?? '') + digest.slice(ofPile)
  }
  names.size += 1
  if (names.size >= mostNamesakes) {
    const { counts, piles } = names
    state.lineNames = { counts: {}, piles: {}, size: 0, older: { counts, piles } }
  }
  return times === 1 ? base : `${base}|${times}`
}

function timesIn(generation: Generation | null, digest: string): number {
  if (generation === null) return 0
  const { counts, piles } = generation
  if (Object.hasOwn(counts, digest)) return counts[digest] ?? 0
  const pile = piles[digest.slice(0, ofPile)] ?? ''
  const rest = digest.slice(ofPile)
  let at = pile.indexOf(rest)
  while (at >= 0 && at % rest.length !== 0) at = pile.indexOf(rest, at + 1)
  return at < 0 ? 0 : 1
}
