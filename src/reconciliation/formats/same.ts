/** Names for lines that have no id of their own, or one that is used again. */
import { sha256 } from '../../platform/crypto/sha256.ts'
import { mostNameless } from '../../platform/files/limits.ts'
import { BrokenFile } from './statement.ts'

/** How often each base was seen in the group of the moment; JSON. */
export interface Same {
  group: string
  /** By a base's digest, of those that came more than once; by the base itself in older checkpoints, once or more often. */
  counts: { [base: string]: number }
  /** How many bases there are; absent in older checkpoints. */
  size?: number
  /** The digests of all bases, one behind the other: a text is copied and kept in a hundredth of the time of as many keys. */
  seen?: string
}

export const noneSame: Same = { group: '', counts: {} }

/** Hex digits that are remembered of a base, 40 bits. */
const kept = 10

/** What `seen` holds, for looking up; made anew where somebody goes on. */
const lookUps = new WeakMap<Same, Set<string>>()

/**
 * A key made of what a line says. Lines that say the same are told apart by their order within the group, a day or a
 * moment that the file keeps together: it is the same in every file that has the group whole. In a file that scatters
 * its groups two lines may get one key, and the file is refused rather than a line lost.
 * @throws BrokenFile `too_many`
 */
export function keyAmongSame(state: { same: Same }, group: string, base: string, line: number): string {
  if (state.same.group !== group) state.same = { group, counts: {}, size: 0, seen: '' }
  const { same } = state
  const name = sha256(base).slice(0, kept)
  const seen = seenIn(same)
  const before = timesOf(same.counts, name) || timesOf(same.counts, base) || (seen.has(name) ? 1 : 0)
  const times = before + 1
  if (times > 1) same.counts[name] = times
  else {
    same.size = (same.size ?? 0) + 1
    if (same.size > mostNameless) throw new BrokenFile('too_many', line, `${mostNameless} lines without a number`)
    seen.add(name)
    same.seen = (same.seen ?? '') + name
  }
  return times === 1 ? base : `${base}|${times}`
}

function seenIn(same: Same): Set<string> {
  const known = lookUps.get(same)
  if (known !== undefined) return known
  const { seen = '' } = same
  const made = new Set<string>()
  for (let at = 0; at < seen.length; at += kept) made.add(seen.slice(at, at + kept))
  lookUps.set(same, made)
  return made
}

/** As `Same`, of the newest bases alone; JSON. */
export interface Recent {
  group: string
  counts: { [base: string]: number }
  size: number
  /** The generation before: between one and two of them are remembered. */
  older: { [base: string]: number }
}

export const noneRecent: Recent = { group: '', counts: {}, size: 0, older: {} }

/** So many bases make a generation. */
const generation = 1_000

/**
 * As `keyAmongSame`, for bases that nearly always come once, such as a bank's reference: what is remembered stays small
 * however many lines a day has. Two that say the same and stand further apart get one key, and the file is refused.
 */
export function keyAmongRecent(state: { recent: Recent }, group: string, base: string): string {
  if (state.recent.group !== group) state.recent = { ...structuredClone(noneRecent), group }
  const { recent } = state
  const name = sha256(base).slice(0, kept)
  const times = (timesOf(recent.counts, name) || timesOf(recent.older, name)) + 1
  if (!Object.hasOwn(recent.counts, name)) recent.size += 1
  recent.counts[name] = times
  if (recent.size >= generation) state.recent = { group, counts: {}, size: 0, older: recent.counts }
  return times === 1 ? base : `${base}|${times}`
}

function timesOf(counts: { readonly [base: string]: number }, base: string): number {
  return Object.hasOwn(counts, base) ? (counts[base] ?? 0) : 0
}
