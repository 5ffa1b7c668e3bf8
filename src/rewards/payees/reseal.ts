/** Payees from before studies had keys for them: sealed anew a few at a time, while claims are paid. */
import { commit } from '../../platform/db/perform.ts'
import { type Database, prepareQuery } from '../../platform/db/together.ts'
import type { KeyPorts } from '../../platform/keys/study-keys.ts'
import { sql } from '../tables.ts'
import { resealPayee } from './encrypt.ts'

const rowsAtOnce = 100
/** So many steps a run: the next run is a minute away. */
const mostSteps = 5

interface Before {
  id: string
  voucherId: string
  studyId: string
  payee: string
}

const payeesBefore = (db: Database, after: string): Promise<Before[]> =>
  db.read<Before>({
    sql: `select id as "id", voucher_id as "voucherId", study_id as "studyId", payee as "payee" from claims
where payee_key is null and payee not like 'erased %' and id > ? order by id limit ${rowsAtOnce}`,
    values: [after],
  })

/** In its place: nothing where it was erased meanwhile. */
const putSealed = prepareQuery((p: { id: string; payee: string; payeeKey: string; before: string }) =>
  sql
    .updateTable('claims')
    .set({ payee: p.payee, payee_key: p.payeeKey })
    .where('id', '=', p.id)
    .where('payee', '=', p.before),
)

/**
 * One run of the periodic work: payees that are under a key of the service come under one of their study.
 * @throws the first failure, once the others have had their turn: one that does not open keeps no other from being sealed
 */
export async function resealPayees(ports: KeyPorts): Promise<void> {
  const failures: unknown[] = []
  let after = ''
  for (let step = 0; step < mostSteps; step += 1) {
    const rows = await payeesBefore(ports.db, after)
    const sealed = await Promise.all(
      rows.map(async (row) => {
        try {
          return [putSealed({ id: row.id, before: row.payee, ...(await resealPayee(ports, row)) })]
        } catch (error) {
          failures.push(error)
          return []
        }
      }),
    )
    const writes = sealed.flat()
    if (writes.length > 0) await commit(ports.db, 'Sealing payees', ...writes)
    after = rows.at(-1)?.id ?? after
    if (rows.length < rowsAtOnce) break
  }
  if (failures.length > 0) throw failures[0]
}
