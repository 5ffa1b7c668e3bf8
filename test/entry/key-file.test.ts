import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { keyFile } from '../../src/entry/key-file.ts'

const watched: { whileWriting(): void } = vi.hoisted(() => ({ whileWriting: () => undefined }))

// Half of a text is on the disk before the rest is, which another process may see.
vi.mock('node:fs', async (importOriginal) => {
  const real = await importOriginal<typeof import('node:fs')>()
  const writeFileSync = (path: string, text: string, options: object) => {
    real.writeFileSync(path, text.slice(0, 20), options)
    watched.whileWriting()
    real.writeFileSync(path, text)
  }
  return { ...real, writeFileSync }
})

let directory: string
let path: string

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'honorarium-keys-'))
  path = join(directory, 'keys.json')
})
afterEach(() => rmSync(directory, { recursive: true, force: true }))

it('a key set appears whole or not at all', async () => {
  const seen: boolean[] = []
  watched.whileWriting = () => {
    seen.push(existsSync(path))
  }
  await keyFile(path)
  expect(seen).toEqual([false])
  expect(readdirSync(directory)).toEqual(['keys.json'])
})

it('of two who make one at once both have the same, and nothing else is left lying', async () => {
  const [one, other] = await Promise.all([keyFile(path), keyFile(path)])
  expect(one).toBe(other)
  expect(await keyFile(path)).toBe(one)
  expect(readdirSync(directory)).toEqual(['keys.json'])
})
