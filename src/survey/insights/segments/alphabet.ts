/** Numbers as characters of equal width: six bits each, printable in every database, and none that SQL reads as its own. */

export const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_'
export const bitsOfCharacter = 6

/** The number that a character stands for, by its code. */
const valueOfCode = new Uint8Array(128)
for (let value = 0; value < alphabet.length; value += 1) valueOfCode[alphabet.charCodeAt(value)] = value

/** How many characters the numbers from 0 to `most` take. */
export function charactersFor(most: number): number {
  let width = 1
  while (most >= 2 ** (width * bitsOfCharacter)) width += 1
  return width
}

/** Puts a number into so many places of six bits, the highest first; one that does not fit is the highest that does. */
export function put(part: Uint8Array, at: number, width: number, value: number): void {
  let rest = Math.min(Math.max(value, 0), 2 ** (width * bitsOfCharacter) - 1)
  for (let character = width - 1; character >= 0; character -= 1) {
    // Narrow columns share a character: their bits do not overlap.
    part[at + character] = (part[at + character] ?? 0) | (rest % 64)
    rest = Math.floor(rest / 64)
  }
}

/** Numbers of six bits as characters. */
export function characters(part: Uint8Array): string {
  let text = ''
  for (const value of part) text += alphabet[value] ?? '0'
  return text
}

/** Where a number stands in the places of a text. */
export interface NumberPlace {
  /** Characters of one place. */
  stride: number
  /** The first character within a place, and how many there are. */
  at: number
  width: number
  /** Of one character, the bits that are meant, from the lowest; 0 and 6 for all. */
  shift: number
  bits: number
}

/** So many different characters a text can have: it is plain ASCII. */
export const codes = 128
/** Those of the alphabet are among so many, from the lowest on. */
export const [lowestCode, spanOfCodes] = [45, 78]

/** The number that a character stands for, of the bits that are meant. */
export function numberIn(code: number, { shift, bits }: Pick<NumberPlace, 'shift' | 'bits'>): number {
  return ((valueOfCode[code] ?? 0) >> shift) & (2 ** bits - 1)
}

/** Five characters are 30 bits; of more, a number may not fit into 32. */
export type SlotArray = Uint8Array | Uint16Array | Uint32Array | Float64Array

/** The numbers that stand at `where` in the first `count` places of a text, which is given by its codes. */
export function readNumbers(
  data: Uint8Array,
  count: number,
  { stride, at, width, shift, bits }: NumberPlace,
): SlotArray {
  if (width === 1) {
    const result = new Uint8Array(count)
    if (bits === bitsOfCharacter) {
      for (let place = 0, from = at; place < count; place += 1, from += stride) {
        result[place] = valueOfCode[(data[from] as number) & 127] as number
      }
      return result
    }
    const mask = 2 ** bits - 1
    for (let place = 0, from = at; place < count; place += 1, from += stride) {
      result[place] = ((valueOfCode[(data[from] as number) & 127] as number) >> shift) & mask
    }
    return result
  }
  if (width === 2) {
    const result = new Uint16Array(count)
    for (let place = 0, from = at; place < count; place += 1, from += stride) {
      const first = valueOfCode[(data[from] as number) & 127] as number
      result[place] = (first << bitsOfCharacter) | (valueOfCode[(data[from + 1] as number) & 127] as number)
    }
    return result
  }
  const result = width <= 5 ? new Uint32Array(count) : new Float64Array(count)
  for (let place = 0, from = at; place < count; place += 1, from += stride) {
    let value = 0
    for (let character = 0; character < width; character += 1) {
      value = value * 64 + (valueOfCode[(data[from + character] as number) & 127] as number)
    }
    result[place] = value
  }
  return result
}
