/** Entering who permitted that a study collects in the mainland, or why nobody has to. Another person confirms it. */
import * as z from 'zod'
import { fromBase64, toBase64 } from '../../../platform/crypto/base64.ts'
import { sha256 } from '../../../platform/crypto/sha256.ts'
import { commit } from '../../../platform/db/perform.ts'
import { first } from '../../../platform/db/together.ts'
import { isDay } from '../../../platform/time/day.ts'
import { booksZone, dayLater, dayOf, startOf } from '../../../platform/time/zone.ts'
import type { Ports } from '../../../ports.ts'
import { propose } from '../../../staff/approvals/actions.ts'
import { longestReason } from '../../../staff/approvals/proposal.ts'
import { waitingAbout } from '../../../staff/approvals/store.ts'
import * as store from './store.ts'

/** Bytes of a permit's file. */
export const largestPermit = 5 * 1_048_576
/** Of each piece but the last: in base64 it stays below a megabyte. */
const pieceBytes = 384 * 1024
const longestName = 200

/** What a person enters. */
export type Entered =
  | { kind: 'permit'; authority: string; number: string; expiresOn: string; file: Uint8Array }
  | { kind: 'not_needed'; reason: string }

/**
 * - `incomplete`: who, number or day is missing, or too long; `reason`: the same of why none is needed
 * - `expired`: it has ended already
 * - `file`: none, or larger than 5 MB; `type`: it is no PDF, PNG or JPEG
 * - `waiting`: one of this study waits to be confirmed
 */
export type EnterRefusal = { refused: 'incomplete' | 'reason' | 'expired' | 'file' | 'type' | 'waiting' }

const starts = [
  ['application/pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
] as const

/** What a file is by its first bytes, whatever it is called; null for anything but a PDF, a PNG or a JPEG. */
function mediaTypeOf(file: Uint8Array): (typeof starts)[number][0] | null {
  return starts.find(([, bytes]) => bytes.every((byte, at) => file[at] === byte))?.[0] ?? null
}

/** Why it cannot be entered; null when it can. `today` is the day in the mainland. */
export function faultOfPermit(entered: Entered, today: string): EnterRefusal['refused'] | null {
  if (entered.kind === 'not_needed') {
    const { reason } = entered
    return reason.trim() === '' || reason.length > longestReason ? 'reason' : null
  }
  const { authority, number, expiresOn, file } = entered
  const names = [authority, number]
  if (names.some((name) => name.trim() === '' || name.length > longestName) || !isDay(expiresOn)) return 'incomplete'
  if (expiresOn < today) return 'expired'
  if (file.length === 0 || file.length > largestPermit) return 'file'
  return mediaTypeOf(file) === null ? 'type' : null
}

const payloadSchema = z.strictObject({ permitId: z.string(), kind: z.enum(['permit', 'not_needed']) })

/** What a proposal of a permit carries. */
export function readPermitPayload(payload: string): z.infer<typeof payloadSchema> {
  return payloadSchema.parse(JSON.parse(payload))
}

/** Keeps it, and puts it up for another person. */
export async function enterPermit(
  ports: Ports,
  staff: { id: string },
  studyId: string,
  entered: Entered,
): Promise<{ proposed: string } | EnterRefusal> {
  const { db, clock, ids } = ports
  const at = clock.now()
  const refused = faultOfPermit(entered, dayOf(booksZone, at))
  if (refused !== null) return { refused }
  const waiting = await db.read(waitingAbout({ subject: studyId }))
  if (waiting.some(({ kind }) => kind === 'permit')) return { refused: 'waiting' }
  const id = ids.next('permit')
  const isPermit = entered.kind === 'permit'
  const row = {
    ...{ id, studyId, kind: entered.kind, enteredBy: staff.id, at },
    authority: isPermit ? entered.authority.trim() : null,
    number: isPermit ? entered.number.trim() : null,
    expiresOn: isPermit ? entered.expiresOn : null,
    mediaType: isPermit ? mediaTypeOf(entered.file) : null,
    fileHash: isPermit ? sha256(entered.file) : null,
    reason: isPermit ? null : entered.reason.trim(),
  }
  await commit(db, 'A permit', store.addPermit(row))
  const bytes = isPermit ? entered.file : new Uint8Array()
  for (let n = 0; n * pieceBytes < bytes.length; n += 1) {
    const content = toBase64(bytes.subarray(n * pieceBytes, (n + 1) * pieceBytes))
    await commit(db, 'A piece of a permit', store.addPermitPiece({ permitId: id, n, content }))
  }
  const payload = { permitId: id, kind: entered.kind }
  const reason = isPermit ? `${row.authority} ${row.number}` : (row.reason ?? '')
  return propose(ports, staff, { kind: 'permit', subject: studyId, payload, reason })
}

/** The bytes of a permit's file, as it was entered; undefined when it has none, or its hash is another by now. */
export async function permitFile(
  { db }: Pick<Ports, 'db'>,
  permit: Pick<store.PermitRow, 'id' | 'fileHash'>,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const pieces: Uint8Array[] = []
  for (let n = 0; ; n += 1) {
    const piece = await first(db, store.permitPiece({ permitId: permit.id, n }))
    const bytes = piece && fromBase64(piece.content)
    if (!bytes) break
    pieces.push(bytes)
  }
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return permit.fileHash !== null && sha256(whole) === permit.fileHash ? whole : undefined
}

/** Until when people may start by a permit (an instant): its last day is good in the mainland's own time. */
export function permitUntil({ expiresOn }: Pick<store.PermitRow, 'expiresOn'>): string | null {
  return expiresOn === null ? null : startOf(booksZone, dayLater(expiresOn, 1))
}
