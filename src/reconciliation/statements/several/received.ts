/** The first piece of a file as a statement of its account. */
import { commit } from '../../../platform/db/perform.ts'
import { startState } from '../../../platform/db/state-machine.ts'
import type { Ports } from '../../../ports.ts'
import { openAccount } from '../../../rewards/ledger/provider-books.ts'
import { addAudit } from '../../../staff/audit-trail/audit.ts'
import type { StatementFormat } from '../../formats/statement.ts'
import { accountIdOf, type ProviderAccount } from '../account.ts'
import { addPiece, packed } from '../kept-file.ts'
import { statementMachine } from '../machine.ts'
import * as store from '../store.ts'

/** @param head all of it, when it is no longer than a piece. @returns the statement's id */
export async function addReceived(
  { db, clock, ids }: Ports,
  staff: { id: string },
  account: ProviderAccount,
  format: StatementFormat,
  head: Uint8Array,
): Promise<string> {
  const at = clock.now()
  const id = ids.next('statement')
  await commit(
    db,
    'A statement',
    openAccount(account),
    startState(statementMachine, id, { state: 'receiving', actor: staff.id, at }),
    store.addStatement({
      id,
      accountId: accountIdOf(account),
      format,
      bytes: head.length,
      chunks: 1,
      mapping: null,
      uploadedBy: staff.id,
      at,
    }),
    addPiece({ statementId: id, n: 1, content: packed(head) }),
    addAudit({ id: ids.next('audit'), actor: staff.id, action: 'statement.received', subject: id, at }),
  )
  return id
}
