/**
 * How often closed answers are given in a study, and how they are related: who lives there goes there. Learned from a
 * sample of its responses, and from nothing else; in pieces, since it takes a quarter of a second.
 */

/** An answer by its item, as `vectorOf` gives them. */
export type Vector = ReadonlyMap<string, string>

export interface AnswerModel {
  /** Of how many responses. */
  responses: number
  /** What bits of agreement are multiplied by, because answers are related by more than is learned here: 0 to 1. */
  scale: number
  items: Readonly<Record<string, ItemModel>>
}

export interface ItemModel {
  /** The item that it depends on most; null for none. */
  on: string | null
  /** How often each answer was given, by the answer of that item ('' where there is none). */
  counts: Readonly<Record<string, Readonly<Record<string, number>>>>
}

/** Fewer responses make no model. */
export const smallestModel = 30

/**
 * Learns from a sample. Each item depends on the earlier one that tells most of it (a tree as of Chow and Liu, in order).
 * @param inTurn awaited between pieces, so that others have their turn; it changes nothing of what is learned
 */
export async function modelOf(
  sample: readonly Vector[],
  inTurn: () => Promise<void>,
): Promise<Omit<AnswerModel, 'scale'>> {
  const columns: Column[] = []
  const items: Record<string, ItemModel> = {}
  for (const name of namesOf(sample)) {
    await inTurn()
    const column = columnOf(sample, name)
    let on: Column | null = null
    let most = leastBits(sample.length)
    for (const earlier of columns) {
      const bits = informationOf(column, earlier)
      if (bits > most) [on, most] = [earlier, bits]
    }
    columns.push(column)
    items[name] = { on: on?.name ?? null, counts: countsOf(sample, name, on?.name ?? null) }
  }
  return { responses: sample.length, items }
}

/** What chance makes two items tell of each other, in bits: less is no dependence. */
const leastBits = (responses: number) => 6 / Math.max(1, responses)

/** More cells of a table than this are not counted. */
const mostCells = 2_500

/** Answers of an item in small numbers, 0 for none, so that counting them is quick. */
interface Column {
  name: string
  codes: Uint16Array
  kinds: number
}

function namesOf(sample: readonly Vector[]): string[] {
  const names = new Set<string>()
  for (const vector of sample) for (const name of vector.keys()) names.add(name)
  return [...names].sort()
}

function columnOf(sample: readonly Vector[], name: string): Column {
  const known = new Map<string, number>()
  const codes = Uint16Array.from(sample, (vector) => {
    const value = vector.get(name)
    if (value === undefined) return 0
    const code = known.get(value) ?? known.size + 1
    known.set(value, code)
    return code
  })
  return { name, codes, kinds: known.size + 1 }
}

/** The mutual information of two items among those who answered both, in bits. */
function informationOf(one: Column, other: Column): number {
  const width = other.kinds
  // From so few responses nothing can be learned of so many kinds.
  if (one.kinds * width > mostCells) return 0
  const both = new Uint32Array(one.kinds * width)
  const [ones, others] = [new Uint32Array(one.kinds), new Uint32Array(width)]
  let count = 0
  for (let at = 0; at < one.codes.length; at += 1) {
    const a = one.codes[at] ?? 0
    const b = other.codes[at] ?? 0
    if (a === 0 || b === 0) continue
    count += 1
    both[a * width + b] = (both[a * width + b] ?? 0) + 1
    ones[a] = (ones[a] ?? 0) + 1
    others[b] = (others[b] ?? 0) + 1
  }
  if (count < smallestModel) return 0
  let bits = 0
  both.forEach((n, at) => {
    if (n === 0) return
    const [a = 1, b = 1] = [ones[Math.floor(at / width)], others[at % width]]
    bits += (n / count) * Math.log2((n * count) / (a * b))
  })
  // Many values make any two items look dependent: that much is taken off (Miller and Madow).
  return bits - ((one.kinds - 2) * (other.kinds - 2)) / (2 * count * Math.LN2)
}

function countsOf(sample: readonly Vector[], name: string, on: string | null) {
  const counts: Record<string, Record<string, number>> = {}
  for (const vector of sample) {
    const value = vector.get(name)
    if (value === undefined) continue
    const given = on === null ? '' : (vector.get(on) ?? '')
    counts[given] ??= {}
    const row = counts[given]
    row[value] = (row[value] ?? 0) + 1
  }
  return counts
}
