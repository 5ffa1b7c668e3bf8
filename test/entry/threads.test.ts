/** Files are read in threads of their own: what one of them does to its thread, nobody else notices. */
import { createHash } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { getPriority } from 'node:os'
import { afterAll, describe, expect, it } from 'vitest'
import { makeFile } from '../../simulation/statements/make.ts'
import { openThreads } from '../../src/entry/threads/threads.ts'
import { inMemory, pageBytes } from '../../src/platform/files/file-bytes.ts'
import { inPlace, OffloadFailed } from '../../src/platform/offload/job.ts'
import { readStep, unpackFile } from '../../src/reconciliation/formats/jobs.ts'
import { inspectFile } from '../../src/reconciliation/statements/several/inspect-file.ts'
import { readingResults } from '../../src/rewards/payment-files/results.ts'
import { filledUp } from '../support/paid.ts'
import { threadsFromBundles } from '../support/run/threads.ts'

threadsFromBundles('src/entry/threads/thread.ts')

const opened: { close(): Promise<void> }[] = []
const threads = (limits: { ms: number; heapMb: number }) => {
  const made = openThreads(limits)
  opened.push(made)
  return made.offload
}
afterAll(() => Promise.all(opened.map((one) => one.close())))

const file = () => makeFile('camt054', [{ ...filledUp, at: '2026-11-22T01:00:00.000Z' }])
const step = async () => {
  const { bytes } = await file()
  return { format: 'camt054' as const, bytes, isLast: true, rows: 10, options: { keysElsewhere: true } }
}
/** A report of so many rows: each of them is in memory at once. */
const rows = (count: number) => ({
  name: 'results.csv',
  currency: 'CNY',
  bytes: new TextEncoder().encode(`reference,result\n${'"a","b"\n'.repeat(count)}`),
})

describe('a job in a thread', () => {
  const offload = threads({ ms: 60_000, heapMb: 192 })

  it('comes to the same as one in place', async () => {
    const input = await step()
    const read = await offload(readStep, input)
    expect(read.items.map(({ is }) => is)).toContain('line')
    expect(read).toEqual(await inPlace(readStep, input))
  })

  it('comes behind whoever answers, where a thread has a priority of its own', async () => {
    await offload(readStep, await step())
    const isLinux = process.platform === 'linux'
    const priorities = isLinux ? readdirSync('/proc/self/task').map((task) => getPriority(Number(task))) : [0]
    expect([getPriority(), Math.max(...priorities)]).toEqual([0, isLinux ? 5 : 0])
  })

  it('gives its pieces one after the other, and waits until each is taken', async () => {
    const { bytes } = await file()
    const { gzipped } = await import('../../simulation/statements/pack.ts')
    const taken: number[] = []
    const unpacked = await offload(
      unpackFile,
      { pieceBytes: 400, kept: 0, most: 99, isHashed: true },
      {
        file: inMemory(await gzipped(bytes as Uint8Array<ArrayBuffer>)),
        take: async (piece) => {
          taken.push(piece.length)
        },
      },
    )
    expect(unpacked).toMatchObject({ wrapping: 'gzip', format: 'camt054', size: bytes.length })
    expect(taken.reduce((sum, length) => sum + length, 0)).toBe(bytes.length)
    expect(taken.length).toBeGreaterThan(1)
  })

  it('fetches its file page by page, and no page again while it needs it', async () => {
    const size = 3 * pageBytes + 77
    const bytes = new Uint8Array(size).fill(0x20)
    const whole = inMemory(bytes)
    const asked: number[] = []
    const file = {
      size,
      from(offset: number) {
        asked.push(offset / pageBytes)
        return whole.from(offset)
      },
    }
    const { sha256 } = await offload(inspectFile, {}, { file })
    expect(sha256).toBe(createHash('sha256').update(bytes).digest('hex'))
    // Once for its beginning and its hash, and once more at its end for what it is.
    expect(asked).toEqual([0, 1, 2, 3, 0])
  })

  it('fails with what fetching its file fails with', async () => {
    const from = () => {
      throw new Error('The database is away.')
    }
    await expect(offload(inspectFile, {}, { file: { size: 9, from } })).rejects.toThrow('The database is away.')
  })

  it('refuses a file with its line, as one in place does', async () => {
    const file = inMemory(new TextEncoder().encode('no file'))
    await expect(
      offload(unpackFile, { pieceBytes: 400, kept: 0, most: 99, isHashed: false }, { file }),
    ).rejects.toMatchObject({
      why: 'unknown_format',
      line: 0,
    })
  })
})

describe('a thread that passes its limit', () => {
  it('of memory ends with its job alone, and the next job is done', async () => {
    const offload = threads({ ms: 60_000, heapMb: 24 })
    const large = {
      name: '',
      currency: 'CNY',
      bytes: new TextEncoder().encode(`{"created_at":"${'"a",'.repeat(1_900_000)}`),
    }
    await expect(offload(readingResults, large)).rejects.toThrow(OffloadFailed)
    expect(await offload(readingResults, rows(1))).toMatchObject({ refused: [{ line: 2 }] })
  })

  it('of time ends with its job alone', async () => {
    const offload = threads({ ms: 1, heapMb: 192 })
    await expect(offload(readingResults, rows(10_000))).rejects.toThrow(OffloadFailed)
  })
})
