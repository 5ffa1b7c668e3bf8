/** The commands of docs/operations.md, run as they stand there, on one site in the order of the page. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { runHere } from '../support/run/here.ts'
import { root, runCommand } from '../support/run/programs.ts'
import { startServer } from '../support/run/server.ts'

const page = readFileSync(join(root, 'docs/operations.md'), 'utf8')

/** What the page shows as something to type: the lines of its `sh` blocks, and `npm …` or `npx …` within a sentence. */
const commands = [
  ...[...page.matchAll(/```sh\n([\s\S]*?)```/g)].flatMap(([, block = '']) => block.trim().split('\n')),
  ...[...page.matchAll(/`((?:npm|npx) [^`\n]+)`/g)].map(([, line = '']) => line),
].map((line) => line.replace(/\s+#.*$/, ''))

let directory: string
let env: Record<string, string>
const at = (name: string) => join(directory, name)

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'honorarium-operations-'))
  env = { DATA_DIR: join(directory, 'data'), MODE: 'production', KEYS_FILE: at('keys.json') }
  const made = await runHere('set-up', [], { ...env, ORIGIN: 'https://survey.example.org' })
  expect(made).toMatchObject({ code: 0, err: '' })
  const server = await startServer(join(directory, 'data'), { env: { ...env, ORIGIN: 'https://survey.example.org' } })
  const jwks = await (await fetch(`http://127.0.0.1:${server.port}/.well-known/jwks.json`)).text()
  writeFileSync(at('jwks.json'), jwks)
  server.kill('SIGTERM')
  expect(await server.ended).toBe(0)
})
afterAll(() => rmSync(directory, { recursive: true, force: true }))

/** What is typed for the words in capitals. */
const typed = (word: string) =>
  ({ FILE: at('books.jsonl'), 'jwks.json': at('jwks.json'), SLUG: 'study-abroad', DAYS: '90' })[word] ??
  (word.endsWith('.db') ? at(word) : word)

const started = new Set<string>()

/** As it stands there; a site so young has no seal whose hash could be given. */
async function run(line: string): Promise<string> {
  const [, name = '', rest = ''] = /^npm run (?:--silent )?(\S+)(?: -- (.*))?$/.exec(line) ?? []
  const words = [...rest.replace(/ \[.*\]| --head HASH/, '').matchAll(/"([^"]*)"|(\S+)/g)].map(([, a, b]) =>
    typed(a ?? b ?? ''),
  )
  // Each program is started once; how else it is asked is said in this process.
  const ask = started.has(name) ? runHere : runCommand
  started.add(name)
  const { code, out, err } = await ask(name, words, env)
  expect({ line, code, err }).toEqual({ line, code: 0, err: '' })
  return out
}

/** What each prints when all is well, in the order in which they make sense. */
const here: readonly (readonly [command: string, says: RegExp])[] = [
  ['npm run set-up', /^Everything is there already: nothing was made\.\n/],
  ['npm run sign-in -- "Mei Chan" --role admin', /\nhttps:\/\/survey\.example\.org\/sign-in\/\w+\n$/],
  ['npm run sign-in -- "Kai Lee" --role analyst --study study-abroad', /Kai Lee \(analyst\)/],
  ['npm run sign-in -- "Omar Ali" --role preparer', /Omar Ali \(preparer\)/],
  ['npm run sign-in -- "Noor Aziz" --role owner', /Noor Aziz \(owner\)/],
  [
    'npm run sign-in -- "Kai Lee" --role analyst --study study-abroad --take-back',
    /^Kai Lee does not have the role analyst any more in study-abroad\. Left: none\.\n$/,
  ],
  ['npm run sign-in -- "Mei Chan" --remove', /signed out everywhere/],
  ['npm run invite -- --count 200', /^(https:\/\/survey\.example\.org\/i\/\w+\n){200}$/],
  ['npm run study -- docs/examples/commuting.json --check', /^Nothing is missing\. The study is not made/],
  [
    'npm run study -- docs/examples/commuting.json --owner "Noor Haddad"',
    /\nhttps:\/\/survey\.example\.org\/admin\/studies\/commuting\nOwned by Noor Aziz, Noor Haddad\. /,
  ],
  ['npm run quotas -- --study SLUG', /^study-abroad has no quotas\.\n$/],
  ['npm run keys -- add tokens', /^The newest key for tokens is now /],
  ['npm run --silent settings', /^# Settings\n[\s\S]*`WECHAT_MCH_ID`/],
  ['npm run audit', /all passed\.\n$/],
  ['npm run audit -- --rebuild', /^Made 0 columns of answers anew\.\n[\s\S]*all passed\.\n$/],
  ['npm run backup -- honorarium-backup.db', /honorarium-backup\.db/],
  ['npm run restore -- honorarium-backup.db', /what was there is .*honorarium\.db\.before-/],
  ['npm run export-books -- --to FILE [--through 2026-02-28]', /^Wrote the books up to /],
  ['npm run verify-books -- FILE --jwks jwks.json --head HASH', /all passed\.\n$/],
  ['npm run erase-payees -- --study SLUG --older-than DAYS', /^Erased 0 accounts/],
]

/** What another test runs, what takes an account at Cloudflare or a Postgres of one's own with its tools, or a proof that runs for long. */
const elsewhere: Record<string, string> = {
  'export MODE=production ORIGIN=https://survey.example.org KEYS_FILE=/etc/honorarium/keys.json':
    'test/entry/set-up.test.ts',
  'npm start': 'test/entry/start.test.ts',
  'npm run build': 'test/entry/built.test.ts',
  'npm ci': 'test/entry/built.test.ts',
  'npm run --silent sbom > honorarium.cdx.json': 'test/entry/built.test.ts',
  'npm run set-up -- --new-database': 'test/entry/set-up.test.ts',
  'npm run keys -- retire KID': 'test/entry/set-up.test.ts',
  'npm run keys -- erase-study SLUG': 'test/entry/set-up.test.ts',
  'npm run contact-code -- --study SLUG --request REF': 'test/journey/requests/by-contact.databases.test.ts',
  'npm run sign-in': 'test/staff/accounts/sign-in-command.databases.test.ts',
  'npm run verify-books -- --report FILE --jwks FILE': 'test/reconciliation/reports/signed-file.test.ts',
  'npm run verify-books -- EXPORT --report FILE --jwks FILE': 'test/reconciliation/reports/signed-file.test.ts',
  'npm run bench:postgres': 'bench/postgres/run.ts',
  'npm run bench:exports -- --served': 'bench/exports.ts',
}
const outside = [
  /--where edge-remote/,
  /wrangler/,
  /^npm run (check|deploy|dev:edge|prove:(files|matrix|restores))$/,
  /^docker /,
  /^pg_(dump|restore) /,
  /\/opt\/otel|@opentelemetry|^OTEL_/,
]

it('each of them is run here or in another test, or is about what is outside', () => {
  const known = new Set([...here.map(([command]) => command), ...Object.keys(elsewhere)])
  expect(commands.length).toBeGreaterThan(20)
  expect(commands.filter((line) => !known.has(line) && !outside.some((one) => one.test(line)))).toEqual([])
  expect([...known].filter((line) => !commands.includes(line))).toEqual([])
  for (const file of Object.values(elsewhere)) expect(existsSync(join(root, file)), file).toBe(true)
})

it('they do what the page says, and print links of the address that the service last started with', async () => {
  for (const [command, says] of here) {
    expect(await run(command)).toMatch(says)
  }
})

it('docs/settings.md is what `npm run settings` prints', async () => {
  expect(readFileSync(join(root, 'docs/settings.md'), 'utf8')).toBe((await runHere('settings', [], env)).out)
})
