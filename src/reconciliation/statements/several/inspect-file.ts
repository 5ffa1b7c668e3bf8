/** Looking through a whole file as it arrived: its hash, what it is, and which files it holds where it is a ZIP of several. */
import { piecesOf, readThrough, streamOf } from '../../../platform/files/bytes.ts'
import { type ArchiveEntryIndex, fileInside } from '../../../platform/files/packed/files-inside.ts'
import { UnreadableFile } from '../../../platform/files/unreadable-file.ts'
import type { Job } from '../../../ports.ts'
import { hashing } from '../../formats/digests.ts'
import { type FileInside, type OpenFile, openFile, severalIn } from '../../formats/open-file.ts'
import { readSome } from '../../formats/read.ts'
import type { StatementFormat } from '../../formats/statement.ts'
import { accountOfFile, type ProviderAccount } from '../account.ts'

/** One file of a ZIP of several. */
export interface Inside {
  place: ArchiveEntryIndex
  format: StatementFormat
  /** Null where it does not say. */
  account: ProviderAccount | null
  /** The first day that it tells of; empty where nothing says. */
  day: string
}

/** What is in a ZIP of several files: the lists of movements in order of their days, and how many others. */
export interface SeveralFiles {
  files: Inside[]
  leftOut: number
}

interface Seen {
  /** Null where it is one file. */
  several: SeveralFiles | null
  /** Null where it cannot be opened, or there are several. */
  inside: Pick<OpenFile, 'format' | 'head'> | null
  /** Of the bytes as they arrived, in hex. */
  sha256: string
}

/** All that has to be known of a file before it is read. */
export const inspectFile: Job<object, Seen> = {
  name: 'look through a file',
  async run(_, __, file) {
    const several = await severalIn(file)
    const hashed = hashing(file.from(0), ['sha256'])
    await readThrough(hashed.stream)
    const { sha256 } = hashed.digests()
    if (several === null) {
      const opened = await openFile(file)
      if ('is' in opened) return { several: null, inside: null, sha256 }
      await opened.stream.cancel()
      return { several: null, inside: { format: opened.format, head: opened.head.slice() }, sha256 }
    }
    const files: Inside[] = []
    for (const { place, format, head } of several.files) {
      const account = await accountOfFile(format, head)
      files.push({ place, format, account, day: await firstDayOf({ format, head }) })
    }
    // What is dated earlier comes first; where nothing tells, as they stand in the ZIP.
    files.sort((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0))
    return { several: { files, leftOut: several.leftOut }, inside: null, sha256 }
  },
}

/** One file of a ZIP, in pieces. */
export const takeOut: Job<{ place: ArchiveEntryIndex; pieceBytes: number }, void, Uint8Array> = {
  name: 'take a file out of a ZIP',
  async run({ place, pieceBytes }, give, zip) {
    const file = await fileInside(zip, place)
    if (file === null) throw new RangeError(`There is no file ${place}.`)
    if (file instanceof UnreadableFile) throw file
    for await (const piece of piecesOf(file.open(), pieceBytes)) await give(piece.slice())
  },
}

async function firstDayOf({ format, head }: Pick<FileInside, 'format' | 'head'>): Promise<string> {
  if (format === 'csv') {
    const text = new TextDecoder('latin1').decode(head)
    const [, year = '', month = '', day = ''] = /(20\d\d)\D{1,3}(\d{1,2})\D{1,3}(\d{1,2})(?!\d)/.exec(text) ?? []
    return year === '' ? '' : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  }
  const { items } = await readSome(format, streamOf(once(head)), 1)
  for (const item of items) {
    if (item.is === 'heading' && item.fromDay !== null) return item.fromDay
    if (item.is === 'line') return item.day
  }
  return ''
}

async function* once(bytes: Uint8Array) {
  yield bytes
}
