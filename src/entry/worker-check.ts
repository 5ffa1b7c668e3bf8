/** What a Worker looks at once, before its first request: whether the database and the key set belong together. */
import { newestTime } from '../app/newest-time.ts'
import { isUnused } from '../app/start-check.ts'
import { keyIdsOf, knownKeys, lackingKeys, rememberKeys } from '../platform/keys/known-keys.ts'
import type { Ports } from '../ports.ts'

/**
 * Notes keys that are new.
 * @param besideKeys whether an empty database is meant
 * @returns the latest time in the database
 * @throws Error with one clear line for each key that the database knows and the set lacks, or when it is empty
 */
export async function checkKeys(
  ports: Pick<Ports, 'db' | 'clock' | 'keys'>,
  besideKeys: boolean,
): Promise<string | null> {
  const { db, keys } = ports
  const lost = lackingKeys(await knownKeys(db), keyIdsOf(keys))
  if (lost.length > 0) {
    const lines = lost.map(({ purpose, kid }) => `KEYS lacks the key ${kid} (${purpose}), which the database knows.`)
    throw new Error(lines.join('\n'))
  }
  if (!besideKeys && (await isUnused(db))) {
    throw new Error(
      'The database is empty beside KEYS: put it back, or `npm run set-up -- --new-database` for a new one.',
    )
  }
  await rememberKeys(ports)
  return newestTime(db)
}
