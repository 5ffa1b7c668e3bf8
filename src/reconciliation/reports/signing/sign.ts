/**
 * Signing a report: the preparer or the approver who signs first fixes what it says, somebody else signs the same, and
 * one of the two is an approver, whichever signs first. Until then the first signature can be taken back. Each signature is in the audit trail with the report's hash, so the seals chain it.
 */
import { taken } from '../../../../schema/constraints.ts'
import { perform, plan, stale, unexpected } from '../../../platform/db/perform.ts'
import { first, type Write } from '../../../platform/db/together.ts'
import type { Ports } from '../../../ports.ts'
import { type CameIn, countsAs, mayBeOne } from '../../../staff/accounts/counts-as.ts'
import type { Staff } from '../../../staff/accounts/store.ts'
import { addAudit } from '../../../staff/audit-trail/audit.ts'
import { may, type Studies } from '../../../staff/permissions/may.ts'
import { grantsOf } from '../../../staff/permissions/store.ts'
import { faultsOf, type Report, reportHash, reportText, saysTheSame } from '../content.ts'
import { isOver } from '../period.ts'
import * as store from '../store.ts'

/**
 * - `not_allowed`: none of their roles may
 * - `not_over`: its last day is not over yet, or not even its first
 * - `changed`: the books say something else than the page that was signed on showed
 * - `note_missing`: something of it is red, and nobody said why it is signed all the same
 * - `signed_before`: this is what was signed already; `same_person`: by this very person
 * - `own_link`: one of the two came in by a link that the other made, or both by links of one person
 * - `needs_approver`: one of the two has to be an approver
 * - `withdrawn`: the first signature was taken back; `not_yours`: only who gave it can take it back
 */
export type SignRefusal = {
  refused:
    | 'not_allowed'
    | 'not_found'
    | 'not_over'
    | 'changed'
    | 'note_missing'
    | 'signed_before'
    | 'same_person'
    | 'own_link'
    | 'needs_approver'
    | 'withdrawn'
    | 'not_yours'
}

type Signer = CameIn & Pick<Staff, 'grants'>

/** What the audit trail says was signed: the report's id and its hash. */
export function signedSubject({ id, contentHash }: Pick<store.StoredReport, 'id' | 'contentHash'>): string {
  return `${id} ${contentHash}`
}

function signatureWrites(
  { ids }: Ports,
  stored: Pick<store.StoredReport, 'id' | 'contentHash'>,
  nth: number,
  signer: Signer,
  at: string,
) {
  const by = signer.id
  return [
    store.addSignature({
      reportId: stored.id,
      nth,
      contentHash: stored.contentHash,
      by,
      countsAs: countsAs(signer),
      at,
    }),
    addAudit({ id: ids.next('audit'), actor: by, action: 'report.signed', subject: signedSubject(stored), at }),
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
  if (!isOver(report, at)) return { refused: 'not_over' }
  if (reportHash(report) !== shownHash) return { refused: 'changed' }
  if (faultsOf(report).length > 0 && note === '') return { refused: 'note_missing' }
  const versions = await db.read(store.reportVersions(report))
  const newest = store.standingIn(versions)
  if (newest !== undefined && saysTheSame(JSON.parse(newest.content), report)) return { refused: 'signed_before' }
  const signed = { ...report, note: note === '' ? null : note }
  const stored = {
    id: ids.next('report'),
    kind: report.kind,
    subject: report.subject,
    version: (versions[0]?.version ?? 0) + 1,
    content: reportText(signed),
    contentHash: reportHash(signed),
  }
  return perform(db, 'A report', async () =>
    plan<{ reportId: string; version: number } | SignRefusal>({
      rows: [store.addReport({ ...stored, madeBy: staff.id, at }), ...signatureWrites(ports, stored, 1, staff, at)],
      done: { reportId: stored.id, version: stored.version },
      refused: ({ on }) => (on === taken.report ? { refused: 'signed_before' } : unexpected),
    }),
  )
}

/**
 * Why somebody may not sign second, from who signed first; null when they may. Pure, and what the pages and the desk go
 * by as well.
 * @param studies the study that the report is of, or those that share its account
 */
export function whyNotSecond(
  first: { id: string; grants: Signer['grants']; countsAs: string | null | undefined },
  staff: Signer,
  studies: Studies,
): 'same_person' | 'own_link' | 'not_allowed' | 'needs_approver' | null {
  if (first.id === staff.id) return 'same_person'
  if (mayBeOne(staff, first)) return 'own_link'
  if (!may(staff, 'reports.sign', studies)) return 'not_allowed'
  const hasApprover = [first, staff].some((one) => may(one, 'reports.countersign', studies))
  return hasApprover ? null : 'needs_approver'
}

/** The second signature, under what the first one fixed. */
export function signSecond(
  ports: Ports,
  staff: Signer,
  reportId: string,
  studies: Studies = null,
): Promise<{ signed: true } | SignRefusal> {
  const { db, clock } = ports
  return perform(db, 'A signature', async () => {
    const stored = await first(db, store.reportById({ id: reportId }))
    const [signature] = await db.read(store.reportSignatures({ reportId }))
    if (stored === undefined || signature === undefined) return { refused: 'not_found' as const }
    if (stored.ending !== null) return { refused: stored.ending === 'signed' ? 'signed_before' : 'withdrawn' } as const
    const grants = await db.read(grantsOf({ staffId: signature.by }))
    const as = (await first(db, store.firstCountsAs({ reportId })))?.countsAs ?? null
    const refused = whyNotSecond({ id: signature.by, grants, countsAs: as }, staff, studies)
    if (refused !== null) return { refused }
    const at = clock.now()
    return plan<{ signed: true } | SignRefusal>({
      rows: [
        ...signatureWrites(ports, stored, 2, staff, at),
        store.addEnding({ reportId, ending: 'signed', by: staff.id, at }),
      ],
      done: { signed: true },
      refused: (breach) => {
        if (breach.on === taken.reportSigner) return { refused: 'same_person' }
        const isLate = [taken.reportSignature, taken.signatureCounts, taken.reportEnding].some(
          (one) => one === breach.on,
        )
        return isLate ? stale(breach) : unexpected
      },
    })
  })
}

/** Takes the first signature back, as long as there is no second: its version stays in the list, and ends there. */
export function withdrawSignature(
  ports: Ports,
  staff: Pick<Signer, 'id'>,
  reportId: string,
): Promise<{ withdrawn: true } | SignRefusal> {
  const { db, clock, ids } = ports
  return perform(db, 'A withdrawal', async () => {
    const stored = await first(db, store.reportById({ id: reportId }))
    const [signature] = await db.read(store.reportSignatures({ reportId }))
    if (stored === undefined || signature === undefined) return { refused: 'not_found' as const }
    if (stored.ending !== null) return { refused: stored.ending === 'signed' ? 'signed_before' : 'withdrawn' } as const
    if (signature.by !== staff.id) return { refused: 'not_yours' as const }
    const at = clock.now()
    const audit = { id: ids.next('audit'), actor: staff.id, action: 'report.withdrawn', subject: signedSubject(stored) }
    return plan<{ withdrawn: true } | SignRefusal>({
      rows: [store.addEnding({ reportId, ending: 'withdrawn', by: staff.id, at })],
      audit: addAudit({ ...audit, at }),
      done: { withdrawn: true },
      refused: (breach) => (breach.on === taken.reportEnding ? stale(breach) : unexpected),
    })
  })
}
