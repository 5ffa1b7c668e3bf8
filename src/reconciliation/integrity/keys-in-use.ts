/** Under which keys something in the database was made, by the ids that stand beside it. */
import { keyIdOf } from '../../platform/crypto/encrypted.ts'
import type { Database } from '../../platform/db/together.ts'
import type { KeyId } from '../../platform/keys/known-keys.ts'
import { keysThatWrap } from '../../platform/keys/study-keys.ts'

const pageSize = 1_000

/** Texts that are JWEs in compact form: the id of their key stands in the header, which comes first. */
const encrypted = [
  `select id as "id", substr(payee, 1, 600) as "text" from claims where payee_key is null and payee not like 'erased %' and id > ? order by id limit ${pageSize}`,
  `select id as "id", substr(contact, 1, 600) as "text" from contact_requests where contact like 'eyJ%' and id > ? order by id limit ${pageSize}`,
  `select id as "id", substr(confirm, 1, 600) as "text" from attempts where confirm like 'eyJ%' and state not in ('succeeded', 'failed', 'cancelled') and id > ? order by id limit ${pageSize}`,
  `select file_id as "id", substr(content, 1, 600) as "text" from result_file_pieces where n = (select min(n)
  from result_file_pieces first where first.file_id = result_file_pieces.file_id) and file_id > ? order by file_id limit ${pageSize}`,
]

/** Every key that an open voucher's code, a payee, a confirmation, a file of results or a study's key needs, once each. */
export async function keysInUse(db: Database): Promise<KeyId[]> {
  const codes = await db.read<{ kid: string }>({
    sql: `select distinct code_key as "kid" from vouchers where state in ('held', 'issued', 'claimed') order by 1`,
    values: [],
  })
  const payees = new Set(await keysThatWrap(db))
  const ofStudies = new Set(
    (await db.read<{ id: string }>({ sql: 'select id as "id" from study_keys', values: [] })).map(({ id }) => id),
  )
  for (const sql of encrypted) {
    for (let after = ''; ; ) {
      const page = await db.read<{ id: string; text: string }>({ sql, values: [after] })
      for (const { text } of page) {
        const kid = keyIdOf(text) ?? 'that nothing names'
        if (!ofStudies.has(kid)) payees.add(kid)
      }
      const last = page.at(-1)
      if (last === undefined || page.length < pageSize) break
      after = last.id
    }
  }
  return [
    ...codes.map(({ kid }) => ({ purpose: 'codes', kid })),
    ...[...payees].map((kid) => ({ purpose: 'payees', kid })),
  ]
}
