/**
 * A ZIP of several files: each becomes a statement of its own, in order of their days, and is read, published or refused
 * by itself. The ZIP is thrown away, and says which they are.
 */
import { taken } from '../../../../schema/constraints.ts'
import { perform, plan, unexpected } from '../../../platform/db/perform.ts'
import { first } from '../../../platform/db/together.ts'
import { UnreadableFile } from '../../../platform/files/unreadable-file.ts'
import type { Ports } from '../../../ports.ts'
import { accountIdOf, accountIn, isCarried } from '../account.ts'
import { discarding } from '../discard.ts'
import { addPiece, deleteFile, keptFile, packed, pieceBytes } from '../kept-file.ts'
import type { Problem, Several, Statement } from '../statement.ts'
import * as store from '../store.ts'
import { type Inside, type SeveralFiles, takeOut } from './inspect-file.ts'
import { addReceived } from './received.ts'

/** What finishing one of the files says: that it was there before, or nothing that matters here. */
type Finished = { staged?: boolean; statementId?: string; refused?: string }

/**
 * Makes statements of the files in a ZIP, and throws the ZIP away. A plain table waits for its columns and figures.
 * @param finish says that a file is whole; `after` is the one of the same account that is to be read before it
 */
export async function splitUp(
  ports: Ports,
  staff: { id: string },
  statement: Statement,
  { files, leftOut }: SeveralFiles,
  mayUse: ((accountId: string) => Promise<boolean>) | undefined,
  finish: (child: Statement, after: string | null) => Promise<Finished>,
): Promise<Several> {
  const several: Several = { statements: [], leftOut }
  const newest = new Map<string, string>()
  for (const file of files) {
    const account = file.account ?? accountIn(statement.accountId)
    if (
      account === null ||
      !isCarried(ports, account) ||
      (mayUse !== undefined && !(await mayUse(accountIdOf(account))))
    ) {
      several.leftOut += 1
      continue
    }
    const id = await storedPart(ports, staff, statement, account, file)
    const child = await first(ports.db, store.statementById({ id }))
    if (child === undefined) continue
    if (child.problem !== null || file.format === 'csv') {
      several.statements.push(id)
      continue
    }
    const done = await finish(child, newest.get(child.accountId) ?? null)
    newest.set(child.accountId, id)
    // One that was here before is the same statement.
    several.statements.push(done.refused === 'same_file' ? (done.statementId ?? id) : id)
  }
  await throwAway(ports, staff.id, statement, { line: 0, why: 'several_files', detail: JSON.stringify(several) })
  return several
}

/** Keeps a file's bytes as if it had been uploaded. One that is damaged on its way is thrown away, and says so. */
async function storedPart(
  ports: Ports,
  staff: { id: string },
  zip: Statement,
  account: NonNullable<ReturnType<typeof accountIn>>,
  { place, format }: Inside,
): Promise<string> {
  const { db } = ports
  let id: string | null = null
  let n = 0
  const take = async (bytes: Uint8Array) => {
    n += 1
    if (id === null) {
      id = await addReceived(ports, staff, account, format, bytes)
      return
    }
    const rows = [
      addPiece({ statementId: id, n, content: packed(bytes) }),
      store.countPiece({ id, n, bytes: bytes.length }),
    ]
    await perform(db, 'A piece of a file in a ZIP', async () =>
      plan<void>({ rows, done: undefined, refused: () => unexpected }),
    )
  }
  try {
    await ports.offload(takeOut, { place, pieceBytes }, { file: keptFile(db, zip), take })
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error
    id ??= await addReceived(ports, staff, account, format, new Uint8Array())
    const damaged = await first(db, store.statementById({ id }))
    const problem: Problem = { line: error.line, why: error.why as Problem['why'], detail: error.detail }
    if (damaged !== undefined) await throwAway(ports, staff.id, damaged, problem)
  }
  return id ?? addReceived(ports, staff, account, format, new Uint8Array())
}

/** Throws away what has arrived, and notes why. Whoever was faster decides. */
async function throwAway(ports: Ports, actor: string, statement: Statement, problem: Problem): Promise<void> {
  const { rows, audit } = discarding(ports, actor, statement)
  await perform(ports.db, 'Discarding a packed statement', async () =>
    plan<void>({
      rows: [...rows, store.setProblem({ id: statement.id, problem: JSON.stringify(problem) })],
      audit,
      done: undefined,
      refused: ({ on }) => (on === taken.statementStep ? undefined : unexpected),
    }),
  )
  const now = await first(ports.db, store.statementById({ id: statement.id }))
  if (now?.state === 'discarded') await deleteFile(ports.db, statement.id)
}
