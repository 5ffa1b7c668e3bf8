/** A file of answers that somebody asked for. Pure. */
import type { Language } from '../../../schema/questionnaire.ts'

/** The data of a version and its corrections, as they were when the export was asked for. */
export interface ExportPart {
  dataVersion: string
  versions: readonly string[]
  /** It has the responses in so many places from the first on: those that were there. */
  places: number
}

export interface Export {
  id: string
  studyId: string
  format: string
  language: Language | null
  /** As an address has it. */
  filter: string
  /** Also those that ended otherwise than complete. */
  everybody: boolean
  parts: readonly ExportPart[]
  madeBy: string
  madeAt: string
  revision: number
  /** A hash of all that decides its bytes: while it is the same, they are. */
  stamp: string
  records: number
  /** How far the first pass has come. */
  written: number
  bytes: number
  behind: string
  hash: string
  /** Null until the first pass has come to its end. */
  sha256: string | null
}

/** Where its pages are. */
export const exportsPath = (slug: string) => `/admin/studies/${slug}/exports`

/**
 * A range of bytes that is asked for; both ends are included.
 * @param header as RFC 9110 has it; of several ranges none, which asks for the whole
 * @returns null for the whole file; undefined for a range that begins behind its end
 */
export function byteRange(header: string | undefined, size: number): { from: number; to: number } | null | undefined {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? []
  if (first === '' && last === '') return null
  const from = first === '' ? Math.max(0, size - Number(last)) : Number(first)
  const to = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1)
  return from > to || from >= size ? undefined : { from, to }
}

/**
 * The bytes from `skip` on, `length` of them, of what comes in pieces.
 * @throws Error behind the last piece where there are fewer: whoever was promised them must see a download that broke off
 */
export async function* bytesFrom(
  pieces: AsyncIterable<Uint8Array | string>,
  skip: number,
  length: number,
): AsyncGenerator<Uint8Array> {
  let [ahead, left] = [skip, length]
  for await (const piece of pieces) {
    const bytes = bytesOfPiece(piece)
    const some = bytes.subarray(Math.min(ahead, bytes.length)).subarray(0, left)
    ahead = Math.max(0, ahead - bytes.length)
    left -= some.length
    if (some.length > 0) yield some
    if (left === 0) return
  }
  throw new Error(`A file ended ${left} bytes before its length.`)
}

const encoder = new TextEncoder()

/** A piece of a file as bytes; a text becomes UTF-8. */
export const bytesOfPiece = (piece: Uint8Array | string) => (typeof piece === 'string' ? encoder.encode(piece) : piece)
