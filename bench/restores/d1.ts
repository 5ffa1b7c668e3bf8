/** D1, as wrangler keeps it on this machine: written out as SQL, taken into a new database, and compared line by line. */
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { newKeySet } from '../../src/platform/adapters/key-set.ts'
import { bundleOf, root } from '../../test/support/run/programs.ts'
import { shell, type Tried } from './command.ts'

export async function restoreD1(lines: readonly string[]): Promise<Tried> {
  const folder = mkdtempSync(join(tmpdir(), 'honorarium-d1-'))
  const env = {
    PATH: `${join(root, 'node_modules/.bin')}:${process.env.PATH}`,
    ORIGIN: 'https://survey.example.org',
    KEYS: JSON.stringify(await newKeySet()),
    WRANGLER_SEND_METRICS: 'false',
    CI: '1',
  }
  const run = (line: string) => shell(line, folder, env)
  const program = async (name: string, more: string) =>
    run(`${process.execPath} ${await bundleOf(`src/cli/${name}.ts`)} ${more} --where edge`)
  try {
    for (const name of ['wrangler.toml', 'migrations'])
      cpSync(join(root, name), join(folder, name), { recursive: true })
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
    run('wrangler d1 migrations apply DB --local')
    await program('set-up', '--new-database')
    await program('sign-in', '"Mei Chan" --role admin')
    const here = lines.map((line) =>
      line.replace(/^npx /, '').replace('--remote', '--local').replace(' NAME ', ' honorarium '),
    )
    const [out, into] = ['export', 'execute'].map((word) => here.filter((line) => line.includes(` d1 ${word} `)))
    for (const line of out ?? []) run(line)
    const before = insertsOf(folder)
    rmSync(join(folder, '.wrangler'), { recursive: true })
    for (const line of into ?? []) run(line)
    const audit = await program('audit', '').catch((error: Error) => error.message)
    for (const line of out ?? []) run(line)
    const after = insertsOf(folder)
    const isSame = before.join('\n') === after.join('\n')
    const last = audit.trim().split('\n').at(-1) ?? ''
    return {
      isWell: isSame && before.length > 1_000 && last.endsWith('all passed.'),
      line: `D1: ${before.length} rows written out, ${after.length} after they were taken in, ${isSame ? 'the same' : 'OTHERS'}; audit: ${last}`,
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Every row, as its insert; what SQLite counts for itself left aside. */
function insertsOf(folder: string): string[] {
  return readFileSync(join(folder, 'honorarium-data.sql'), 'utf8')
    .split(/\n(?=INSERT INTO )/)
    .filter((line) => line.startsWith('INSERT') && !line.includes('"sqlite_sequence"'))
    .sort()
}
