import type { Database } from '../../../src/platform/db/together.ts'

/** A database whose next answer to `together` is lost on its way, after the writes were made; then it is as before. */
export function losingOneReply(db: Database): Database {
  let lost = false
  return {
    ...db,
    async together(...writes) {
      const outcome = await db.together(...writes)
      if (lost) return outcome
      lost = true
      throw new Error('The reply was lost')
    },
  }
}
