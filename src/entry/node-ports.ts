/** The ports on Node: for the server and for every command. */
import { mkdirSync, readFileSync } from 'node:fs'
import { isAbsolute, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Config, misspeltSettings, readConfig } from '../config.ts'
import { jsonLog } from '../platform/adapters/json-log.ts'
import { readKeys } from '../platform/adapters/key-set.ts'
import { nanoIds } from '../platform/adapters/nano-ids.ts'
import { systemClock } from '../platform/adapters/system-clock.ts'
import { migrationFiles } from '../platform/db/migration-files.ts'
import { migrate } from '../platform/db/migrations.ts'
import { openPostgres } from '../platform/db/postgres.ts'
import { openSqlite } from '../platform/db/sqlite.ts'
import type { Database } from '../platform/db/together.ts'
import type { Ports } from '../ports.ts'
import { addressBehind } from './address.ts'
import { keyFile } from './key-file.ts'
import { lineWriter } from './line-writer.ts'
import { payersFrom, runtimeFetch } from './payers.ts'
import { settingsOf } from './settings.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** The style sheet and the scripts, as they lie in the source. */
export function readAssets(): Ports['assets'] {
  const read = (name: string) => readFileSync(join(root, 'src/platform/http/assets', name), 'utf8')
  return {
    style: read('style.css'),
    staff: read('staff.css'),
    script: read('enhance.js'),
    wechat: read('wechat.js'),
    upload: read('upload.js'),
  }
}

/** Where the embedded database and the key set lie; a relative DATA_DIR is beside the sources. */
export function dataDirectoryOf({ DATA_DIR }: Pick<Config, 'DATA_DIR'>): string {
  return isAbsolute(DATA_DIR) ? DATA_DIR : resolve(root, DATA_DIR)
}

async function openDatabase(config: Config, dataDirectory: string): Promise<Database> {
  const db = config.DATABASE_URL ? openPostgres(config.DATABASE_URL) : openFile(join(dataDirectory, 'honorarium.db'))
  try {
    await migrate(db, migrationFiles(), systemClock.now())
    return db
  } catch (error) {
    await db.close()
    throw error
  }
}

/** @throws Error with one line that names the file */
function openFile(path: string): Database {
  try {
    return openSqlite(path)
  } catch (error) {
    throw new Error(`The database ${path} cannot be opened: ${(error as Error).message}.`, { cause: error })
  }
}

/** Opens everything that the app needs on this machine: keys, a migrated database, assets. `close` lets go of it. */
export async function openNode(
  env: Record<string, unknown>,
): Promise<{ ports: Ports; config: Config; close(): Promise<void> }> {
  // Whatever this process makes, the database and its log included, only its owner may read.
  process.umask(0o077)
  const config = readConfig(env)
  for (const line of misspeltSettings(env)) process.stderr.write(`${line}\n`)
  const dataDirectory = dataDirectoryOf(config)
  mkdirSync(dataDirectory, { recursive: true, mode: 0o700 })
  const keys = await readKeys(config.KEYS ?? (await keyFile(join(dataDirectory, 'keys.json'))))
  const ids = nanoIds(systemClock)
  const payers = await payersFrom(config, { fetch: runtimeFetch, clock: systemClock, ids })
  const db = await openDatabase(config, dataDirectory)
  const lines = lineWriter()
  const log = jsonLog(config.LOG, lines.write)
  const ports: Ports = {
    db,
    clock: systemClock,
    ids,
    keys,
    payers,
    notifier: null,
    settings: settingsOf(config),
    assets: readAssets(),
    addressOf: addressBehind(config.TRUSTED_PROXIES, (message) =>
      log({ at: systemClock.now(), warning: 'proxy', message }),
    ),
    log,
  }
  return {
    ports,
    config,
    async close() {
      await db.close()
      lines.flush()
    },
  }
}
