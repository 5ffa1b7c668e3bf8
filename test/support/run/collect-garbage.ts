import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** Lets go of all that nothing holds any more, also of what was looked at in this turn of the event loop. */
export async function collectGarbage(): Promise<void> {
  await new Promise(setImmediate)
  collectNow()
}

export function collectNow(): void {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  collect()
  collect()
}
