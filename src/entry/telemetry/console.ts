/** What a library says on the console alone, as a line of the log. */
import { logFailure } from '../../platform/http/failure.ts'
import type { Ports } from '../../ports.ts'

/**
 * The library that sends answers prints what breaks one off on its way, with its stack and all values in it. From now on that
 * is a line of the log as any failure.
 * @returns gives the console back
 */
export function consoleIntoLog(ports: Ports): () => void {
  const { error: print } = console
  console.error = (error: unknown) =>
    logFailure(ports, error instanceof Error ? error : new Error(String(error)), { work: 'answer' })
  return () => {
    console.error = print
  }
}
