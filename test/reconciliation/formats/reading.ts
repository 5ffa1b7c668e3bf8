/** Reading files in tests: from text or bytes to what they come to. */

import { openFile } from '../../../src/reconciliation/formats/open-file.ts'
import type { ParseOptions } from '../../../src/reconciliation/formats/parser.ts'
import { readInSteps } from '../../../src/reconciliation/formats/read.ts'
import type {
  Broken,
  Heading,
  StatementFormat,
  StatementItem,
  StatementLine,
  Totals,
} from '../../../src/reconciliation/formats/statement.ts'

export interface Reading {
  headings: Heading[]
  lines: StatementLine[]
  totals: Totals[]
  broken: Broken | null
}

export function asBytes(content: string | Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  return typeof content === 'string' ? new TextEncoder().encode(content) : content
}

/** A stream in chunks that begin at the given places. */
export function chunked(bytes: Uint8Array<ArrayBuffer>, cuts: readonly number[] = []): ReadableStream<Uint8Array> {
  const places = [0, ...[...cuts].sort((one, other) => one - other), bytes.length]
  return new ReadableStream({
    start(controller) {
      places.slice(1).forEach((end, i) => {
        const chunk = bytes.slice(places[i], end)
        if (chunk.length > 0) controller.enqueue(chunk)
      })
      controller.close()
    },
  })
}

function sorted(items: readonly StatementItem[]): Reading {
  return {
    headings: items.filter((item) => item.is === 'heading'),
    lines: items.filter((item) => item.is === 'line'),
    totals: items.filter((item) => item.is === 'totals'),
    broken: items.find((item) => item.is === 'broken') ?? null,
  }
}

/** What a parser makes of unpacked bytes. */
export async function read(
  format: StatementFormat,
  content: string | Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array>,
  options: ParseOptions = {},
): Promise<Reading> {
  const stream = content instanceof ReadableStream ? content : chunked(asBytes(content))
  const items: StatementItem[] = []
  for await (const step of readInSteps(format, stream, options)) items.push(...step.items)
  return sorted(items)
}

/** What becomes of a file as it is brought. */
export async function readUpload(
  content: Uint8Array<ArrayBuffer>,
  options: ParseOptions = {},
  cuts: readonly number[] = [],
): Promise<Reading & { format: StatementFormat | null }> {
  const opened = await openFile({
    size: content.length,
    from: (offset) => chunked(content.slice(offset), offset === 0 ? cuts : []),
  })
  if ('is' in opened) return { ...sorted([opened]), format: null }
  return { ...(await read(opened.format, opened.stream, options)), format: opened.format }
}
