/** `npm run backup -- FILE` copies the embedded database into a new file, while the service runs or not. */
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { readConfig } from '../config.ts'
import { dataDirectoryOf } from '../entry/node-ports.ts'
import { backUp } from '../platform/db/sqlite-backup.ts'

try {
  process.umask(0o077)
  const [to, ...more] = parseArgs({ allowPositionals: true }).positionals
  if (to === undefined || more.length > 0) throw new Error('Usage: npm run backup -- FILE')
  const config = readConfig(process.env)
  if (config.DATABASE_URL !== undefined) throw new Error('DATABASE_URL is set: back Postgres up with pg_dump.')
  await backUp(join(dataDirectoryOf(config), 'honorarium.db'), resolve(to))
  console.log(
    `The database is in ${resolve(to)}. Keep the key set apart from it: one is worth nothing without the other.`,
  )
} catch (error) {
  console.error((error as Error).message)
  process.exitCode = 1
}
