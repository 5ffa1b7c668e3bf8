/** The hostile files that may be as large as is read: what one of each is, and reading it. */
import { asBytes, type Reading, read, readUpload } from '../reading.ts'
import { hostileBankFiles } from './bank-files.ts'
import { mapping } from './mapping.ts'
import { hostileGzips, hostileZips } from './packed.ts'
import { hostileTables } from './tables.ts'
import { hostileWorkbooks } from './workbooks.ts'

interface Growing {
  what: string
  /** So much of it is read in a time that grows no faster than it does. */
  readTo: number
  make(n: number): Uint8Array<ArrayBuffer>
  work(bytes: Uint8Array<ArrayBuffer>): Promise<Reading>
}

/** What reading once took, in milliseconds, and why each of the two was refused, if it was. */
export interface Took {
  small: number
  large: number
  why: { small: string | null; large: string | null }
}

/** Between four, which is linear, and sixteen. */
export const most = 9
/** So little processor time says nothing, in milliseconds. */
export const tooLittle = 40

export const growing: readonly Growing[] = [
  ...[...hostileBankFiles, ...hostileTables].map(({ what, format, make, readTo }) => ({
    what: `${format}: ${what}`,
    readTo,
    make: (n: number) => asBytes(make(n)),
    work: (bytes: Uint8Array<ArrayBuffer>) => read(format, bytes, { mapping, keysElsewhere: true }),
  })),
  ...[...hostileZips, ...hostileGzips, ...hostileWorkbooks].map(({ what, make, readTo }) => ({
    what: `packed: ${what}`,
    readTo,
    make,
    work: (bytes: Uint8Array<ArrayBuffer>) => readUpload(bytes, { mapping, keysElsewhere: true }),
  })),
].flatMap(({ readTo, ...one }) => (readTo === undefined ? [] : [{ ...one, readTo }]))
