/** Whose a statement is: its account's, which studies share. */
import type { Context } from 'hono'
import { first } from '../../platform/db/together.ts'
import type { AppEnv } from '../../ports.ts'
import { may } from '../../staff/permissions/may.ts'
import { type StudyOf, staffOf } from '../../staff/permissions/needs.ts'
import { studiesOfAccount } from '../account-scope.ts'
import { statementById } from './store.ts'

/** The studies that share the account of the statement in the address. */
export const studiesOfStatement: StudyOf = async (c) => {
  const { db } = c.var.ports
  const statement = await first(db, statementById({ id: c.req.param('id') ?? '' }))
  return statement && studiesOfAccount(db, statement.accountId)
}

/** Says of an account whether whoever asks may upload for it. */
export function uploads(c: Context<AppEnv>): (accountId: string) => Promise<boolean> {
  return async (accountId) => may(staffOf(c), 'statements.upload', await studiesOfAccount(c.var.ports.db, accountId))
}
