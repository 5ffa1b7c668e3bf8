/** The keys that the database needs are there, and so are the rows that it cannot do without. */
import { keyIdsOf, knownKeys, lackingKeys } from '../../../platform/keys/known-keys.ts'
import { atMost, type Invariant } from '../invariant.ts'
import { keysInUse } from '../keys-in-use.ts'
import { missingRows } from '../missing-rows.ts'

export const keysAreThere: Invariant = {
  name: 'keys_are_there',
  promise: 'Every key that the database was used with, or that something in it was made under, is in the key set.',
  async check({ db, keys }) {
    const [known, inUse] = [await knownKeys(db), await keysInUse(db)]
    const keyIds = keys === undefined ? known.filter((key) => key.retired_at === null) : keyIdsOf(keys)
    const canTell = keys !== undefined || known.length > 0
    const lost = lackingKeys(known, keyIds).map(
      ({ purpose, kid }) => `${kid} (${purpose}) is known and not in the key set`,
    )
    const needed = inUse
      .filter(({ purpose, kid }) => canTell && !keyIds.some((one) => one.purpose === purpose && one.kid === kid))
      .map(({ purpose, kid }) => `${kid} (${purpose}) is needed by what was made under it, and not in the key set`)
    return { figures: { keys_known: known.length, keys_in_use: inUse.length }, breaches: atMost([...lost, ...needed]) }
  },
}

export const neededRowsAreThere: Invariant = {
  name: 'needed_rows_are_there',
  promise: 'Word lists, calendars and the balances of every offer are there, as in a database that was set up whole.',
  async check({ db }) {
    const missing = await missingRows(db)
    return { figures: { missing: missing.length }, breaches: atMost(missing) }
  },
}
