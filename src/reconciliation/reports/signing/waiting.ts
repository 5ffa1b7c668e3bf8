/** Reports that wait for a second signature, as one of the staff may act on them. */
import type { Ports } from '../../../ports.ts'
import type { Staff } from '../../../staff/accounts/store.ts'
import { may } from '../../../staff/permissions/may.ts'
import { grantsOf } from '../../../staff/permissions/store.ts'
import * as store from '../store.ts'
import { studiesOfReport } from '../study-of-report.ts'
import { whyNotSecond } from './sign.ts'

/** So many are looked at: more than anybody lets lie. */
const mostWaiting = 200

export interface WaitingReport {
  id: string
  kind: store.ReportKind
  subject: string
  version: number
  /** A staff id, and when (ISO 8601). */
  signedBy: string
  at: string
  /** Whether whoever looks may sign it now. */
  isTheirs: boolean
}

/** Those of the studies of whoever looks, oldest first. */
export async function waitingReports({ db }: Pick<Ports, 'db'>, staff: Staff): Promise<WaitingReport[]> {
  const found = await db.read(store.halfSigned({ limit: mostWaiting }))
  if (found.length === 0) return []
  const signers = [...new Set(found.map(({ signedBy }) => signedBy))]
  const grants = new Map(
    await Promise.all(signers.map(async (id) => [id, await db.read(grantsOf({ staffId: id }))] as const)),
  )
  const of = await Promise.all(found.map(({ kind, subject }) => studiesOfReport(db, kind, subject.split(' ')[0])))
  return found.flatMap((one, at) => {
    const studies = of[at]
    if (!may(staff, 'reports.view', studies)) return []
    const first = { id: one.signedBy, grants: grants.get(one.signedBy) ?? [], countsAs: one.countsAs }
    return [{ ...one, isTheirs: whyNotSecond(first, staff, studies) === null }]
  })
}
