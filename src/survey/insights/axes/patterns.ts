/**
 * What some characters of a place say together, as one number a response. Numbers are given as patterns are met, since few of those
 * that could be ever are: character by character, from what is known so far and the next one to what is known then. Pure.
 */
import { codes } from '../segments/alphabet.ts'
import type { Block } from '../segments/columns.ts'

/** A character of a place: any of the columns that stand in it, and where it stands in their block. */
export interface Character {
  column: string
  at: number
}

export interface Patterns {
  /** The number of each response; only of the segment that was read last. */
  numbers: Uint16Array
  /** Reads a segment. @returns false where there are more patterns than it tells apart: then nothing was read */
  read(segment: { size: number; block(column: string): Block }): boolean
}

/**
 * @param size how many responses a segment has at most
 * @param most how many patterns are told apart: of one character all that there are, if it is no less than `codes`
 * @param numberOf gives a pattern that was not met before its number, from 1; 0 where there are too many
 */
export function patternsOf(
  characters: readonly Character[],
  size: number,
  most: number,
  numberOf: (pattern: readonly number[]) => number,
): Patterns {
  const numbers = new Uint16Array(size)
  const met: number[][][] = characters.map((_, n) => (n === 0 ? [[], []] : [[]]))
  let isFull = false
  const steps = characters.map((character, n): Step => {
    const bits = Math.ceil(Math.log2(Math.min(codes ** n, most) + 1))
    const meet = (code: number, before: number) => {
      const pattern = [...(met[n]?.[before] ?? []), code]
      const next = met[n + 1]
      const isLast = next === undefined
      const number = isLast ? numberOf(pattern) : next.length > most ? 0 : next.push(pattern) - 1
      isFull ||= number === 0
      step.table[(code << bits) | before] = number
      return number
    }
    const step: Step = { ...character, table: nothing, bits, meet }
    return step
  })
  return {
    numbers,
    read: (segment) => {
      numbers.fill(steps.length === 0 ? numberOf([]) : 1, 0, segment.size)
      for (let n = 0; n < steps.length; n += 2) {
        const [one, other] = [steps[n] as Step, steps[n + 1]]
        for (const step of [one, other]) if (step?.table === nothing) step.table = new Uint16Array(codes << step.bits)
        if (other === undefined) goOn(numbers, segment.size, segment.block(one.column), one)
        else goTwo(numbers, segment.size, segment.block(one.column), one, segment.block(other.column), other)
        if (isFull) return false
      }
      return true
    },
  }
}

/** In place of the table of a step that was never gone: of many options there are mostly too many patterns before. */
const nothing = new Uint16Array(0)

/** From what is known so far, and the code of the next character, to what is known then. */
interface Step extends Character {
  /** By the code, and the number of what is known so far, from 1; of few codes the cells lie close together. 0: not met yet. */
  table: Uint16Array
  /** So many bits that number has. */
  bits: number
  meet(code: number, before: number): number
}

function goOn(numbers: Uint16Array, size: number, { bytes, width }: Block, { at, table, bits, meet }: Step): void {
  for (let place = 0, from = at; place < size; place++, from += width) {
    const [code, before] = [(bytes[from] as number) & 127, numbers[place] as number]
    numbers[place] = (table[(code << bits) | before] as number) || meet(code, before)
  }
}

/** Both at once, which spares a look at the numbers. */
function goTwo(numbers: Uint16Array, size: number, a: Block, one: Step, b: Block, other: Step): void {
  const [ones, others] = [a.bytes, b.bytes]
  let [from, to] = [one.at, other.at]
  for (let place = 0; place < size; place++, from += a.width, to += b.width) {
    const [code, before] = [(ones[from] as number) & 127, numbers[place] as number]
    const number = (one.table[(code << one.bits) | before] as number) || one.meet(code, before)
    const next = (others[to] as number) & 127
    numbers[place] = (other.table[(next << other.bits) | number] as number) || other.meet(next, number)
  }
}
