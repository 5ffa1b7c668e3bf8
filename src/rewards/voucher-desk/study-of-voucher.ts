/** Which study a voucher was given in. */
import { first } from '../../platform/db/together.ts'
import type { StudyOf } from '../../staff/permissions/needs.ts'
import { idOfReference } from '../vouchers/references.ts'
import { headById } from './voucher-store.ts'

/** The study of the voucher whose reference the address has. */
export const studyOfVoucher: StudyOf = async (c) => {
  const { ports } = c.var
  const id = await idOfReference(ports, c.req.param('reference') ?? '')
  return id === undefined ? undefined : (await first(ports.db, headById({ id })))?.studyId
}
