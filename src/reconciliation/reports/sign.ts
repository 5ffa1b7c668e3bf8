/**
 * Signing a report: the preparer or the approver who signs first fixes what it says, an approver who is somebody else
 * signs the same. Each signature is in the audit trail with the report's hash, so the seals chain it.
 */
import { taken } from '../../../schema/constraints.ts'
import { perform, plan, unexpected } from '../../platform/db/perform.ts'
import { first, type Write } from '../../platform/db/together.ts'
import type { Ports } from '../../ports.ts'
import type { Staff } from '../../staff/accounts/store.ts'
import { addAudit } from '../../staff/audit-trail/audit.ts'
import { may } from '../../staff/permissions/may.ts'
import { faultsOf, hashOf, type Report, saysTheSame, textOf } from './content.ts'
import { instantsOf } from './period.ts'
import * as store from './store.ts'

/**
 * - `not_allowed`: none of their roles may
 * - `not_over`: its last day is not over yet
 * - `changed`: the books say something else than the page that was signed on showed
 * - `note_missing`: something of it is red, and nobody said why it is signed all the same
 * - `signed_before`: this is what was signed already; `same_person`: by this very person
 */
export type SignRefusal = {
  refused: 'not_allowed' | 'not_found' | 'not_over' | 'changed' | 'note_missing' | 'signed_before' | 'same_person'
}

type Signer = Pick<Staff, 'id' | 'grants'>

/** What the audit trail says was signed: the report's id and its hash. */
export function signedSubject({ id, contentHash }: Pick<store.Kept, 'id' | 'contentHash'>): string {
  return `${id} ${contentHash}`
}

function signatureWrites(
  { ids }: Ports,
  kept: Pick<store.Kept, 'id' | 'contentHash'>,
  nth: number,
  by: string,
  at: string,
) {
  return [
    store.addSignature({ reportId: kept.id, nth, contentHash: kept.contentHash, by, at }),
    addAudit({ id: ids.next('audit'), actor: by, action: 'report.signed', subject: signedSubject(kept), at }),
  ] satisfies Write[]
}

/**
 * Keeps a report as its next version, with the first signature.
 * @param shownHash the hash of what the signer had before them
 */
export async function signFirst(
  ports: Ports,
  staff: Signer,
  report: Report,
  shownHash: string,
  note: string,
): Promise<{ reportId: string; version: number } | SignRefusal> {
  const { db, clock, ids } = ports
  if (!may(staff, 'reports.sign')) return { refused: 'not_allowed' }
  const at = clock.now()
  if (at < instantsOf(report).ends) return { refused: 'not_over' }
  if (hashOf(report) !== shownHash) return { refused: 'changed' }
  if (faultsOf(report).length > 0 && note === '') return { refused: 'note_missing' }
  const [newest] = await db.read(store.versionsOf(report))
  if (newest !== undefined && saysTheSame(JSON.parse(newest.content), report)) return { refused: 'signed_before' }
  const signed = { ...report, note: note === '' ? null : note }
  const kept = {
    id: ids.next('report'),
    kind: report.kind,
    subject: report.subject,
    version: (newest?.version ?? 0) + 1,
    content: textOf(signed),
    contentHash: hashOf(signed),
  }
  return perform(db, 'A report', async () =>
    plan<{ reportId: string; version: number } | SignRefusal>({
      rows: [store.addReport({ ...kept, madeBy: staff.id, at }), ...signatureWrites(ports, kept, 1, staff.id, at)],
      done: { reportId: kept.id, version: kept.version },
      refused: ({ on }) => (on === taken.report ? { refused: 'signed_before' } : unexpected),
    }),
  )
}

/** The second signature, under what the first one fixed. */
export async function signSecond(
  ports: Ports,
  staff: Signer,
  reportId: string,
): Promise<{ signed: true } | SignRefusal> {
  const { db, clock } = ports
  if (!may(staff, 'reports.countersign')) return { refused: 'not_allowed' }
  const kept = await first(db, store.reportById({ id: reportId }))
  if (kept === undefined) return { refused: 'not_found' }
  return perform(db, 'A signature', async () =>
    plan<{ signed: true } | SignRefusal>({
      rows: signatureWrites(ports, kept, 2, staff.id, clock.now()),
      done: { signed: true },
      refused: ({ on }) => {
        if (on === taken.reportSigner) return { refused: 'same_person' }
        return on === taken.reportSignature ? { refused: 'signed_before' } : unexpected
      },
    }),
  )
}
