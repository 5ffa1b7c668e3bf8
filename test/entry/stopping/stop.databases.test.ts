/** A server that is told to stop lets go of its database when nothing works with it any more, on each database that it serves. */
import { describe, expect, it, vi } from 'vitest'
import { serve } from '../../../src/entry/serve.ts'
import { openBackground } from '../../../src/entry/stopping/background.ts'
import { openTelemetry } from '../../../src/entry/telemetry/telemetry.ts'
import { databases } from '../../support/databases/databases.ts'
import { rowsOf } from '../../support/databases/fresh.ts'
import { world } from '../../support/world.ts'

const signals = ['SIGINT', 'SIGTERM'] as const

// Nothing stops a Worker.
describe.each(databases.filter(({ name }) => name !== 'd1'))('$name', ({ open }) => {
  it('a sweep that is at work ends before the database is closed, and begins no further part', async () => {
    const others = signals.flatMap((signal) => process.listeners(signal))
    const made = await world({ open })
    const { ports, logged } = made
    const order: string[] = []
    const exited = new Promise<unknown>((resolve) => {
      vi.spyOn(process, 'exit').mockImplementation((code) => resolve(code) as never)
    })
    let goOn: () => void = () => undefined
    const held = new Promise<void>((resolve) => {
      goOn = resolve
    })
    let begin: () => void = () => undefined
    const begun = new Promise<void>((resolve) => {
      begin = resolve
    })
    await serve({
      ports,
      host: '127.0.0.1',
      port: 0,
      sweepEveryMs: 5,
      telemetry: openTelemetry(undefined),
      handedOver: { database: { file: 'none' }, keySet: '' },
      tryWrite: async () => undefined,
      async beforeSweep() {
        begin()
        await held
        order.push(`${(await rowsOf(made, 'studies')).length} study`)
      },
      welcome: async () => [],
      async close() {
        order.push(`closed with ${(await rowsOf(made, 'heartbeats')).length} parts done`)
        await made.close()
      },
    })
    await begun

    // Others listen too, who would end this run.
    for (const listener of process.listeners('SIGTERM')) if (!others.includes(listener)) listener('SIGTERM')
    // Longer than everything takes that waits for nothing.
    for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve))
    expect(order).toEqual([])
    goOn()
    expect(await exited).toBe(0)

    expect(order).toEqual(['1 study', 'closed with 0 parts done'])
    expect(logged.filter((line) => 'failure' in line || line.warning === 'stop')).toEqual([])
    vi.restoreAllMocks()
    for (const signal of signals)
      for (const listener of process.listeners(signal)) if (!others.includes(listener)) process.off(signal, listener)
  })
})

it('what does not end is waited for no longer than the time that there is', async () => {
  const background = openBackground()
  background.track(() => new Promise<never>(() => undefined))
  background.stop()
  expect(background.isStopping()).toBe(true)
  expect(await background.end(0)).toBe(false)
})
