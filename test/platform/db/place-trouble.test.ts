import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { isThere, placeTrouble } from '../../../src/platform/db/sqlite-file/place-trouble.ts'

let directory: string
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'honorarium-place-'))
})
afterEach(() => rmSync(directory, { recursive: true, force: true }))

const errorOf = (code: string) => Object.assign(new Error(`${code}: of no use`), { code })

it('a place that cannot be used is named with what is the matter there', () => {
  const at = (name: string) => join(directory, name)
  writeFileSync(at('letter'), '')
  mkdirSync(at('folder'))
  const cases: [code: string, path: string, words: RegExp][] = [
    ['SQLITE_FULL', at('a.db'), /^The disk of .*a\.db is full: make room there, and try again\.$/],
    ['ENOSPC', at('a.db'), /is full/],
    ['EDQUOT', at('a.db'), /is full/],
    ['ENOTDIR', at('letter/a.db'), /letter\/a\.db cannot be opened: .*letter is a file, and no folder\.$/],
    ['SQLITE_CANTOPEN', at('folder'), /folder cannot be opened: it is a folder\.$/],
    ['EEXIST', at('letter'), /letter cannot be opened: it is a file, and no folder\.$/],
  ]
  expect(cases.filter(([code, path, words]) => !words.test(placeTrouble(path, errorOf(code)) ?? ''))).toEqual([])
  expect(placeTrouble(at('a.db'), errorOf('SQLITE_BUSY'))).toBeUndefined()
})

it('a file that this user may not look for is not said to be missing', () => {
  writeFileSync(join(directory, 'letter'), '')
  expect(isThere(join(directory, 'a.db'))).toBe(false)
  expect(isThere(join(directory, 'letter'))).toBe(true)
  symlinkSync('loop', join(directory, 'loop'))
  expect(() => isThere(join(directory, 'loop'))).toThrow('ELOOP')
})
