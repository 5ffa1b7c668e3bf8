/** Several bank files of one ZIP as one: a file a day is what many banks pack together. */

import { peek, piecesOf, streamOf } from '../../../platform/files/bytes.ts'
import { glance } from '../../../platform/files/encoding.ts'
import { type Packed, unpacked } from '../../../platform/files/zip.ts'
import { detect } from '../detect.ts'
import { BrokenFile, type Format, isBankFormat } from '../statement.ts'
import { severalTag } from './camt-source.ts'

interface Document {
  file: Packed
  declaration: string
  /** Bytes before the document itself. */
  skipped: number
  /** The first day it names, and the file's place in the ZIP; what comes first is read first. */
  day: string
}

/**
 * The files one after the other in order of their days, within one element.
 * @throws BrokenFile `several_details` where they are not all of one bank format and one encoding
 */
export async function documentsOf(files: readonly Packed[]): Promise<ReadableStream<Uint8Array>> {
  const found: Document[] = []
  const formats = new Set<Format | null>()
  for (const file of files) {
    const { head, whole } = await peek(unpacked(file))
    await whole.cancel()
    formats.add(detect(head))
    found.push(headOf(file, head))
  }
  const encodings = new Set(
    found.map(({ declaration }) => /encoding=["']([^"']+)/i.exec(declaration)?.[1]?.toLowerCase()),
  )
  const isBank = [...formats].every((format) => format !== null && isBankFormat(format))
  if (formats.size > 1 || encodings.size > 1 || !isBank) throw new BrokenFile('several_details', 0)
  found.sort((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0))
  return streamOf(joined(found))
}

function headOf(file: Packed, head: Uint8Array): Document {
  const latin = new TextDecoder('latin1').decode(head)
  const [skipped = '', declaration = ''] = /^(?:\u00ef\u00bb\u00bf)?\s*(<\?xml[^>]*\?>)?/.exec(latin) ?? []
  const day = /<(?:\w+:)?(?:FrDtTm|Dt|DtTm|CreDtTm)>(\d{4}-\d\d-\d\d)/.exec(
    glance(head).replace(/<(?:\w+:)?GrpHdr>[\s\S]*?GrpHdr>/, ''),
  )
  return { file, declaration, skipped: skipped.length, day: day?.[1] ?? '' }
}

async function* joined(documents: readonly Document[]) {
  const text = (written: string) => new TextEncoder().encode(written)
  yield text(`${documents[0]?.declaration ?? ''}<${severalTag}>`)
  for (const { file, skipped } of documents) {
    let left = skipped
    for await (const piece of piecesOf(unpacked(file))) {
      if (left < piece.length) yield piece.subarray(left)
      left = Math.max(0, left - piece.length)
    }
  }
  yield text(`</${severalTag}>`)
}
