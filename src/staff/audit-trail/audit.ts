import { prepareQuery } from '../../platform/db/together.ts'
import { sql } from '../tables.ts'

/** One line of the audit trail: who (an id), did what (a word), to what (an id), when. Never a name or an answer. */
export const addAudit = prepareQuery((p: { id: string; actor: string; action: string; subject: string; at: string }) =>
  sql.insertInto('audit_entries').values({ id: p.id, actor: p.actor, action: p.action, subject: p.subject, at: p.at }),
)
