/** Two texts word by word. Pure. */

export interface Piece {
  did: 'same' | 'added' | 'removed'
  text: string
}

/** Longer texts are shown whole, one after the other: comparing takes time that grows with the product of both. */
const mostWords = 400

/** A word of a script with spaces, one character of one without, or what stands between them. */
const word = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{N}\p{M}_']+|\s+|[^\p{L}\p{N}]/gu

/** What was taken out of a text and put in, so that whoever reads all but one kind has the other text. */
export function compareTexts(before: string, after: string): Piece[] {
  const [old, now] = [before.match(word) ?? [], after.match(word) ?? []]
  if (old.length > mostWords || now.length > mostWords) {
    return joined([
      { did: 'removed', text: before },
      { did: 'added', text: after },
    ])
  }
  // Of the rest of both from each place on, how much they have in common.
  const common = Array.from({ length: old.length + 1 }, () => new Uint16Array(now.length + 1))
  const at = (i: number, j: number) => common[i]?.[j] ?? 0
  for (let i = old.length - 1; i >= 0; i -= 1) {
    for (let j = now.length - 1; j >= 0; j -= 1) {
      const row = common[i]
      if (row) row[j] = old[i] === now[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
    }
  }
  const pieces: Piece[] = []
  let [i, j] = [0, 0]
  while (i < old.length || j < now.length) {
    if (i < old.length && j < now.length && old[i] === now[j]) {
      pieces.push({ did: 'same', text: old[i] ?? '' })
      i += 1
      j += 1
    } else if (j >= now.length || (i < old.length && at(i + 1, j) >= at(i, j + 1))) {
      pieces.push({ did: 'removed', text: old[i] ?? '' })
      i += 1
    } else {
      pieces.push({ did: 'added', text: now[j] ?? '' })
      j += 1
    }
  }
  return joined(pieces)
}

/** Neighbours of one kind as one; of neighbours that differ, what was removed comes first. */
function joined(pieces: readonly Piece[]): Piece[] {
  const result: Piece[] = []
  for (const { did, text } of pieces) {
    if (text === '') continue
    const last = result.at(-1)
    if (last?.did === did) last.text += text
    else result.push({ did, text })
  }
  return result
}
