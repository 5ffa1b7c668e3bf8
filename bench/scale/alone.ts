/**
 * What a site of some size costs a student who is alone: in this process, one request after the other, with nothing beside.
 * Over HTTP the sweep of the same minutes is in the figure, and a busier machine makes them more minutes.
 */
import { createApp } from '../../src/app/app.ts'
import { openSite, prepare } from '../prepare.ts'
import type { Figure } from './figure.ts'

const posts = { warm: 200, measured: 200 }

/** @returns the processor time of a final submission, all threads */
export async function submitAlone(folder: string): Promise<Figure[]> {
  const ready = await prepare(folder, posts.warm + posts.measured)
  const { ports, close } = await openSite(folder)
  const app = createApp(() => ports)
  const { origin } = ports.settings
  const send = async (some: typeof ready) => {
    for (const { post } of some) {
      const headers = { origin, cookie: post.cookie, 'content-type': 'application/x-www-form-urlencoded' }
      const answer = await app.request(`${origin}${post.path}`, { method: 'POST', headers, body: post.body })
      if (answer.status !== 303) throw new Error(`A submission was answered by ${answer.status}`)
    }
  }
  try {
    await send(ready.slice(0, posts.warm))
    const before = process.cpuUsage()
    await send(ready.slice(posts.warm))
    const { user, system } = process.cpuUsage(before)
    const value = (user + system) / 1000 / posts.measured
    process.stderr.write(`  a final submission alone: ${value.toFixed(2)} ms\n`)
    return [{ what: 'a final submission alone, without HTTP and sweep, processor time', unit: 'ms', value, flat: true }]
  } finally {
    await close()
  }
}
