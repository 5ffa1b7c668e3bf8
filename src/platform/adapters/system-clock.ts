import type { Clock } from '../../ports.ts'

let last = 0
let text = ''

/** The machine's clock. Writing a time as text is dear and is asked for many times in one millisecond. */
export const systemClock: Clock = {
  now() {
    const now = Date.now()
    if (now !== last) text = new Date(now).toISOString()
    last = now
    return text
  },
}
