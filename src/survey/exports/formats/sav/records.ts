/**
 * Records of an SPSS system file, compressed by bytes: eight commands of a byte each, then the eight bytes of those values
 * that no command holds. Empty texts, which are most of a file, take a byte for each eight. Each record begins a block of
 * commands: what is left of the one before says nothing. So no record depends on another, and a file can be gone on with.
 */
import { ByteWriter } from '../../../../platform/files/byte-writer.ts'
import type { Value, Variable } from '../../../variables/variable.ts'
import { textBesideCodes } from '../typed-text.ts'
import type { SavVariableLayout } from './layout.ts'

const commands = { asItIs: 253, blanks: 254, systemMissing: 255 }
const bias = 100
const blank = 0x20
const mostOfPiece = 255
const cut = new TextEncoder().encode('…')
/** SPSS counts seconds from the first day of the Gregorian calendar. */
const gregorianSeconds = 12_219_379_200

export class SavRecords {
  readonly #out = new ByteWriter()
  readonly #places: readonly SavVariableLayout[]
  readonly #scratch: Uint8Array
  readonly #encoder = new TextEncoder()
  /** Where the commands of the block in hand stand, and how many there are. */
  #block = 0
  #given = 0

  constructor(places: readonly SavVariableLayout[]) {
    this.#places = places
    this.#scratch = new Uint8Array(Math.max(0, ...places.map(({ width }) => width)))
  }

  /** Adds a record: a value for each variable. */
  add(record: readonly Value[]): void {
    for (const [at, place] of this.#places.entries()) {
      const value = record[at] ?? null
      if (place.width > 0) this.#text(place, value)
      else this.#number(numberOf(place.variable, value))
    }
    this.#given = 0
  }

  /** The bytes of what was added since. */
  take(): Uint8Array<ArrayBuffer> {
    return this.#out.take()
  }

  #command(command: number): void {
    if (this.#given === 0) {
      this.#block = this.#out.length
      this.#out.fill(0, 8)
    }
    this.#out.setU8(this.#block + this.#given, command)
    this.#given = (this.#given + 1) % 8
  }

  #number(value: number | null): void {
    if (value === null) this.#command(commands.systemMissing)
    else if (Number.isInteger(value) && value > -bias && value < 252 - bias) this.#command(value + bias)
    else {
      this.#command(commands.asItIs)
      this.#out.f64(value)
    }
  }

  #text({ pieces, width }: SavVariableLayout, value: Value): void {
    const text = this.#scratch.subarray(0, width)
    // A text of blanks is an empty one to SPSS.
    const written = value === null ? 0 : this.#encoded(textBesideCodes(value), text)
    let start = 0
    for (const { elements, width: wide } of pieces) {
      // Every piece but the last holds 255 bytes of the text, and a blank.
      this.#piece(text.subarray(Math.min(start, written), Math.min(start + wide, written)), elements)
      start += mostOfPiece
    }
  }

  /** Whole characters only; a text that is cut ends with a character that says so. @returns how many bytes */
  #encoded(text: string, into: Uint8Array): number {
    const { read, written } = this.#encoder.encodeInto(text, into)
    if (read === text.length || into.length < cut.length) return written
    const length = this.#encoder.encodeInto(text, into.subarray(0, into.length - cut.length)).written
    into.set(cut, length)
    return length + cut.length
  }

  #piece(text: Uint8Array, elements: number): void {
    let element = 0
    for (; element * 8 < text.length; element += 1) {
      const part = text.subarray(element * 8, element * 8 + 8)
      if (part.every((byte) => byte === blank)) this.#blanks(1)
      else {
        this.#command(commands.asItIs)
        this.#out.bytes(part).fill(blank, 8 - part.length)
      }
    }
    this.#blanks(elements - element)
  }

  /** Most of a file: whole blocks of such commands are written at once. */
  #blanks(count: number): void {
    let left = count
    for (; left > 0 && this.#given !== 0; left -= 1) this.#command(commands.blanks)
    this.#out.fill(commands.blanks, left - (left % 8))
    for (left %= 8; left > 0; left -= 1) this.#command(commands.blanks)
  }
}

function numberOf({ type }: Variable, value: Value): number | null {
  if (typeof value !== 'string') return value
  return type === 'day' ? Date.parse(value) / 1000 + gregorianSeconds : Number(value)
}
