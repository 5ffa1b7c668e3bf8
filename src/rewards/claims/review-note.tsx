/** What the holder of a voucher is told about a review: who decides within what time, and how to object. */
import { voucherMessages } from '../../../messages/generated/voucher.ts'
import type { Language } from '../../../schema/questionnaire.ts'
import { formatDateTime, gap } from '../../platform/i18n/format.ts'

/**
 * - `held`: a person decides within so many working days, and the day (ISO 8601) by which that is; null where the calendar ends
 * - `mayObject`: until then (ISO 8601 in UTC)
 * - `objected`: another person decides
 */
export type NotedReview =
  | { is: 'held'; workingDays: number; by: string | null }
  | { is: 'mayObject'; until: string }
  | { is: 'objected' }

/** @param status where whoever gave the response objects; null for whoever has only the voucher's code */
export function ReviewNote({
  review,
  status,
  language,
}: {
  review: NotedReview
  status: string | null
  language: Language
}) {
  const words = voucherMessages(language).review
  return (
    <p>
      {review.is === 'held' && words.held({ days: review.workingDays })}
      {review.is === 'mayObject' && words.mayObject({ at: formatDateTime(review.until, language) })}
      {review.is === 'objected' && words.objected}
      {gap(language)}
      {status === null ? words.whose : <a href={`${status}#objection`}>{words.status}</a>}
    </p>
  )
}
