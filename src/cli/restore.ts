/**
 * `npm run restore -- FILE` puts a backup in the place of the embedded database, whose last state is kept beside it. The
 * service has to be stopped.
 */
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { readConfig } from '../config.ts'
import { dataDirectoryOf } from '../entry/node-ports.ts'
import { systemClock } from '../platform/adapters/system-clock.ts'
import { restore } from '../platform/db/sqlite-backup.ts'

try {
  process.umask(0o077)
  const [from, ...more] = parseArgs({ allowPositionals: true }).positionals
  if (from === undefined || more.length > 0) throw new Error('Usage: npm run restore -- FILE')
  const config = readConfig(process.env)
  if (config.DATABASE_URL !== undefined) throw new Error('DATABASE_URL is set: restore Postgres with pg_restore.')
  const path = join(dataDirectoryOf(config), 'honorarium.db')
  const aside = `${path}.before-${systemClock.now().replaceAll(/[-:]|\.\d+/g, '')}`
  const before = (await restore(resolve(from), path, aside)) ? `; what was there is ${aside}` : ''
  console.log(`${path} is what ${from} holds${before}. Run npm run audit before the service starts.`)
} catch (error) {
  console.error((error as Error).message)
  process.exitCode = 1
}
