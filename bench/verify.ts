/** Whether what was acknowledged is there: a benchmark of lost writes would be worth nothing. */
import { join } from 'node:path'
import SqliteFile from 'better-sqlite3'

/** @throws when a complete response lacks its voucher or its audit entry, or when their number is not `expected` */
export function verify(dataDirectory: string, expected: number): void {
  const file = new SqliteFile(join(dataDirectory, 'honorarium.db'), { readonly: true })
  const count = (sql: string) => (file.prepare(sql).get() as { n: number }).n
  const found = {
    complete: count("select count(*) n from responses where state = 'complete'"),
    vouchers: count('select count(*) n from vouchers'),
    documents: count('select count(*) n from documents'),
    audited: count("select count(*) n from audit_entries where action = 'response.complete'"),
    owed: count("select count(*) n from transfers where credit = 'liability'"),
  }
  file.close()
  for (const [what, n] of Object.entries(found)) {
    if (n !== expected) throw new Error(`${n} ${what} where ${expected} were acknowledged`)
  }
}

/** How many responses the sweep has looked at, which it does in the same process, beside whatever is measured. */
export function countChecked(dataDirectory: string): number {
  const file = new SqliteFile(join(dataDirectory, 'honorarium.db'), { readonly: true })
  const { n } = file.prepare("select count(*) n from response_paradata where looked_at <> ''").get() as {
    n: number
  }
  file.close()
  return n
}
