/** The messages between the writer and those who ask it to write. All of them can be copied between threads. */
import type { Breach, SqlValue } from '../together.ts'

/** A write: its text, by number once it has been told, and its values. */
export type WireWrite = readonly [text: number | string, values: readonly SqlValue[]]

/** To the writer. `n` counts what is asked; the answer has the same. */
export type ToWriter =
  | { n: number; calls: readonly (readonly WireWrite[])[]; texts: readonly (readonly [number, string])[] }
  | { n: number; script: string }
  | { n: number; emptyLog: true }

/** `empty`: how many writes were made that all gave nothing back, as they mostly do. */
export type WireAnswer = { rows: unknown[][] } | { empty: number } | { breach: Breach } | { error: WireError }

/** From the writer. Times are milliseconds since 1970, with fractions: each side has a clock that began at another moment. */
export type FromWriter =
  | { n: number; answers: WireAnswer[]; together: number; beganAt: number; endedAt: number }
  | { n: number; failed: WireError }
  | { n: number; done: true }

export interface WireError {
  isTypeError: boolean
  message: string
  code: string | null
}

/** An error as it travels between threads, which lose its class. */
export function wireError(error: unknown): WireError {
  const { message, code } = error as { message?: unknown; code?: unknown }
  return {
    isTypeError: error instanceof TypeError,
    message: String(message ?? error),
    code: typeof code === 'string' ? code : null,
  }
}

/** The error as it was, as far as anybody asks: a TypeError is a query that is wrong, a code is SQLite's. */
export function errorFrom({ isTypeError, message, code }: WireError): Error {
  if (isTypeError) return new TypeError(message)
  return code === null ? new Error(message) : Object.assign(new Error(message), { code })
}

/** A way to the writer and back. */
export interface WriterChannel {
  post(message: ToWriter): void
  /** Lets go of it; what was posted before is done by then. */
  close(): Promise<void>
}

/**
 * Opens a way to the writer.
 * @param heard told of each answer, in the order of what was asked
 * @param gone told once when nothing more will be answered, also of what was asked
 */
export type OpenChannel = (heard: (message: FromWriter) => void, gone: (why: Error) => void) => WriterChannel
