/**
 * What remains to do once nobody can start any more. Whoever looks is told of what they may do or see, by figures that
 * they have elsewhere: nothing of money moves here for whoever reads answers, and nothing of a review for whoever pays.
 */
import { first } from '../../platform/db/together.ts'
import { dayMs } from '../../platform/time/zone.ts'
import type { Ports } from '../../ports.ts'
import type { Budget } from '../../rewards/budgets/budget.ts'
import { type Granted, may } from '../../staff/permissions/may.ts'
import { madeSince } from '../../survey/exports/store.ts'
import { readFindings } from '../../survey/findings/save.ts'
import { finishBy } from '../../survey/studies/study.ts'
import { objectionCounts } from '../reviews/objections/store.ts'
import type { StudyWithOffers } from '../study.ts'

/** An amount in minor units of a currency (ISO 4217). */
export interface RemainingSum {
  currency: string
  minor: number
}

/** Each is null where whoever looks has nothing to do with it. */
export interface Remaining {
  /** Responses and objections that wait for a person; `dueDay`: by when the first objection is decided. */
  reviews: { held: number; objections: number; dueDay: string | null; mayOpen: boolean } | null
  /** `isTaken`: a file was made since the last could finish. `from`: when that is, an instant. */
  files: { isTaken: boolean; from: string } | null
  findings: { drafts: number; published: number } | null
  /** What is owed or on its way, and what is left in the budgets, by currency. */
  money: { owed: readonly RemainingSum[]; left: readonly RemainingSum[] } | null
  /** Whether whoever looks sees the closing certificate. */
  certificate: boolean
  /** When answers are deleted by themselves, an instant; null where they stay until somebody deletes them. */
  deletedOn: string | null
}

/** Amounts by currency, without those that come to nothing. */
function sumsOf(budgets: readonly Budget[], of: (budget: Budget) => number): RemainingSum[] {
  const sums = new Map<string, number>()
  for (const budget of budgets) sums.set(budget.currency, (sums.get(budget.currency) ?? 0) + of(budget))
  return [...sums].flatMap(([currency, minor]) => (minor === 0 ? [] : [{ currency, minor }]))
}

/** Reads it for a study that has an end. @param held as the page counts them; null where whoever looks sees no count */
export async function readRemaining(
  { db }: Pick<Ports, 'db'>,
  staff: Granted,
  study: StudyWithOffers,
  { held, budgets }: { held: number | null; budgets: readonly Budget[] | null },
): Promise<Remaining | null> {
  const over = finishBy(study)
  if (over === null) return null
  const { id, settings } = study
  const [objections, taken, findings] = await Promise.all([
    held === null ? [] : db.read(objectionCounts),
    may(staff, 'responses.export', id) ? first(db, madeSince({ studyId: id, since: over })) : null,
    may(staff, 'findings.edit', id) ? readFindings(db, id) : null,
  ])
  const certificate = study.offers.length > 0 && may(staff, 'reports.view', id)
  // Whoever has nothing to do here is not told what others have.
  if (held === null && taken === null && findings === null && !budgets?.length && !certificate) return null
  const objected = objections.find(({ studyId }) => studyId === id)
  const { answers } = settings.retention
  return {
    reviews:
      held === null
        ? null
        : {
            held,
            objections: objected?.count ?? 0,
            dueDay: objected?.dueDay ?? null,
            mayOpen: may(staff, 'reviews.view', id),
          },
    files: taken === null ? null : { isTaken: taken !== undefined, from: over },
    findings: findings === null ? null : countFindings(findings.list.findings),
    money:
      budgets === null || budgets.length === 0
        ? null
        : {
            owed: sumsOf(budgets, ({ owed, held: reserved }) => owed + reserved),
            left: sumsOf(budgets, ({ available }) => available),
          },
    certificate,
    deletedOn: answers === null ? null : new Date(Date.parse(over) + answers * dayMs).toISOString(),
  }
}

function countFindings(findings: readonly { publishedOn: string | null }[]) {
  const published = findings.filter(({ publishedOn }) => publishedOn !== null).length
  return { published, drafts: findings.length - published }
}
