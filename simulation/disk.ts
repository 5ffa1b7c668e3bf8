/** Where the database of a campaign lies: in memory, or on a disk that is full now and then, and whose power is cut. */
import { appendFileSync, copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openSqlite } from '../src/platform/db/sqlite.ts'
import { checkFile } from '../src/platform/db/sqlite-file/check-file.ts'
import type { Database } from '../src/platform/db/together.ts'
import type { Chance } from './chance.ts'

export interface Disk {
  db: Database
  /** Perhaps there is no more room than for a few pages, until `goOn`. Whether that is so. */
  fill(): Promise<boolean>
  /** Whether an error is what a full disk comes to. */
  explains(error: unknown): boolean
  /** There is room again, and perhaps the power was cut: what lay on the disk then is all there is. In words, what is lost. */
  goOn(): Promise<string | null>
  mishaps: Record<string, number>
  close(): Promise<void>
}

/** How many steps of a hundred meet each. */
const often = { full: 30, 'power cut': 5 } as const
const unlimited = 1_073_741_823
const memory = '/dev/shm'

export function noDisk(): Disk {
  const db = openSqlite(':memory:')
  return {
    db,
    fill: async () => false,
    explains: () => false,
    goOn: async () => null,
    mishaps: {},
    close: () => db.close(),
  }
}

export function badDisk(chance: Chance): Disk {
  const folder = mkdtempSync(join(existsSync(memory) ? memory : tmpdir(), 'honorarium-campaign-'))
  let cuts = 0
  const pathOf = () => join(folder, `${cuts}.db`)
  let open = openSqlite(pathOf())
  let isFull = false
  const mishaps: Record<string, number> = {}
  const count = (what: string) => {
    mishaps[what] = (mishaps[what] ?? 0) + 1
  }
  const pragma = async (text: string) => {
    const [row] = await open.read<Record<string, number>>({ sql: `pragma ${text}`, values: [] })
    return Object.values(row ?? {})[0] ?? 0
  }

  /** As it lies there, with the first bytes of what was to be written next. */
  async function cutPower(): Promise<string | null> {
    const before = await pragma('user_version')
    const [from, old] = [pathOf(), open]
    cuts += 1
    for (const end of ['', '-wal', '-mark']) if (existsSync(from + end)) copyFileSync(from + end, pathOf() + end)
    const half = Uint8Array.from({ length: chance.pick(6_000) }, () => chance.pick(256))
    if (existsSync(`${pathOf()}-wal`)) appendFileSync(`${pathOf()}-wal`, half)
    await old.close()
    const [wrong = null] = checkFile(pathOf(), false)
    open = openSqlite(pathOf())
    const after = await pragma('user_version')
    return wrong ?? (after === before ? null : `Of ${before} commits ${after} are left after the power was cut.`)
  }

  return {
    db: {
      read: (query) => open.read(query),
      together: (...writes) => open.together(...writes),
      apply: (script) => open.apply(script),
      close: () => open.close(),
    },
    async fill() {
      isFull = chance.percent(often.full)
      if (isFull) await pragma(`max_page_count = ${(await pragma('page_count')) + chance.pick(2)}`)
      return isFull
    },
    explains(error) {
      const isIt = isFull && (error as { code?: unknown }).code === 'SQLITE_FULL'
      if (isIt) count('full')
      return isIt
    },
    async goOn() {
      if (isFull) await pragma(`max_page_count = ${unlimited}`)
      isFull = false
      if (!chance.percent(often['power cut'])) return null
      count('power cut')
      return cutPower()
    },
    mishaps,
    async close() {
      await open.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
