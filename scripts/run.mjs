// What each script of package.json comes through: it installs what is missing, and then runs a file or a tool on the
// project's own Node, as `node scripts/run.mjs src/cli/audit.ts` or `node scripts/run.mjs vitest run`.
import './install.mjs'
import { spawn } from 'node:child_process'
import { delimiter } from 'node:path'
import { fileURLToPath } from 'node:url'
import { privateCache, temporary } from './private-cache.mjs'

const typescript = new URL('typescript.mjs', import.meta.url).href
const bin = fileURLToPath(new URL('../node_modules/.bin', import.meta.url))
const [command = '', ...args] = process.argv.slice(2)
const isFile = /\.(ts|mjs)$/.test(command)

const child = spawn(isFile ? 'node' : command, isFile ? ['--import', typescript, command, ...args] : args, {
  stdio: 'inherit',
  env: {
    ...process.env,
    PATH: `${bin}${delimiter}${process.env.PATH ?? ''}`,
    ...(command === 'tsx' ? { [temporary]: privateCache() } : {}),
  },
  shell: process.platform === 'win32',
})
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
