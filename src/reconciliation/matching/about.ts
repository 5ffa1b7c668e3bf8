/** What an exception is about, as it stands now. */
import { first } from '../../platform/db/together.ts'
import type { Ports } from '../../ports.ts'
import { accountIdOf } from '../../rewards/ledger/provider-books.ts'
import { type BookedLine, batchLine, bookedLine, exceptedLines, returnedLine } from '../exceptions/closing-store.ts'
import { type ExceptionDetail, isBatchReturn } from '../exceptions/exception.ts'
import type { Exception } from '../exceptions/store.ts'
import { attemptById, type MatchableAttempt } from './match-store.ts'

export interface About {
  exception: Exception
  detail: ExceptionDetail
  accountId: string
  attempt: MatchableAttempt | null
  /** The line that it names, or those of its attempt that stand in an exception. */
  lines: BookedLine[]
}

/** Reads it. What a provider's own answer opened names only the attempt. */
export async function readAbout({ db }: Pick<Ports, 'db'>, exception: Exception): Promise<About> {
  const detail = JSON.parse(exception.detail) as ExceptionDetail
  const { provider, currency, accountId } = exception
  const of = accountId ?? accountIdOf({ provider: provider ?? 'manual', currency })
  const isOfBalance = exception.class === 'balance_break'
  const attemptId = detail.attempt ?? (detail.line === undefined && !isOfBalance ? exception.subject : null)
  const attempt = attemptId === null ? null : ((await first(db, attemptById(attemptId))) ?? null)
  const lines =
    detail.line !== undefined
      ? await db.read(
          exception.class === 'batch_mismatch'
            ? batchLine(of, detail.line)
            : isBatchReturn(exception, detail)
              ? returnedLine(of, detail.line)
              : bookedLine(of, detail.line, detail.isShare === true ? detail.attempt : undefined),
        )
      : attempt === null
        ? []
        : await db.read(exceptedLines(attempt.id))
  return { exception, detail, accountId: of, attempt, lines }
}
