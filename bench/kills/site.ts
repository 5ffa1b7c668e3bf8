/** The site that is killed: the built server in production, on SQLite or Postgres, with providers that outlive it. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import pg from 'pg'
import { type SandboxServers, startSandboxes } from '../../demo/sandbox-servers.ts'
import { buildService } from '../../scripts/build-service.ts'
import { runtimeFetch } from '../../src/entry/payers.ts'
import { nanoIds } from '../../src/platform/adapters/nano-ids.ts'
import { systemClock } from '../../src/platform/adapters/system-clock.ts'
import { openPostgres } from '../../src/platform/db/postgres.ts'
import { openSqlite } from '../../src/platform/db/sqlite.ts'
import type { Database } from '../../src/platform/db/together.ts'
import { root, runCommand } from '../../test/support/run/programs.ts'
import { freePort, type Server, spawnServer, startServer } from '../../test/support/run/server.ts'
import { startPostgres } from '../../test/support/setup/postgres.ts'
import { limits } from '../server.ts'
import type { Phase } from './phases.ts'

export type Store = 'sqlite' | 'postgres'

export interface Site {
  base: string
  /** Where its data lies, and everything else that is made for it. */
  directory: string
  data: string
  env: Record<string, string>
  providers: SandboxServers
  /** Starts the server, which dies at its `nth` commit of this phase. */
  start(strike?: { phase: Phase; nth: number }): Promise<Server>
  /** The same, and does not wait until it serves. */
  spawn(): Promise<Server>
  /** Another connection to its database. */
  open(): Database
  /** A place for another site, where nothing is yet: what a command is given to make it there. */
  elsewhere(): Promise<Record<string, string>>
  /** A built command, which dies at its `nth` commit of this phase when there is one. The exit code, or the signal. */
  built(
    name: string,
    env: Record<string, string>,
    strike?: { phase: Phase; nth: number },
  ): Promise<number | string | null>
  command(name: string, args?: readonly string[]): Promise<{ code: number; out: string; err: string }>
  close(): Promise<void>
}

const slow = { LEASE_MINUTES: '1440' }

export async function openKilledSite(store: Store): Promise<Site> {
  const directory = mkdtempSync(join(tmpdir(), 'honorarium-kills-'))
  const [data, built] = ['data', 'built'].map((name) => join(directory, name)) as [string, string]
  mkdirSync(data)
  await build(built)
  const postgres = store === 'postgres' ? await startPostgres(true) : null
  const port = await freePort()
  const base = `http://127.0.0.1:${port}`
  const clock = systemClock
  const providers = await startSandboxes({
    service: base,
    // A notice that does not arrive because the server is dead is repeated by the provider, or never comes.
    toService: (request) => runtimeFetch(request).catch(() => new Response(null, { status: 503 })),
    origin: base,
    clock,
    ids: nanoIds(clock),
  })
  const env: Record<string, string> = {
    ...limits,
    ...slow,
    ...providers.settings,
    KEYS_FILE: join(directory, 'keys.json'),
    ORIGIN: base,
    ...(postgres === null ? {} : { DATABASE_URL: postgres.url }),
  }
  const production = { ...env, MODE: 'production' }
  let others = 0
  const choices = { built, port, flags: ['--import', join(root, 'bench/kills/strike.mjs')] }
  return {
    base,
    directory,
    data,
    env,
    providers,
    start: (strike) =>
      startServer(data, {
        ...choices,
        env: { ...production, ...(strike && { STRIKE: JSON.stringify({ ...strike.phase, nth: strike.nth }) }) },
      }),
    spawn: () => spawnServer(data, { ...choices, env: production }),
    open: () => (postgres === null ? openSqlite(join(data, 'honorarium.db')) : openPostgres(postgres.url)),
    async elsewhere() {
      others += 1
      const place = join(directory, `other-${others}`)
      mkdirSync(place)
      const own = { DATA_DIR: join(place, 'data'), KEYS_FILE: join(place, 'keys.json') }
      if (postgres === null) return own
      const client = new pg.Client({ connectionString: postgres.url })
      await client.connect()
      await client.query(`create database other_${others}`)
      await client.end()
      return { ...own, DATABASE_URL: postgres.url.replace(/[^/]*$/, `other_${others}`) }
    },
    async built(name, own, strike) {
      const STRIKE = strike === undefined ? {} : { STRIKE: JSON.stringify({ ...strike.phase, nth: strike.nth }) }
      const child = spawn(process.execPath, [...choices.flags, `${name}.js`], {
        cwd: built,
        env: { PATH: process.env.PATH, ...production, ...own, ...STRIKE },
        stdio: 'ignore',
      })
      const [code, signal] = await once(child, 'exit')
      return code ?? signal
    },
    command: (name, args = []) => runCommand(name, args, { ...production, DATA_DIR: data }),
    async close() {
      await providers.close()
      await postgres?.stop()
      rmSync(directory, { recursive: true, force: true })
    },
  }
}

/** As a release is unpacked and its packages are installed. */
async function build(folder: string): Promise<void> {
  for (const [path, contents] of (await buildService()).files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), contents)
  }
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
}
