/** How far the heap of a server grows before it is looked through for garbage. */
import { setFlagsFromString } from 'node:v8'

/**
 * So much may be added to what was alive, in percent. Where a machine has much memory V8 waits until a heap of 40 MB is three
 * times as large: a million answers, written into a file a batch at a time, fill that with what nobody holds any more.
 */
const growingPercent = 20

/**
 * For a process that serves; it holds from the next collection on. What it was told at its start of the room for new objects
 * holds for this thread, and no more for those that it starts: they have limits of their own.
 */
export function collectEarly(): void {
  setFlagsFromString(`--heap-growing-percent=${growingPercent}`)
  setFlagsFromString('--max-semi-space-size=0')
}
