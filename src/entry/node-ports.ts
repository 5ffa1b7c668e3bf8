/** The ports on Node: for the server and for every command. */
import { existsSync, mkdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { newestTime } from '../app/newest-time.ts'
import { type Config, misspeltSettings, readConfig } from '../config.ts'
import { jsonLog } from '../platform/adapters/json-log.ts'
import { nanoIds } from '../platform/adapters/nano-ids.ts'
import { assetsFolder, scriptParts } from '../platform/adapters/program-folder.ts'
import { steadyClock } from '../platform/adapters/steady-clock.ts'
import { systemClock } from '../platform/adapters/system-clock.ts'
import { fingerprint } from '../platform/crypto/fingerprint.ts'
import { placeTrouble } from '../platform/db/sqlite-file/place-trouble.ts'
import { sentenceOf } from '../platform/time/clock-doubt.ts'
import type { Asset, Ports } from '../ports.ts'
import { addressBehind } from './address.ts'
import { hostHealth } from './host-health.ts'
import { lineWriter } from './line-writer.ts'
import { payersFrom, runtimeFetch } from './payers.ts'
import type { HandedOver } from './results/messages.ts'
import { settingsOf } from './settings.ts'
import { type OpenChoices, openStores } from './stores/open-stores.ts'
import { watchFile } from './stores/watch-file.ts'
import { openTelemetry, type Telemetry } from './telemetry/telemetry.ts'
import { openThreads } from './threads/threads.ts'
import type { Gather } from './workers/gather-metrics.ts'

/** The style sheets and the scripts, as they lie beside the program. */
export function readAssets(): Ports['assets'] {
  const folder = assetsFolder()
  const read = (...names: string[]): Asset => {
    const text = names.map((name) => readFileSync(join(folder, name), 'utf8')).join('')
    return { version: fingerprint(text).toString(36), text: async () => text }
  }
  return {
    style: read('style.css'),
    staff: read('staff.css'),
    script: read(...scriptParts),
    'words-en': read('words-en.js'),
    'words-zh-Hans': read('words-zh-Hans.js'),
    'words-zh-Hant': read('words-zh-Hant.js'),
    wechat: read('wechat.js'),
    upload: read('staff/upload.js'),
    frame: read('staff/frame.js'),
    proof: read('proof.js'),
    worker: read('worker.js'),
    editor: read('editor/editor.js'),
    setup: read('staff/setup.js'),
    live: read('staff/live.js'),
    'editor-style': read('editor/outline.css', 'editor/editor.css'),
  }
}

/** Where the embedded database lies; a relative DATA_DIR is in the working directory, which npm makes the project's. */
export function dataDirectoryOf({ DATA_DIR }: Pick<Config, 'DATA_DIR'>): string {
  return resolve(DATA_DIR)
}

/** @throws Error with one line when it cannot be made */
function makeDataDirectory(path: string): void {
  try {
    makeFolder(path)
  } catch (error) {
    const is = placeTrouble(path, error) ?? (error as Error).message
    throw new Error(`DATA_DIR: ${is}`, { cause: error })
  }
}

/** With those above it. Node's own `recursive` tries for ever where a file system makes no folders, as below /proc. */
function makeFolder(path: string): void {
  if (isFolder(path)) return
  const above = dirname(path)
  if (above !== path && !existsSync(above)) makeFolder(above)
  try {
    mkdirSync(path, { mode: 0o700 })
  } catch (error) {
    // Another process of the same service may have been quicker.
    if (isFolder(path)) return
    const isRefused = (error as { code?: unknown }).code === 'ENOENT'
    throw isRefused ? new Error(`${path} cannot be made: ${above} takes no folders.`, { cause: error }) : error
  }
}

const isFolder = (path: string) => existsSync(path) && statSync(path).isDirectory()

/** The file of the embedded database. */
export function databaseFileOf(config: Pick<Config, 'DATA_DIR'>): string {
  return join(dataDirectoryOf(config), 'honorarium.db')
}

interface OpenNode {
  ports: Ports
  config: Config
  /** What was made because it was not there, in words. */
  made: string[]
  telemetry: Telemetry
  handedOver: HandedOver
  tryWrite(): Promise<void>
  close(): Promise<void>
}

/**
 * Opens everything that the app needs on this machine: keys, a migrated database, assets. `close` lets go of it. In
 * production nothing is made that is not there.
 * @throws Error with one clear line for each thing that is wrong: a setting, a lost key, a row that must exist
 */
export async function openNode(
  env: Record<string, unknown>,
  choices: OpenChoices & { gather?: Gather } = {},
): Promise<OpenNode> {
  // Whatever this process makes, the database and its log included, only its owner may read.
  process.umask(0o077)
  const config = readConfig(env)
  for (const line of misspeltSettings(env)) process.stderr.write(`${line}\n`)
  const dataDirectory = dataDirectoryOf(config)
  makeDataDirectory(dataDirectory)
  const lines = lineWriter()
  const threads = openThreads()
  // Commands come and go: a server is what is watched.
  const telemetry = openTelemetry(choices.serve ? config.METRICS_TOKEN : undefined)
  const log = jsonLog(config.LOG, lines.write)
  const clock = watchedClock(telemetry, log)
  const ids = nanoIds(clock)
  const payers = await payersFrom(config, { fetch: runtimeFetch, clock: systemClock, ids })
  const stores = await openStores(config, dataDirectory, clock, { ...choices, commits: telemetry.commits })
  const { db: opened, keys, keySet, made } = stores
  const floor = await newestTime(opened)
  if (floor !== null) clock.raise(floor)
  const isEmbedded = config.DATABASE_URL === undefined
  const { db, health, tryWrite, looked } = hostHealth(opened, {
    directory: isEmbedded ? dataDirectory : null,
    roomMiB: config.DISK_ROOM_MIB,
  })
  const watch =
    choices.serve && isEmbedded
      ? watchFile(databaseFileOf(config), {
          found(lines) {
            looked(lines)
            for (const message of lines) log({ at: clock.now(), warning: 'file', message })
          },
          failed: (message) => log({ at: clock.now(), warning: 'file', message }),
        })
      : null
  const ports: Ports = {
    db,
    clock,
    ids,
    keys,
    payers,
    notifier: null,
    offload: threads.offload,
    settings: settingsOf(config),
    assets: readAssets(),
    addressOf: addressBehind(config.TRUSTED_PROXIES, (message) => log({ at: clock.now(), warning: 'proxy', message })),
    health,
    ...telemetry.portsFor(db, choices.gather),
    log,
  }
  return {
    ports,
    config,
    made,
    telemetry,
    handedOver: {
      database: config.DATABASE_URL === undefined ? { file: databaseFileOf(config) } : { url: config.DATABASE_URL },
      keySet,
    },
    tryWrite: () => tryWrite(clock),
    async close() {
      await watch?.stop()
      await threads.close()
      await telemetry.close()
      await db.close()
      lines.flush()
    },
  }
}

/** The machine's clock, made steady; where it is in doubt that is counted, logged and said. */
function watchedClock(telemetry: Telemetry, log: Ports['log']) {
  return steadyClock({
    wall: Date.now,
    passed: () => performance.now(),
    say(doubt) {
      const message = sentenceOf(doubt)
      if (doubt.is !== 'behind') telemetry.clockJumped(doubt.is)
      process.stderr.write(`Warning: ${message}\n`)
      log({ at: new Date().toISOString(), warning: 'clock', message })
    },
  })
}
