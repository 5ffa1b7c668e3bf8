/** What a start makes, and what it refuses: keys, a database and a study are made once, on purpose, and never anew. */
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import SqliteFile from 'better-sqlite3'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { retire } from '../../src/app/retire-key.ts'
import { openNode } from '../../src/entry/node-ports.ts'
import { openFirstStudy } from '../../src/journey/setup/first-study.ts'
import { type KeySet, newKeySet, withNewKey } from '../../src/platform/adapters/key-set.ts'
import { liveStudyKey } from '../../src/platform/keys/study-keys.ts'
import { auditDatabase } from '../../src/reconciliation/integrity/audit.ts'
import { makeSignInLink } from '../../src/staff/accounts/actions.ts'
import { runHere } from '../support/run/here.ts'
import { ownDirectory } from '../support/run/memory.ts'
import { runCommand } from '../support/run/programs.ts'
import { spawnServer, startServer } from '../support/run/server.ts'

let root: string
let data: string
let keys: string
const env = (more: Record<string, string> = {}) => ({
  MODE: 'production',
  ORIGIN: 'https://study.example.org',
  DATA_DIR: data,
  KEYS_FILE: keys,
  ...more,
})
const database = () => join(data, 'honorarium.db')

beforeEach(() => {
  root = mkdtempSync(join(ownDirectory(), 'set-up-'))
  data = join(root, 'data')
  keys = join(root, 'keys.json')
  mkdirSync(data)
})
afterEach(() => rmSync(root, { recursive: true, force: true }))
afterAll(async () => {
  if (prepared !== undefined) rmSync(await prepared, { recursive: true, force: true })
  prepared = undefined
})

const setUp = (args: string[] = [], more: Record<string, string> = {}) => runHere('set-up', args, env(more))

/** What the command leaves, made once in this process, where it costs no start of a program, and copied. */
let prepared: Promise<string> | undefined
async function setUpHere(): Promise<void> {
  prepared ??= prepare()
  cpSync(await prepared, root, { recursive: true, preserveTimestamps: true })
}

async function prepare(): Promise<string> {
  const folder = mkdtempSync(join(ownDirectory(), 'prepared-'))
  const there = { DATA_DIR: join(folder, 'data'), KEYS_FILE: join(folder, 'keys.json') }
  mkdirSync(there.DATA_DIR)
  const { ports, close } = await openNode(env(there), { to: 'set-up' })
  await openFirstStudy(ports)
  await close()
  return folder
}

/** What a start says that is refused. */
async function refusal(more: Record<string, string> = {}): Promise<string> {
  return openNode(env(more)).then(
    async ({ close }) => {
      await close()
      throw new Error('it was opened')
    },
    (error: Error) => error.message,
  )
}

/** The same of a real start: its standard error. */
async function refusalOfServer(more: Record<string, string> = {}): Promise<string> {
  const server = await spawnServer(data, { env: env(more) })
  expect(await server.ended).toBe(1)
  const output = server.complained()
  for (const end of ['out', 'err']) rmSync(join(data, `${server.port}.${end}`))
  return output
}

/** What a real start says beside that it listens. */
async function starts(more: Record<string, string> = {}): Promise<string> {
  const server = await startServer(data, { env: env(more) })
  server.kill('SIGTERM')
  expect(await server.ended).toBe(0)
  return server.complained()
}

async function opens(): Promise<void> {
  await (await openNode(env())).close()
}

async function broken(more: Record<string, string> = {}): Promise<string[]> {
  const { ports, close } = await openNode(env(more), { to: 'look' })
  const found = await auditDatabase(ports, (name) => name === 'keys_are_there')
  await close()
  return found.flatMap(({ breaches }) => breaches)
}

function change(sql: string): void {
  const file = new SqliteFile(database())
  file.pragma('foreign_keys = OFF')
  file.exec(sql)
  file.close()
}

const readSet = () => JSON.parse(readFileSync(keys, 'utf8')) as KeySet
const writeSet = (set: KeySet) => writeFileSync(keys, JSON.stringify(set), { mode: 0o600 })

function loseDatabase(): void {
  for (const name of readdirSync(data)) rmSync(join(data, name))
}

describe('production', () => {
  it('makes nothing by itself: a start without a database is one line and leaves nothing behind', async () => {
    expect(await refusalOfServer()).toMatch(/^There is no database at .*honorarium\.db: .*`npm run set-up`, once\.\n$/)
    expect(readdirSync(data)).toEqual([])
    expect(existsSync(keys)).toBe(false)
  })

  it('is set up once, which says what it made; then it starts, and a second time makes nothing', async () => {
    const { code, out, err } = await setUp()
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toMatch(
      /^Made the database .*\nMade the key set .*keys\.json: .*\nOpened the first study, study-abroad/,
    )
    expect(await starts()).toBe('')
    const set = readFileSync(keys, 'utf8')
    expect((await setUp()).out).toMatch(/^Everything is there already: nothing was made\.\n/)
    expect(readFileSync(keys, 'utf8')).toBe(set)
  })

  it('keeps keys and database apart: none are made beside each other, and a start says where they lie so', async () => {
    const beside = { KEYS_FILE: join(data, 'keys.json') }
    const made = await setUp([], beside)
    expect(made).toMatchObject({ code: 1, out: '' })
    expect(made.err).toMatch(/lies in the data directory, beside the database that it opens/)
    expect(readdirSync(data)).toEqual([])
    await setUpHere()
    expect(await refusalOfServer(beside)).toMatch(/^There is no key set .*keys\.json: put it back/)
    copyFileSync(keys, beside.KEYS_FILE)
    expect(await starts(beside)).toMatch(/^Warning: .*keys\.json lies in the data directory/)
  })

  it('without a study it says how the first is opened', async () => {
    await setUpHere()
    change('delete from studies; delete from offers; delete from offer_balances; delete from offer_places;')
    expect(await refusalOfServer()).toBe('There is no study yet: `npm run set-up` opens the first one, once.\n')
  })
})

describe.each([{ MODE: 'production' }, { MODE: 'demo' }])('a start with $MODE', (mode) => {
  beforeEach(async () => {
    await setUpHere()
  })

  it('refuses a key set that was made anew, with one line for each key that the database knows', async () => {
    const before = readSet()
    const anew = await newKeySet()
    writeSet(anew)
    const lines = (await refusal(mode)).trim().split('\n')
    expect(lines.sort()).toEqual(
      before.keys
        .map(
          ({ kid, purpose }) =>
            `The database knows the key ${kid} (${purpose}), and the key set lacks it: put the key set back from its backup.`,
        )
        .sort(),
    )
    expect(readSet()).toEqual(anew)
    expect(await broken(mode)).toHaveLength(before.keys.length)
  })

  it('refuses when the key for accounts alone is gone, or the whole file, and makes none', async () => {
    const before = readSet()
    const rest = { keys: before.keys.filter(({ purpose }) => purpose !== 'accounts') }
    writeSet(rest)
    expect(await refusal(mode)).toMatch(/^The database knows the key \S+ \(accounts\), [^\n]*$/)
    expect(readSet()).toEqual(rest)
    rmSync(keys)
    const [none, ...lost] = (await refusal(mode)).trim().split('\n')
    expect(none).toBe(`There is no key set ${keys}: put it back from its backup, or say where it is (KEYS_FILE, KEYS).`)
    expect(lost).toHaveLength(before.keys.length)
    expect(existsSync(keys)).toBe(false)
  })

  it('refuses an empty database beside keys, whether the file is gone or has no row', async () => {
    const refused = /^The database at .* is missing or empty, and the keys in .* are there already: [^\n]*$/
    loseDatabase()
    expect(await refusal(mode)).toMatch(refused)
    expect(readdirSync(data)).toEqual([])
    await expect(openNode(env(mode), { to: 'set-up' })).rejects.toThrow(refused)
    const { made, close } = await openNode(env(mode), { to: 'set-up', besideKeys: true })
    await close()
    expect(made).toEqual([expect.stringMatching(/^Made the database /)])
    change(
      'delete from studies; delete from offers; delete from offer_balances; delete from offer_places; delete from known_keys;',
    )
    expect(await refusal(mode)).toMatch(refused)
  })

  it.each([
    ['without a row in it', 'delete from migrations', /^The database at .* has tables and no rows in them, [^\n]*$/],
    ['without its word lists', 'delete from reasons', /^reasons has 0 rows, and a fresh database has \d+: [^\n]*$/],
    [
      'whose offers have no balances',
      'delete from offer_balances',
      /^(the offer \S+ lacks its balances: [^\n]*\n?){3}$/,
    ],
  ])('refuses a schema %s', async (_, sql, says) => {
    change(sql)
    expect(await refusal(mode)).toMatch(says)
  })
})

it('a database from before keys were noted knows its keys from the next start on', async () => {
  await setUpHere()
  change('delete from known_keys')
  await opens()
  const file = new SqliteFile(database(), { readonly: true })
  expect(file.prepare('select count(*) n from known_keys').get()).toEqual({ n: 5 })
  file.close()
})

describe('keys are rotated', () => {
  it('by adding one; an older one is taken out when nothing needs it, and is then not missed', async () => {
    await setUpHere()
    const kidOf = (purpose: string) => readSet().keys.find((key) => key.purpose === purpose)?.kid ?? ''
    const whyNot = async (kid: string) => {
      const { ports, close } = await openNode(env())
      const message = await retire(ports, kid).then(String, (error: Error) => error.message)
      await close()
      return message
    }
    const receipts = kidOf('receipts')
    expect(await whyNot(receipts)).toContain('it is the newest for receipts')
    await runHere('keys', ['add', 'receipts'], env())
    expect(await runCommand('keys', ['retire', receipts], env())).toMatchObject({ code: 0, err: '' })
    expect(readSet().keys.map(({ kid }) => kid)).not.toContain(receipts)
    // Its name may begin with a dash.
    const dashed = await runHere('keys', ['retire', '-8'], env())
    expect(dashed).toMatchObject({ code: 1, err: 'The key set has no key -8.\n' })
    await opens()
    writeSet(await withNewKey(readSet(), 'tokens'))
    expect(await whyNot(kidOf('tokens'))).toMatch(/may be in use until \d{4}-\d\d-\d\d/)
    expect(await whyNot(kidOf('accounts'))).toContain('one could be paid twice')
  })
})

it('what was typed in a study is erased by a command once the study is closed', async () => {
  await setUpHere()
  const args = ['erase-study', 'study-abroad']
  const erase = () => runHere('keys', args, env())
  expect(await erase()).toMatchObject({ code: 1, err: 'study-abroad is not closed: people may still be typing.\n' })
  const { ports, close } = await openNode(env())
  const [study] = await ports.db.read<{ id: string }>({ sql: 'select id from studies', values: [] })
  await liveStudyKey(ports, study?.id ?? '', 'answers')
  const closed = (at: string) =>
    ports.db.together({ sql: 'update studies set opens_at = ?, closes_at = ?', values: ['2020-01-01', at] })
  await closed(ports.clock.now())
  const early = await erase()
  expect(early).toMatchObject({
    code: 1,
    err: expect.stringMatching(/is closed, and whoever has begun may finish until/),
  })
  await closed('2020-02-01T00:00:00.000Z')
  await close()
  const erased = await runCommand('keys', args, env())
  expect(erased).toMatchObject({ code: 0, out: expect.stringMatching(/^What people typed in .* is erased/) })
  expect(await erase()).toMatchObject({ code: 0, out: expect.stringMatching(/^Nothing that was typed/) })
})

it('yesterday’s backup is restored with the keys of today, and says what it does not know of today', async () => {
  await setUpHere()
  const backup = join(root, 'yesterday.db')
  expect((await runHere('backup', [backup], env())).code).toBe(0)
  // Today a key is added and an older one taken out, and somebody gets a role.
  const old = readSet()
  const receipts = old.keys.find(({ purpose }) => purpose === 'receipts')
  const added = await withNewKey(old, 'receipts')
  writeSet(added)
  const { ports, close } = await openNode(env())
  await retire(ports, receipts?.kid ?? '')
  await makeSignInLink(ports, { name: 'Mei Chan', role: 'admin' })
  await close()
  writeSet({ keys: added.keys.filter(({ kid }) => kid !== receipts?.kid) })

  expect((await runHere('restore', [backup], env())).out).toMatch(/what was there is .*honorarium\.db\.before-/)
  // Yesterday's database knows the key that was taken out since.
  const lacks = new RegExp(`^The database knows the key ${receipts?.kid} \\(receipts\\), [^\\n]*$`)
  expect(await refusal()).toMatch(lacks)
  expect(await broken()).toEqual([`${receipts?.kid} (receipts) is known and not in the key set`])
  // A set that has both serves it, and what was done today is not in it.
  writeSet(added)
  expect(await runHere('audit', [], env())).toMatchObject({ code: 0 })
  expect((await runHere('sign-in', ['Mei Chan'], env())).err).toContain('Mei Chan is new')
})
