/** A file arrives in pieces. What it says is believed much later; here only its bytes are taken, once. */
import { taken } from '../../../schema/constraints.ts'
import { commit, perform, plan, unexpected } from '../../platform/db/perform.ts'
import { transition } from '../../platform/db/state-machine.ts'
import { first } from '../../platform/db/together.ts'
import { largestStatement } from '../../platform/files/limits.ts'
import { OffloadFailed } from '../../platform/offload/job.ts'
import type { Ports } from '../../ports.ts'
import { addAudit } from '../../staff/audit-trail/audit.ts'
import { type CsvMapping, fitsHeader, mappedHeader } from '../formats/csv/mapping.ts'
import type { FileClaims } from '../formats/parser.ts'
import { awaitColumns } from '../reading-rules/columns-wait.ts'
import { type RememberedRules, readRemembered } from '../reading-rules/remembered.ts'
import { accountIdOf, accountIn, inspectUpload, isCarried, type ProviderAccount, type SeenUpload } from './account.ts'
import { discard } from './discard.ts'
import { addPiece, keptFile, nothingInside, packed, pieceBytes } from './kept-file.ts'
import { statementMachine } from './machine.ts'
import { inspectFile, type SeveralFiles } from './several/inspect-file.ts'
import { addReceived } from './several/received.ts'
import { splitUp } from './several/split-up.ts'
import type { Statement, UploadDetails } from './statement.ts'
import * as store from './store.ts'

type Staff = { id: string }

/**
 * - `other_account`: whoever uploads may not for the account that it is of
 * - `not_carried`: its provider does not pay the currency
 */
export type BeginRefusal = {
  refused:
    | NonNullable<SeenUpload['notRead']>
    | 'empty'
    | 'unknown_format'
    | 'which_account'
    | 'not_carried'
    | 'other_account'
    | 'piece'
}

/** A file's first piece, or all of it, and of which account it is. */
interface Begun {
  /** As a person chose it; null: as the file says. */
  accountId: string | null
  /** For which accounts they may upload; for any, where nobody asks. */
  mayUse?: (accountId: string) => Promise<boolean>
}

/**
 * Takes the first piece of a file (all of it, when it is shorter than `pieceBytes`).
 */
export async function beginStatement(
  ports: Ports,
  staff: Staff,
  { accountId, mayUse, head }: Begun & { head: Uint8Array },
): Promise<{ statementId: string; accountId: string } | BeginRefusal> {
  if (head.length === 0) return { refused: 'empty' }
  if (head.length > pieceBytes) return { refused: 'piece' }
  const seen = await ports.offload(inspectUpload, { head: head.slice() }).catch((error) => {
    // What takes too long to be known is known by nobody.
    if (error instanceof OffloadFailed) return { format: null, account: null, notRead: null }
    throw error
  })
  const { format } = seen
  if (format === null) return { refused: seen.notRead ?? 'unknown_format' }
  const account: ProviderAccount | null = accountId === null ? seen.account : accountIn(accountId)
  if (account === null) return { refused: 'which_account' }
  if (!isCarried(ports, account)) return { refused: 'not_carried' }
  if (mayUse !== undefined && !(await mayUse(accountIdOf(account)))) return { refused: 'other_account' }
  const id = await addReceived(ports, staff, account, format, head)
  return { statementId: id, accountId: accountIdOf(account) }
}

export type PieceRefusal = { refused: 'not_receiving' | 'piece' | 'too_large' }

/**
 * Takes the next piece: number `n`, counted from 1; all but the last have `pieceBytes`. The same one again changes
 * nothing.
 */
export async function addToStatement(
  { db }: Pick<Ports, 'db'>,
  staff: Staff,
  { statementId, n, bytes }: { statementId: string; n: number; bytes: Uint8Array },
): Promise<{ pieces: number } | PieceRefusal> {
  const statement = await first(db, store.statementById({ id: statementId }))
  if (statement?.state !== 'receiving' || statement.uploadedBy !== staff.id || statement.told !== null) {
    return { refused: 'not_receiving' }
  }
  if (n <= statement.chunks) return { pieces: statement.chunks }
  const isFull = statement.bytes === statement.chunks * pieceBytes
  if (n !== statement.chunks + 1 || !isFull || bytes.length === 0 || bytes.length > pieceBytes) {
    return { refused: 'piece' }
  }
  if (statement.bytes + bytes.length > largestStatement) return { refused: 'too_large' }
  const pieces = { pieces: n }
  return perform(db, 'A piece of a statement', async () =>
    plan({
      rows: [
        addPiece({ statementId, n, content: packed(bytes) }),
        store.countPiece({ id: statementId, n, bytes: bytes.length }),
      ],
      done: pieces,
      refused: ({ on }) => (on === taken.statementChunk ? pieces : unexpected),
    }),
  )
}

/** What a person says when the last piece has been sent. */
export interface UploadEnd {
  /** How many bytes the file has. */
  bytes: number
  claims?: FileClaims
  sha1?: string | null
  /** For a plain CSV; without it, the one that is remembered of the account. */
  mapping?: CsvMapping
  /** Of a file of a ZIP: the one that is to be read before it. */
  after?: string
  /** For which accounts they may upload what a ZIP holds; for any, where nobody asks. */
  mayUse?: (accountId: string) => Promise<boolean>
}

export type FinishRefusal =
  /** Pieces are missing; it has been finished; its columns are not known yet. */
  | { refused: 'incomplete' | 'not_receiving' | 'which_columns' }
  /** It is a ZIP of several files, of which figures were said; it is thrown away. */
  | { refused: 'several_said' }
  /** Looking through it took more time or memory than any file may; it is thrown away. */
  | { refused: 'limits' }
  /** The same bytes were here before, under whatever name, or wait for their columns to be said; this one is thrown away. */
  | { refused: 'same_file' | 'same_waiting'; statementId: string }

/**
 * Says that the file is whole, and gives it to the import; `waits` while another one of the account is being read.
 */
export async function finishStatement(
  ports: Ports,
  staff: Staff,
  statementId: string,
  uploadEnd: UploadEnd,
): Promise<{ staged: boolean } | FinishRefusal> {
  const { db, clock } = ports
  const statement = await first(db, store.statementById({ id: statementId }))
  if (statement?.state !== 'receiving' || statement.uploadedBy !== staff.id || statement.told !== null) {
    return { refused: 'not_receiving' }
  }
  if (statement.bytes !== uploadEnd.bytes) return { refused: 'incomplete' }
  const seen = await ports.offload(inspectFile, {}, { file: keptFile(db, statement) }).catch(failedOffload)
  if (seen === null) return tooMuch(ports, staff, statement)
  const { several, inside, sha256: fileHash } = seen
  if (several !== null) return split(ports, staff, statement, uploadEnd, several)
  const remembered = await readRemembered(db, statement.accountId)
  const { format, head } = inside ?? nothingInside(statement)
  const mapping = format === 'csv' ? mappingFor(head, uploadEnd, remembered) : null
  const same = await first(db, store.statementOfFile({ accountId: statement.accountId, fileHash }))
  if (same !== undefined) return thrownAway(ports, staff, statement, { refused: 'same_file', statementId: same.id })
  // One that cannot be opened is refused when it is read, whatever its columns would be.
  if (format === 'csv' && mapping === null && head.length > 0) {
    const waiting = await awaitColumns(ports.db, staff, statement, fileHash)
    if (waiting === undefined) return { refused: 'which_columns' }
    return thrownAway(ports, staff, statement, { refused: 'same_waiting', statementId: waiting.id })
  }
  const details: UploadDetails = {
    claims: uploadEnd.claims ?? {},
    sha1: uploadEnd.sha1 ?? null,
    kinds: remembered.kinds,
    saidAt: clock.now(),
    ...(uploadEnd.after === undefined ? {} : { after: uploadEnd.after }),
  }
  await commit(
    db,
    "A statement's end",
    store.noteTold({
      id: statementId,
      format,
      fileHash,
      told: JSON.stringify(details),
      mapping: mapping === null ? null : JSON.stringify(mapping),
    }),
  )
  const started = await startStaging(ports, { ...statement, format, fileHash, told: JSON.stringify(details) })
  return started === 'same_file' ? { refused: 'same_file', statementId } : { staged: started === 'staging' }
}

/** Figures that were said are one file's, and nobody knows whose. */
async function split(
  ports: Ports,
  staff: Staff,
  statement: Statement,
  { claims = {}, sha1, mayUse }: UploadEnd,
  several: SeveralFiles,
): Promise<{ staged: boolean } | FinishRefusal> {
  const isSaid = Object.values(claims).some((one) => one !== null && one !== undefined)
  if (isSaid || (sha1 ?? null) !== null) {
    await discard(ports, staff.id, statement)
    return { refused: 'several_said' }
  }
  const done = await splitUp(ports, staff, statement, several, mayUse, (child, after) =>
    finishStatement(ports, staff, child.id, { bytes: child.bytes, ...(after === null ? {} : { after }) }),
  ).catch(failedOffload)
  return done === null ? tooMuch(ports, staff, statement) : { staged: false }
}

/** Null for a job that took too much; whatever else it failed with is thrown on. */
function failedOffload(error: unknown): null {
  if (error instanceof OffloadFailed) return null
  throw error
}

/** Nobody looks through it again unasked. */
async function tooMuch(ports: Ports, staff: Staff, statement: Statement): Promise<FinishRefusal> {
  await discard(ports, staff.id, statement)
  return { refused: 'limits' }
}

/** As a person says it of this file; otherwise as one was read that counts and has the very same columns. */
function mappingFor(head: Uint8Array, { mapping }: UploadEnd, { csv }: RememberedRules): CsvMapping | null {
  if (mapping !== undefined) return { ...mapping, header: mappedHeader(head, mapping) }
  return csv.find((one) => fitsHeader(head, one)) ?? null
}

/** Lets the import begin, one at a time for each account. */
export async function startStaging(
  ports: Ports,
  statement: Statement,
): Promise<'staging' | 'waits' | 'same_file' | 'moved_on'> {
  const { db, clock, ids } = ports
  const { after = null } = JSON.parse(statement.told ?? '{}') as Partial<UploadDetails>
  const before = after === null ? undefined : await first(db, store.statementById({ id: after }))
  if (before?.state === 'staging' || (before?.state === 'receiving' && before.told !== null)) return 'waits'
  const at = clock.now()
  const actor = statement.uploadedBy
  return perform<'staging' | 'waits' | 'same_file' | 'moved_on'>(db, 'Staging a statement', async () =>
    plan({
      rows: transition(statementMachine, statement, { state: 'staging', actor, at }),
      audit: addAudit({ id: ids.next('audit'), actor, action: 'statement.staged', subject: statement.id, at }),
      done: 'staging',
      refused: async ({ on }) => {
        if (on === taken.statementStep) return 'moved_on'
        if (on === taken.statementStaged) return 'waits'
        if (on !== taken.statementFile) return unexpected
        await discard(ports, actor, statement)
        return 'same_file'
      },
    }),
  )
}

async function thrownAway(
  ports: Ports,
  staff: Staff,
  statement: Statement,
  refusal: FinishRefusal,
): Promise<FinishRefusal> {
  await discard(ports, staff.id, statement)
  return refusal
}

/** Takes a whole file that is at hand: all of the above in a row. */
export async function receiveStatement(
  ports: Ports,
  staff: Staff,
  file: Begun & { bytes: Uint8Array } & Omit<UploadEnd, 'bytes'>,
): Promise<
  { statementId: string; staged: boolean } | BeginRefusal | PieceRefusal | (FinishRefusal & { own?: string })
> {
  const { accountId, mayUse, bytes, ...said } = file
  if (bytes.length > largestStatement) return { refused: 'too_large' }
  const begun = await beginStatement(ports, staff, {
    accountId,
    ...(mayUse && { mayUse }),
    head: bytes.subarray(0, pieceBytes),
  })
  if ('refused' in begun) return begun
  const { statementId } = begun
  for (let n = 2; (n - 1) * pieceBytes < bytes.length; n += 1) {
    const piece = bytes.subarray((n - 1) * pieceBytes, n * pieceBytes)
    const added = await addToStatement(ports, staff, { statementId, n, bytes: piece })
    if ('refused' in added) return added
  }
  const whole = { ...said, bytes: bytes.length, ...(mayUse && { mayUse }) }
  const finished = await finishStatement(ports, staff, statementId, whole)
  return 'refused' in finished ? { ...finished, own: statementId } : { statementId, ...finished }
}
