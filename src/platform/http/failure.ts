import type { Ports } from '../../ports.ts'

/** A message fit for the log: drivers and parsers quote what they stumbled over, which may be somebody's answer. */
function withoutValues(message: string): string {
  return message.replace(/"[^"]*"|'[^']*'|`[^`]*`/g, '…').slice(0, 300)
}

/** Writes the one line about something that failed: a request, by its id, or periodic work, by its name. */
export function logFailure(ports: Ports, error: Error, where: { request: string } | { work: string }): void {
  ports.log({ at: ports.clock.now(), ...where, failure: error.name, message: withoutValues(error.message) })
}

/** What runtimes say when the caller hangs up before the request is read or answered. */
const hangUps = new Set(['ECONNRESET', 'ERR_STREAM_PREMATURE_CLOSE', 'ABORT_ERR'])

/**
 * Whether a request failed only because its caller hung up. Anyone can do that at will, so it is no failure; what fails
 * of itself while the caller happens to leave still is one.
 */
export function hungUp(request: Request, error: Error): boolean {
  const code = 'code' in error ? String(error.code) : ''
  const isHangUp =
    error.name === 'AbortError' || hangUps.has(code) || /\baborted\b|prematurely closed/.test(error.message)
  return isHangUp && (request.signal.aborted || error.message === 'aborted')
}

/** What databases say when more is asked of them than they can answer, or while they start: nothing of it was done. */
const tooMuch =
  /D1 DB is overloaded|queued for too long|too many (clients|connections)|remaining connection slots|the database system is starting up|timeout exceeded when trying to connect|database is locked/i

/** What databases say when there is no room for what is to be written: nothing of it was done. */
const noRoom = /database or disk is full|no space left on device|disk quota exceeded|maximum (database|DB) size/i

/** What is said of a Postgres that is being restarted, or cannot be reached: pages that are sent again find it back. */
const away =
  /gives no connection|the database system is shutting down|terminating connection due to administrator command|Connection terminated/

/** Whether a request failed only because the database has no room, or is away: asking again is worth while once it is well. */
export function isUnavailable(error: unknown): boolean {
  return saysAnywhere(noRoom, error) || saysAnywhere(away, error)
}

/** Whether a request failed only because the database had too much to do: asking again in a moment is worth while. */
export function isOverloaded(error: unknown): boolean {
  return saysAnywhere(tooMuch, error)
}

/** Whether an error, or one that it came of, says such a thing. */
function saysAnywhere(words: RegExp, error: unknown): boolean {
  for (let one = error; one instanceof Error; one = one.cause) if (words.test(one.message)) return true
  return false
}
