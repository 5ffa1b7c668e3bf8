import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import SqliteFile from 'better-sqlite3'
import type { JSONWebKeySet } from 'jose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newKeySet, readKeys } from '../../../src/platform/adapters/key-set.ts'
import { nodeSecretKeys } from '../../../src/platform/adapters/node-secret-keys.ts'
import type { ExportLineOf } from '../../../src/reconciliation/export/lines.ts'
import { splitLines } from '../../../src/reconciliation/export/verify/split-lines.ts'
import { type TrustAnchors, verifyBooks } from '../../../src/reconciliation/export/verify/verify.ts'
import { sqlite } from '../../support/databases/sqlite-database.ts'
import { runHere } from '../../support/run/here.ts'
import { world as makeWorld } from '../../support/world.ts'
import { type Story, tell } from '../integrity/story.ts'
import { each, exported, forged } from './exported.ts'
import { changed, tampers } from './tampers.ts'

const keySet = await newKeySet()
let directory: string
let story: Story
let address: string
let lines: string[]
let jwks: JSONWebKeySet

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'honorarium-books-'))
  const opened = await sqlite.openBound()
  address = opened.address ?? ''
  story = await tell(await makeWorld({ open: async () => opened, keySet }))
  lines = await exported(story.world)
  jwks = story.world.ports.keys.jwks as JSONWebKeySet
})

afterAll(async () => {
  await story.world.close()
  rmSync(directory, { recursive: true, force: true })
})

async function broken(of: readonly string[], known: TrustAnchors = { jwks }): Promise<string[]> {
  return (await verifyBooks(each(of), known)).filter(({ ok }) => !ok).map(({ invariant }) => invariant)
}

/** A calendar has a line for every day of a year: some of them are enough. */
const isDay = (line: string) => line.includes('"kind":"day"')

describe('a signed file', () => {
  it('is as it was written', async () => {
    expect(await broken(lines)).toEqual([])
  })

  it('shows that any line was changed', async () => {
    for (const [i, text] of lines.entries()) {
      if (isDay(text) && i % 50 !== 0) continue
      const at = text.search(/\d(?=[^\d]*$)/)
      const other = `${text.slice(0, at)}${(Number(text[at]) + 1) % 10}${text.slice(at + 1)}`
      expect(await broken(lines.with(i, other)), other).not.toEqual([])
    }
  })

  it('shows that a line was taken out, doubled, or changed places with the next', async () => {
    for (const [i, line] of lines.entries()) {
      if (i % (isDay(line) ? 490 : 7) !== 0) continue
      expect(await broken(lines.toSpliced(i, 1)), `without line ${i + 1}`).toContain('whole_file')
      expect(await broken(lines.toSpliced(i, 0, line)), `line ${i + 1} twice`).toContain('whole_file')
      const [one = '', other = ''] = lines.slice(i, i + 2)
      if (other !== '') expect(await broken(lines.toSpliced(i, 2, other, one))).toContain('whole_file')
    }
  })

  it('shows that it was cut off', async () => {
    expect(await broken(lines.slice(0, -1))).toEqual(['whole_file', 'signature'])
    expect(await broken(lines.slice(0, 20))).toContain('whole_file')
  })

  it('shows that something was added behind its end', async () => {
    expect(await broken([...lines, lines.at(-1) ?? ''])).toContain('whole_file')
    expect(await broken([...lines, ''])).toContain('whole_file')
  })

  it('shows that somebody else signed it', async () => {
    const other = await readKeys(JSON.stringify(await newKeySet()), nodeSecretKeys)
    expect(await broken(lines, { jwks: other.jwks as JSONWebKeySet })).toEqual(['signature'])
  })

  it('shows that a new end was written to other lines, by the signature alone', async () => {
    const other = forged(
      changed(lines, 'study', (line) => {
        line.slug = 'other'
      }),
    )
    expect(await broken(other)).toEqual(['signature'])
  })
})

describe('books of the first format', () => {
  /** Of the story, written while the money of a held voucher was in reserve; without most days of its calendars. */
  const old = readFileSync(new URL('books-of-format-1.jsonl', import.meta.url), 'utf8')
    .trimEnd()
    .split('\n')
  const as = (format: 1 | 2 | 3) =>
    forged(
      changed(old, 'books', (line) => {
        line.format = format
      }),
    )

  it('prove themselves as they did, and by no other rule', async () => {
    expect(await broken(old, {})).toEqual([])
    expect(await broken(as(2), {})).toEqual(['sums'])
    expect(await broken(as(3), {})).toEqual(['sums', 'moves'])
  })
})

describe('lines that were written over by somebody who knows how', () => {
  it.each(tampers)('show $what', async ({ breaks, tamper }) => {
    const found = await broken(forged(tamper(lines)), {})
    expect(found).toEqual(expect.arrayContaining(breaks))
    expect(found).not.toContain('whole_file')
  })

  it('show that the last entries are gone only to who knows a later head', async () => {
    const head = (JSON.parse(lines.at(-1) ?? '') as ExportLineOf<'end'>).head ?? ''
    const last = lines.findLastIndex((text) => /"kind":"seal".*"(batch|attempt)\./.test(text))
    expect(lines.length - last, 'entries that could be cut off unseen').toBeGreaterThan(3)
    const cut = forged([...lines.slice(0, last + 1), lines.at(-1) ?? ''])
    expect(await broken(cut, {})).toEqual([])
    expect(await broken(cut, { head })).toEqual(['chain'])
    expect(await broken(lines, { jwks, head })).toEqual([])
  })
})

it('lines end at a newline and nowhere else', async () => {
  const split: string[] = []
  for await (const line of splitLines(each(['a\u2028b\n', 'c', '\r\n', '\nd']))) split.push(line)
  expect(split).toEqual(['a\u2028b', 'c\r', '', 'd'])
})

describe('the commands', () => {
  async function run(name: string, args: string[], env: Record<string, string> = {}) {
    const { code, out, err } = await runHere(name, args, env)
    return { code, out: out + err }
  }

  it('write books from a database, and check them without one', async () => {
    const data = mkdtempSync(join(directory, 'data-'))
    const file = new SqliteFile(address)
    file.prepare('vacuum into ?').run(join(data, 'honorarium.db'))
    file.close()
    const keys = JSON.stringify(keySet)
    const books = join(data, 'books.jsonl')
    const written = await run('export-books', ['--to', books], { DATA_DIR: data, KEYS: keys })
    expect(written).toMatchObject({
      code: 0,
      out: expect.stringMatching(/latest seal of the audit trail is number \d+:\n[0-9a-f]{64}\n/),
    })
    const head = /[0-9a-f]{64}/.exec(written.out)?.[0] ?? ''
    const jwks = join(data, 'jwks.json')
    writeFileSync(jwks, JSON.stringify((await readKeys(keys, nodeSecretKeys)).jwks))
    const checked = await run('verify-books', [books, '--jwks', jwks, '--head', head])
    expect(checked).toMatchObject({ code: 0, out: expect.stringContaining('10 checks: all passed.') })

    writeFileSync(books, readFileSync(books, 'utf8').replace('"slug":"study-abroad"', '"slug":"study-at-home"'))
    const tampered = await run('verify-books', [books])
    expect(tampered.code).toBe(1)
    expect(tampered.out).toContain('BREACH whole_file')
    expect(tampered.out).toContain('The signature was not checked')
  })
})
