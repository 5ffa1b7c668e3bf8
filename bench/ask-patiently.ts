/** A server that says it is busy, on a machine with much other work, is asked again when it says, as its page does by itself. */
import { setTimeout } from 'node:timers/promises'

/** A server that is still busy after so many times is not well. */
const mostTimes = 10

/**
 * `fetch` for the proofs, which ask as staff and students do.
 * @param busy told each time that a busy server is to be asked again
 * @returns the first answer that does not say when to ask again, or the last one
 * @throws TypeError when no answer comes, as from a server that died
 */
export async function askPatiently(address: string | URL, init: RequestInit, busy = () => {}): Promise<Response> {
  for (let times = 1; ; times += 1) {
    const response = await fetch(address, init)
    const after = response.headers.get('retry-after')
    if (response.status !== 503 || after === null || times === mostTimes) return response
    busy()
    await response.body?.cancel()
    await setTimeout(1000 * Number(after))
  }
}
