// What each script of package.json comes through: it installs what is missing, and then runs a file or a tool on the
// project's own Node, as `node scripts/run.mjs src/cli/audit.ts` or `node scripts/run.mjs vitest run`.
//
// With MODE=production, `npm start` builds the service first, and it and every command run what was built, by node alone.
import './help.mjs'
import './install.mjs'
import { spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter } from 'node:path'
import { fileURLToPath } from 'node:url'
import { littleMemory } from './little-memory.mjs'
import { privateCache, temporary } from './private-cache.mjs'

const pathOf = (name) => fileURLToPath(new URL(`../${name}`, import.meta.url))
const typescript = ['--import', new URL('typescript.mjs', import.meta.url).href]
const [command = '', ...args] = process.argv.slice(2)
const env = {
  ...process.env,
  PATH: `${pathOf('node_modules/.bin')}${delimiter}${process.env.PATH ?? ''}`,
  ...(command === 'tsx' ? { [temporary]: privateCache() } : {}),
}
const choices = { stdio: 'inherit', env, shell: process.platform === 'win32' }

const child = spawn(...started())
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    // A terminal sends Ctrl-C to the command itself; told twice, a server would not finish what is in flight.
    if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal)
  })
}
child.on('error', ({ message }) => {
  console.error(message)
  process.exit(1)
})
child.on('exit', (code) => process.exit(code ?? 1))

function started() {
  const built = process.env.MODE === 'production' ? builtProgram() : undefined
  if (built !== undefined) return ['node', [built, ...args], { ...choices, env: { ...littleMemory, ...env } }]
  if (/\.(ts|mjs)$/.test(command)) return ['node', [...typescript, command, ...args], choices]
  return [command, args, choices]
}

/** The built program of this command, made where it is not there; undefined for what is a tool of the project alone. */
function builtProgram() {
  const isStart = command === 'scripts/start.mjs'
  const name = isStart ? 'start' : /^src\/cli\/(.+)\.ts$/.exec(command)?.[1]
  if (name === undefined || name === 'snapshot' || args.includes('--where')) return undefined
  const path = pathOf(`dist/service/${name}.js`)
  if (isStart || !existsSync(path)) {
    const { status } = spawnSync('node', [...typescript, pathOf('scripts/build.ts')], choices)
    if (status !== 0) process.exit(status ?? 1)
  }
  return path
}
