/** A file four times as large takes about four times as long to read: where it grew with its square, it would be sixteen. */
import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { threadsFromBundles } from '../../../support/run/threads.ts'
import { growing, most, type Took, tooLittle } from './growing.ts'

threadsFromBundles('test/reconciliation/formats/hostile/growth-thread.ts')
let thread: Worker
beforeAll(() => {
  thread = new Worker(new URL('./growth-thread.ts', import.meta.url))
})
afterAll(() => thread.terminate())

describe('reading takes a time that grows no faster than the file', () => {
  it.each(growing.map(({ what }, index) => ({ what, index })))('$what', async ({ index }) => {
    thread.postMessage(index)
    const [took] = (await once(thread, 'message')) as [Took]
    // One that is refused for being so large is not read at all.
    expect(took.why.large).toBe(took.why.small)
    if (took.large >= tooLittle) expect(took.large / took.small).toBeLessThan(most)
  })
})
