/** Taking a key out of the set on purpose, so that its absence is no loss. */
import { keyIdsOf, knownKeys, rememberKeys, retireKey } from '../platform/keys/known-keys.ts'
import { dayMs } from '../platform/time/zone.ts'
import type { Keys, Ports } from '../ports.ts'
import { keysInUse } from '../reconciliation/integrity/keys-in-use.ts'

/** Tokens last for half a year at most. */
const tokensLastDays = 184

/**
 * Notes that this key is taken out of the set on purpose.
 * @returns its purpose
 * @throws Error with one line that says what still needs the key
 */
export async function retire(ports: Pick<Ports, 'db' | 'clock' | 'keys'>, kid: string): Promise<string> {
  const { db, clock, keys } = ports
  await rememberKeys(ports)
  const purpose = keyIdsOf(keys).find((key) => key.kid === kid)?.purpose
  if (purpose === undefined) throw new Error(`The key set has no key ${kid}.`)
  const why = await whatNeeds(ports, purpose, kid)
  if (why !== null) throw new Error(`${kid} stays: ${why}`)
  await db.together(retireKey({ purpose, kid, at: clock.now() }))
  return purpose
}

async function whatNeeds({ db, clock, keys }: Pick<Ports, 'db' | 'clock' | 'keys'>, purpose: string, kid: string) {
  if (purpose === 'accounts') return 'under another key for accounts one could be paid twice.'
  const ring = keys[purpose as Exclude<keyof Keys, 'accounts' | 'jwks' | 'secrets'>]
  if (ring.newest.kid === kid) {
    return `it is the newest for ${purpose}. Add another first: npm run keys -- add ${purpose}, and restart the service.`
  }
  if ((await keysInUse(db)).some((key) => key.purpose === purpose && key.kid === kid)) {
    return purpose === 'codes'
      ? 'vouchers that are still open were made under it.'
      : 'payees, files of results or keys of studies are encrypted under it. npm run erase-payees erases the old ones; a sweep wraps the keys of studies anew.'
  }
  if (purpose !== 'tokens') return null
  const newer = ring.all[ring.all.findIndex((key) => key.kid === kid) + 1]?.kid
  const since = (await knownKeys(db)).find((key) => key.purpose === purpose && key.kid === newer)?.at ?? clock.now()
  const until = new Date(Date.parse(since) + tokensLastDays * dayMs).toISOString()
  return until > clock.now() ? `tokens that it signed may be in use until ${until.slice(0, 10)}.` : null
}
