/** What an operator is told who made a mistake: one line each, which says what to mend and quotes no secret. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { misspeltSettings, readConfig } from '../../src/config.ts'
import { openNode } from '../../src/entry/node-ports.ts'
import { runHere } from '../support/run/here.ts'
import { runCommand } from '../support/run/programs.ts'

let directory: string
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'honorarium-mistakes-'))
})
afterAll(() => rmSync(directory, { recursive: true, force: true }))

const messageOf = (env: Record<string, string>): string => {
  try {
    readConfig(env)
    return ''
  } catch (error) {
    return (error as Error).message
  }
}

it('however much of a provider is missing, it is one line', () => {
  const lines = messageOf({ WECHAT_MCH_ID: '1900000109', TREMENDOUS_API_KEY: 'k', TREMENDOUS_CAMPAIGN_ID: 'c' }).split(
    '\n',
  )
  expect(lines).toEqual([
    expect.stringMatching(
      /^WECHAT_APP_ID, .*WECHAT_PUBLIC_KEY: missing, and WECHAT_MCH_ID is set: WeChat Pay needs all of /,
    ),
    expect.stringMatching(/^TREMENDOUS_WEBHOOK_KEY: missing, and TREMENDOUS_API_KEY is set: Tremendous needs all of /),
  ])
})

it('a misspelt setting is pointed out with the nearest name, beside what it left missing', () => {
  expect(misspeltSettings({ OIRGIN: 'https://a.example', PATH: '/bin', NODE: '/bin/node' })).toEqual([
    'OIRGIN: no setting has this name; ORIGIN has',
  ])
  expect(messageOf({ TREMENDOUS_API_KEY: 'k', TREMENDOUS_CAMPAIN_ID: 'c', TREMENDOUS_WEBHOOK_KEY: 'w' })).toMatch(
    /^TREMENDOUS_CAMPAIGN_ID: missing.*\nTREMENDOUS_CAMPAIN_ID: no setting has this name; TREMENDOUS_CAMPAIGN_ID has$/,
  )
})

it('each wrong value is a line', () => {
  expect(messageOf({ PORT: 'eighty', LOG: 'loud' }).split('\n')).toEqual([
    expect.stringMatching(/^PORT: /),
    expect.stringMatching(/^LOG: /),
  ])
})

it.each([
  ['localhost:8787', /^ORIGIN: is no address such as https:\/\/survey\.example\.org$/],
  ['https://example.org/survey', /^ORIGIN: ends behind the host and its port: .*no path/],
  ['https://example.org/?a=1', /^ORIGIN: ends behind the host/],
  ['https://somebody:secret@example.org', /^ORIGIN: has no name and password in front of its host$/],
  ['https://example.org/', /^$/],
  ['https://example.org:8443', /^$/],
])('an origin is an address without a path: %s', (ORIGIN, expected) => {
  expect(messageOf({ ORIGIN })).toMatch(expected)
})

it.each([
  ['CNY:80000,HKD:90000', /^$/],
  ['CNY:80000,CNY:90000', /^PAYEE_YEAR_LIMITS: names a currency twice$/],
  ['CNY:80000,ABC:1', /^PAYEE_YEAR_LIMITS: names an unknown currency$/],
])('what a payee may get in a year stands once a currency: %s', (PAYEE_YEAR_LIMITS, expected) => {
  expect(messageOf({ PAYEE_YEAR_LIMITS })).toMatch(expected)
})

it('a Postgres that cannot be reached is named by host, port and database, without its password', async () => {
  // A port that was free a moment ago, so that nothing listens.
  const port = await new Promise<number>((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
  const env = { DATA_DIR: directory, DATABASE_URL: `postgres://someone:secret@127.0.0.1:${port}/money` }
  await expect(openNode(env)).rejects.toThrow(
    new RegExp(`^Postgres at 127\\.0\\.0\\.1:${port}/money gives no connection: connect ECONNREFUSED`),
  )
  await expect(openNode(env)).rejects.not.toThrow('secret')
})

it('a file that is no database is named', async () => {
  writeFileSync(join(directory, 'honorarium.db'), 'a letter to the bank, which is no database at all')
  await expect(openNode({ DATA_DIR: directory })).rejects.toThrow(
    /^The database .*honorarium\.db is damaged \(file is not a database\): .* put the newest backup in its place .*$/,
  )
})

it('a data directory that is none, and a database that is a folder, are named', async () => {
  const inside = join(directory, 'honorarium.db')
  await expect(openNode({ DATA_DIR: inside })).rejects.toThrow(
    /^DATA_DIR: .*honorarium\.db cannot be opened: it is a file/,
  )
  const folder = join(directory, 'folder')
  mkdirSync(join(folder, 'honorarium.db'), { recursive: true })
  await expect(openNode({ DATA_DIR: folder })).rejects.toThrow(/honorarium\.db cannot be opened: it is a folder\.$/)
})

it('a data directory where a file system makes no folders ends the start with a line', async () => {
  // A program of its own, since what never ends would never end a test.
  for (const DATA_DIR of ['/proc/honorarium', '/proc/honorarium/data']) {
    const { code, err } = await runCommand('audit', [], { DATA_DIR })
    expect([code, err]).toEqual([1, expect.stringMatching(/^DATA_DIR: \/proc\/honorarium[^\n]* cannot be [^\n]+\n$/)])
  }
})

it('a data directory is made with the folders above it', async () => {
  const DATA_DIR = join(directory, 'some', 'more', 'data')
  await (await openNode({ DATA_DIR })).close()
  expect(statSync(DATA_DIR).mode & 0o777).toBe(0o700)
})

it('an audit where there is no database says so, and makes none that it would call well', async () => {
  const DATA_DIR = join(directory, 'nothing')
  for (const MODE of ['demo', 'production']) {
    const { code, err } = await runHere('audit', [], { DATA_DIR, MODE, ORIGIN: 'https://survey.example.org' })
    expect([code, err]).toEqual([1, expect.stringMatching(/^There is no database at .*nothing/)])
  }
  expect(readdirSync(DATA_DIR)).toEqual([])
})

it('a database that is older than what was acknowledged, or damaged, is refused, and the audit says the same', async () => {
  const path = join(directory, 'honorarium.db')
  rmSync(path)
  await (await openNode({ DATA_DIR: directory })).close()
  const audit = () => runHere('audit', [], { DATA_DIR: directory })
  const mark = Number(readFileSync(`${path}-mark`, 'utf8'))
  writeFileSync(`${path}-mark`, `${String(mark + 3).padStart(10, '0')}\n`)
  const behind =
    /^The database .*honorarium\.db lacks the last 3 commits that were acknowledged.*npm run restore -- FILE/
  await expect(openNode({ DATA_DIR: directory })).rejects.toThrow(behind)
  const output = await audit()
  expect([output.code, output.out]).toEqual([
    1,
    expect.stringMatching(/^BREACH file_is_whole[^\n]*\n {7}! .* lacks the last 3 commits/),
  ])
  rmSync(`${path}-mark`)
  expect((await audit()).code).toBe(0)

  const bytes = readFileSync(path)
  bytes.fill(0, 4_096, bytes.length / 2)
  writeFileSync(path, bytes)
  const damaged =
    /^The database .*honorarium\.db is damaged \([^\n]+\): stop the service, [^\n]*npm run restore -- FILE[^\n]*\n?$/
  await expect(openNode({ DATA_DIR: directory })).rejects.toThrow(damaged)
  expect(await audit()).toMatchObject({ code: 1, err: expect.stringMatching(damaged) })
})
