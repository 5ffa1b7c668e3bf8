/** A signed report as a file of its own, which anybody with the service's public keys can check. */
import { CompactSign } from 'jose'
import { canonicalJson } from '../../../platform/crypto/version.ts'
import { first } from '../../../platform/db/together.ts'
import type { Keys, Ports } from '../../../ports.ts'
import { shownSeal } from '../../../staff/audit-trail/seal.ts'
import type { Report } from '../content.ts'
import * as store from '../store.ts'

/** What the service signs of a report: its hash, whose signatures it has, and where the audit trail stood. */
export interface ReportClaim {
  report: string
  kind: string
  subject: string
  version: number
  contentHash: string
  signatures: { nth: number; by: string; at: string }[]
  /** The last seal of the audit trail on the days before the file was made; null before the first. */
  seals: number
  head: string | null
}

export interface ReportFile {
  report: Report
  /** Compact JWS (ES256, typ `report+jws`) over the canonical JSON of a `ReportClaim`. */
  signature: string
}

const encoder = new TextEncoder()

/** Signs a value's canonical JSON with the newest key for receipts. */
export function signJson({ receipts }: Pick<Keys, 'receipts'>, typ: 'report+jws' | 'trust+jws', value: unknown) {
  return new CompactSign(encoder.encode(canonicalJson(value)))
    .setProtectedHeader({ alg: 'ES256', kid: receipts.newest.kid, typ })
    .sign(receipts.newest.key)
}

/** The file of a report that two people signed; undefined when there is none. */
export async function reportFile(
  ports: Pick<Ports, 'db' | 'clock' | 'keys'>,
  reportId: string,
): Promise<{ kept: store.StoredReport; file: ReportFile } | undefined> {
  const { db, keys } = ports
  const stored = await first(db, store.reportById({ id: reportId }))
  const signatures = await db.read(store.reportSignatures({ reportId }))
  if (stored === undefined || signatures.length < 2) return undefined
  const head = await shownSeal(ports)
  const { id, kind, subject, version, contentHash, content } = stored
  const claim: ReportClaim = {
    report: id,
    kind,
    subject,
    version,
    contentHash,
    signatures,
    seals: head?.n ?? 0,
    head: head?.hash ?? null,
  }
  return { kept: stored, file: { report: JSON.parse(content), signature: await signJson(keys, 'report+jws', claim) } }
}
