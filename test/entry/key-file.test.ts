import fs, { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { findKeys, keyFile } from '../../src/entry/stores/key-file.ts'
import { parseKeySet } from '../../src/platform/adapters/key-set.ts'

let whileWriting: () => void
const { writeFileSync } = fs

// Half of a text is on the disk before the rest is, which another process may see.
function writeInTwo(path: string, text: string, options: object): void {
  writeFileSync(path, text.slice(0, 20), options)
  whileWriting()
  writeFileSync(path, text)
}

/** What a module takes from node:fs by this name is this from now on. */
function replaceWrite(write: unknown): void {
  Object.assign(fs, { writeFileSync: write })
  syncBuiltinESMExports()
}

let directory: string
let path: string

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'honorarium-keys-'))
  path = join(directory, 'keys.json')
  whileWriting = () => undefined
  replaceWrite(writeInTwo)
})
afterEach(() => {
  replaceWrite(writeFileSync)
  rmSync(directory, { recursive: true, force: true })
})

it('a key set appears whole or not at all', async () => {
  const seen: boolean[] = []
  whileWriting = () => {
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

it('others than its owner may not read it, and of a credential of systemd nobody outside of its access list', async () => {
  await keyFile(path)
  chmodSync(path, 0o440)
  await expect(keyFile(path)).rejects.toThrow('can be read by others')
  const before = process.env.CREDENTIALS_DIRECTORY
  process.env.CREDENTIALS_DIRECTORY = directory
  try {
    expect(findKeys(path)).toContain('kid')
    chmodSync(path, 0o444)
    expect(() => findKeys(path)).toThrow('can be read by others')
  } finally {
    if (before === undefined) delete process.env.CREDENTIALS_DIRECTORY
    else process.env.CREDENTIALS_DIRECTORY = before
  }
})

it('a key whose secret was changed under its id is refused by name, and so is one that stands there twice', async () => {
  const set = parseKeySet(await keyFile(path))
  const changed = (kid: string, members: object) =>
    JSON.stringify({ keys: set.keys.map((key) => (key.kid === kid ? { ...key, ...members } : key)) })
  for (const { kid, purpose, kty, x, k } of set.keys) {
    const other = kty === 'EC' ? { x: [...(x ?? '')].reverse().join('') } : { k: [...(k ?? '')].reverse().join('') }
    expect(() => parseKeySet(changed(kid, other))).toThrow(`The key ${kid} (${purpose}) of the key set was changed`)
  }
  const [first] = set.keys
  expect(() => parseKeySet(JSON.stringify({ keys: [...set.keys, first] }))).toThrow(
    `The key set has the key ${first?.kid} (tokens) twice.`,
  )
})
