/** The file of an export as an answer: whole, or from where a download broke off. */
import type { Context } from 'hono'
import { first } from '../../platform/db/together.ts'
import { safeFileName, streamed } from '../../platform/http/download.ts'
import type { AppEnv } from '../../ports.ts'
import { byteRange, bytesFrom, type Export, exportsPath } from './export.ts'
import { type OpenExport, selectionOfExport, writeExport } from './open-export.ts'
import { isBeyondRequest } from './pass.ts'
import { checkpointBefore } from './store.ts'

/** The name of the file: the study, the first version of its data, and the language of its labels. */
export function nameOfFile(
  slug: string,
  { parts, language, format }: Pick<OpenExport, 'language' | 'format'> & { parts: readonly { dataVersion: string }[] },
): string {
  const [only, more] = parts
  const of = more === undefined ? (only?.dataVersion.slice(0, 8) ?? '') : 'all'
  // Both kinds of CSV have had this name since there were no others.
  const kind = format.id.startsWith('csv') || format.id === format.extension ? [] : [format.id]
  return `${['responses', ...kind, slug, of, ...(language === null ? [] : [language])].join('-')}.${format.extension}`
}

/**
 * Answers with the file. While its data stands, its length is known and any range of it is given; otherwise it is what the
 * data is now, whole; where one request cannot read that much, its page says so instead. What fails or ends early on the way breaks the answer off: it never ends as a whole file does.
 */
export async function exportFile(c: Context<AppEnv>, name: string, of: Export, opened: OpenExport): Promise<Response> {
  const { ports } = c.var
  const selection = await selectionOfExport(ports, opened)
  const reader = new AbortController()
  const { signal } = reader
  const toReader = (pieces: AsyncGenerator<Uint8Array | string>) => streamed(pieces, () => reader.abort())
  const headers = {
    'Content-Type': opened.format.mediaType,
    'Content-Disposition': `attachment; filename="${safeFileName(name)}"`,
  }
  if (of.sha256 === null || selection.stamp !== of.stamp) {
    if (isBeyondRequest(ports.db, opened, selection)) {
      return c.redirect(`${exportsPath(c.req.param('slug') ?? '')}/${of.id}`, 303)
    }
    return c.body(toReader(writeExport(ports, opened, selection, { signal })), 200, headers)
  }
  const isSameNow = async () => (await selectionOfExport(ports, opened)).stamp === of.stamp
  const tag = `"${of.sha256}"`
  const known = { ...headers, ETag: tag, 'Accept-Ranges': 'bytes' }
  const unlessOther = c.req.header('If-Range')
  const isSame = unlessOther === undefined || unlessOther === tag
  const range = isSame ? byteRange(c.req.header('Range'), of.bytes) : null
  if (range === undefined) return c.body(null, 416, { ...known, 'Content-Range': `bytes */${of.bytes}` })
  if (range === null) {
    const whole = bytesFrom(writeExport(ports, opened, selection, { signal }), 0, of.bytes)
    return c.body(toReader(whileSame(whole, isSameNow)), 200, { ...known, 'Content-Length': String(of.bytes) })
  }
  const { from, to } = range
  const checkpoint = (await first(ports.db, checkpointBefore({ id: of.id, bytes: from }))) ?? { bytes: 0, behind: '' }
  const pieces = writeExport(ports, opened, selection, { after: checkpoint.behind, signal })
  const part = bytesFrom(pieces, from - checkpoint.bytes, to - from + 1)
  return c.body(toReader(whileSame(part, isSameNow)), 206, {
    ...known,
    'Content-Range': `bytes ${from}-${to}/${of.bytes}`,
    'Content-Length': String(to - from + 1),
  })
}

/** Gives the last piece only where nothing has changed since the first: somebody may have withdrawn while it was read. */
async function* whileSame(pieces: AsyncIterable<Uint8Array>, isSame: () => Promise<boolean>) {
  let last: Uint8Array | undefined
  for await (const piece of pieces) {
    if (last !== undefined) yield last
    last = piece
  }
  if (!(await isSame())) throw new Error('The data changed while the file was read.')
  if (last !== undefined) yield last
}
