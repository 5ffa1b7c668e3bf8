/** Keeping a file of results as evidence, encrypted as its payees are, in pieces that a row holds, and giving it back as it was. */
import { taken } from '../../../schema/constraints.ts'
import { fromBase64, toBase64 } from '../../platform/crypto/base64.ts'
import { sha256 } from '../../platform/crypto/sha256.ts'
import { commit, perform, plan, unexpected } from '../../platform/db/perform.ts'
import { type Database, first } from '../../platform/db/together.ts'
import type { Ports } from '../../ports.ts'
import { studyByBatch } from '../batches/study-of-batch.ts'
import { decryptBesidePayees, encryptBesidePayees } from '../payees/encrypt.ts'
import type { LineOutcome } from '../payouts/results.ts'
import * as store from './store.ts'

/** Bytes of a piece: encrypted and in base64 twice it stays below a megabyte. */
const pieceBytes = 384 * 1024

const contextOf = (fileId: string, n: number) => `${fileId}/${n}`

/**
 * Keeps a file for a batch. The same bytes again are the same file; what a cut left out is added.
 * @returns the file's id
 */
export async function keepResultFile(
  ports: Ports,
  staff: { id: string },
  batchId: string,
  bytes: Uint8Array,
): Promise<string> {
  const { db, clock, ids } = ports
  const hash = sha256(bytes)
  const pieces = Math.max(1, Math.ceil(bytes.length / pieceBytes))
  const id = await perform(db, 'A file of results', async () => {
    const known = await first(db, store.resultFileOf({ batchId, hash }))
    if (known !== undefined) return known.id
    const made = ids.next('resultfile')
    const row = { id: made, batchId, hash, bytes: bytes.length, pieces, uploadedBy: staff.id, at: clock.now() }
    return plan<string>({
      rows: [store.addResultFile(row)],
      done: made,
      refused: async ({ on }) =>
        on === taken.resultFile
          ? ((await first(db, store.resultFileOf({ batchId, hash })))?.id ?? unexpected)
          : unexpected,
    })
  })
  const { studyId } = await studyOf(db, batchId)
  for (let n = 1; n <= pieces; n += 1) {
    if ((await first(db, store.resultPiece({ fileId: id, n }))) !== undefined) continue
    const piece = toBase64(bytes.subarray((n - 1) * pieceBytes, n * pieceBytes))
    const content = await encryptBesidePayees(ports, piece, { studyId, context: contextOf(id, n) })
    await perform(db, 'A piece of a file of results', async () =>
      plan<void>({
        rows: [store.addResultPiece({ fileId: id, n, content })],
        done: undefined,
        refused: ({ on }) => (on === taken.resultFilePiece ? undefined : unexpected),
      }),
    )
  }
  return id
}

async function studyOf(db: Database, batchId: string): Promise<{ studyId: string }> {
  const batch = await first(db, studyByBatch({ id: batchId }))
  if (batch === undefined) throw new Error(`There is no batch ${batchId}.`)
  return batch
}

/** The bytes of a kept file; undefined when it was erased, or was never whole. */
export async function resultBytes(
  ports: Pick<Ports, 'db' | 'clock' | 'keys'>,
  file: Pick<store.ResultFile, 'id' | 'bytes' | 'pieces'>,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const bytes = new Uint8Array(file.bytes)
  for (let n = 1; n <= file.pieces; n += 1) {
    const piece = await first(ports.db, store.resultPiece({ fileId: file.id, n }))
    const text = piece && (await decryptBesidePayees(ports, piece.content, contextOf(file.id, n)))
    const read = text && fromBase64(text)
    if (!read) return undefined
    bytes.set(read, (n - 1) * pieceBytes)
  }
  return bytes
}

/** Notes what the lines of a file came to. Uploaded again, what it did the first time stays: then all of it is known. */
export async function noteOutcomes(
  { db }: Pick<Ports, 'db'>,
  fileId: string,
  outcomes: readonly LineOutcome[],
): Promise<void> {
  const before = new Map((await outcomesOf(db, fileId)).map((one) => [one.reference, one]))
  const now = outcomes.map((one) => (one.result === 'known' ? (before.get(one.reference) ?? one) : one))
  await commit(db, 'What a file came to', store.setOutcomes({ id: fileId, outcomes: JSON.stringify(now) }))
}

/** What the lines of a kept file came to; none of a file from before that was noted. */
export async function outcomesOf(db: Database, fileId: string): Promise<LineOutcome[]> {
  const { outcomes = null } = (await first(db, store.outcomesById({ id: fileId }))) ?? {}
  return outcomes === null ? [] : (JSON.parse(outcomes) as LineOutcome[])
}
