import type { Context } from 'hono'
import type { AppEnv } from '../../ports.ts'

const encoder = new TextEncoder()

/**
 * A body made of texts (or bytes) as they come. The next is asked for when the reader has taken the one before, so memory stays
 * flat however slow the reader is; a reader who goes away ends the reading.
 * @param gone called then, for whoever is at work on the next and cannot be ended before it is there
 */
export function streamed(
  texts: AsyncGenerator<Uint8Array | string>,
  gone: () => void = () => undefined,
): ReadableStream<Uint8Array> {
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = await texts.next()
        if (done) controller.close()
        else controller.enqueue(typeof value === 'string' ? encoder.encode(value) : value)
      },
      async cancel() {
        gone()
        await texts.return(undefined)
      },
    },
    { highWaterMark: 0 },
  )
}

/** Keeps letters, digits, dots and dashes of ASCII: a file name that no system reads as anything else. */
export function safeFileName(name: string): string {
  return name.replace(/[^A-Za-z0-9.-]+/g, '-').replace(/^[.-]+/, '')
}

/** Answers with a CSV file to keep, streamed. */
export function csvFile(c: Context<AppEnv>, name: string, texts: AsyncGenerator<Uint8Array | string>): Response {
  return c.body(streamed(texts), 200, {
    'Content-Type': 'text/csv; charset=utf-8; header=present',
    'Content-Disposition': `attachment; filename="${safeFileName(name)}"`,
  })
}

/** Answers with a workbook to keep. */
export function sendXlsx(c: Context<AppEnv>, name: string, bytes: Uint8Array): Response {
  return c.body(bytes.slice().buffer as ArrayBuffer, 200, {
    'Content-Type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'Content-Disposition': `attachment; filename="${safeFileName(name)}"`,
  })
}
