// `npm run dev:edge`: the Worker with a local D1, reloading when a file changes. Ctrl-C stops it.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const port = process.env.PORT || '8787'
const origin = `http://localhost:${port}`

writeSecrets()
run('Migrating the local D1', 'wrangler', ['d1', 'migrations', 'apply', 'DB', '--local'])
console.log(
  run('Opening the study in the local D1', 'node', [
    '--import',
    './scripts/typescript.mjs',
    'src/cli/set-up.ts',
    '--where',
    'edge',
    '--new-database',
  ]),
)
const dev = spawnSync('wrangler', ['dev', '--port', port, '--var', `ORIGIN:${origin}`], options('inherit'))
process.exit(dev.status ?? 0)

/** The local Worker's variables, with a key set of its own, readable by its owner only; made once. */
function writeSecrets() {
  const file = `${root}.dev.vars`
  if (existsSync(file)) return
  const keys = run('Making a key set in .dev.vars', 'node', ['--import', './scripts/typescript.mjs', 'src/cli/keys.ts'])
  const example = readFileSync(`${root}.dev.vars.example`, 'utf8')
  writeFileSync(file, example.replace(/^KEYS=.*$/m, `KEYS='${JSON.stringify(JSON.parse(keys))}'`), { mode: 0o600 })
}

/** Runs a command to its end, quietly unless it fails, and answers with what it printed. */
function run(what, command, args) {
  console.log(`${what} ...`)
  const ran = spawnSync(command, args, options('pipe'))
  if (ran.status === 0) return ran.stdout
  process.stderr.write(`${ran.stdout ?? ''}${ran.stderr ?? ''}${what} failed.\n`)
  process.exit(1)
}

function options(stdio) {
  const env = { ...process.env, ORIGIN: origin, WRANGLER_SEND_METRICS: 'false' }
  return { cwd: root, env, encoding: 'utf8', stdio: stdio === 'pipe' ? ['ignore', 'pipe', 'pipe'] : stdio }
}
