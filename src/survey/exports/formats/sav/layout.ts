/**
 * Where each variable stands in an SPSS system file: a number takes 8 bytes, a text as many times 8 as it needs, and one
 * of more than 255 bytes several texts in a row ("Very Long String Record" in GNU PSPP's description of the format).
 */
import type { Variable } from '../../../variables/variable.ts'

/** One byte less than the longest text that SPSS holds: R's haven (2.5) reads none of more, and would drop the sign at the end of one that was cut. */
const longestText = 32_766
/** Of a longer text's piece: how wide it says it is, and how much of the whole width it stands for. */
const pieceWidth = 255
const pieceShare = 252

export interface SavVariableLayout {
  variable: Variable
  /** The name for old programs: at most 8 bytes, in capitals, its own. */
  shortName: string
  /** How wide a text is, in bytes; 0 for a number or a day. */
  width: number
  /** The widths of its pieces; a number or a text of at most 255 bytes has one. */
  pieces: readonly { shortName: string; width: number; elements: number }[]
  /** Which 8 bytes of a record it begins with, from 1. */
  index: number
}

/** Every variable with its place, in the order of the dictionary. */
export function savPlaces(variables: readonly Variable[]): SavVariableLayout[] {
  const shortNameOf = shortNames(variables.map(({ name }) => name))
  let index = 1
  return variables.map((variable) => {
    const width = widthOf(variable)
    const widths = piecesOf(width)
    const shortName = shortNameOf(variable.name)
    const pieces = widths.map((wide, at) => ({
      shortName: at === 0 ? shortName : shortNameOf(null),
      width: wide,
      elements: Math.max(1, Math.ceil(wide / 8)),
    }))
    const place = { variable, shortName, width, pieces, index }
    index += elementsOf(place)
    return place
  })
}

/** How many times 8 bytes a variable takes in a record. */
export const elementsOf = ({ pieces }: Pick<SavVariableLayout, 'pieces'>): number =>
  pieces.reduce((sum, { elements }) => sum + elements, 0)

/** A text has room for `-1`, whatever it holds else. */
function widthOf({ type, maxBytes }: Variable): number {
  return type === 'text' ? Math.min(Math.max(maxBytes ?? longestText, 2), longestText) : 0
}

function piecesOf(width: number): number[] {
  if (width <= pieceWidth) return [width]
  const count = Math.ceil(width / pieceShare)
  return [...Array<number>(count - 1).fill(pieceWidth), width - (count - 1) * pieceShare]
}

/** Gives out names of at most 8 bytes: a short name itself, and a number for a longer one or for a piece (null). */
function shortNames(names: readonly string[]): (name: string | null) => string {
  // Whoever has a short name keeps it, whatever comes before.
  const taken = new Set(names.map((name) => name.toUpperCase()).filter((name) => name.length <= 8))
  let last = 0
  return (name) => {
    if (name !== null && name.length <= 8) return name.toUpperCase()
    for (;;) {
      last += 1
      const short = `V${last.toString(36).toUpperCase().padStart(5, '0')}`
      if (taken.has(short)) continue
      taken.add(short)
      return short
    }
  }
}
