/** What a page of the review desk says was just done, from its address. */
import { type ReviewsMessages, reviewsMessages } from '../../../messages/generated/reviews.ts'
import type { Language } from '../../../schema/questionnaire.ts'
import type { Done } from './desk/bulk.ts'

export type ReviewNotice = { good: boolean; text: string } | null

/** What `?said=` stands for; anything else says nothing. */
export function reviewNotice(result: string, language: Language): ReviewNotice {
  const { done, refused } = reviewsMessages(language)
  const bulk = /^bulk-([0-9]{1,3})-([0-9]{1,3})-([0-9]{1,3})-([0-9]{1,3})$/.exec(result)
  if (bulk !== null) {
    const [released = 0, rejected = 0, moved = 0, open = 0] = bulk.slice(1).map(Number)
    return sayingOfAll({ released, rejected, moved, open }, language)
  }
  if (Object.hasOwn(done, result)) return { good: true, text: done[result as keyof ReviewsMessages['done']] }
  if (Object.hasOwn(refused, result)) return { good: false, text: refused[result as keyof ReviewsMessages['refused']] }
  return null
}

/** The address part of what came of several decisions. */
export const bulkResultCode = ({ released, rejected, moved, open }: Done) =>
  `bulk-${released}-${rejected}-${moved}-${open}`

function sayingOfAll({ released, rejected, moved, open }: Done, language: Language): ReviewNotice {
  const { bulk } = reviewsMessages(language)
  const parts = [
    bulk.done({ released, rejected }),
    ...(moved > 0 ? [bulk.moved({ count: moved })] : []),
    ...(open > 0 ? [bulk.open({ count: open })] : []),
  ]
  return { good: moved === 0 && open === 0 && released + rejected > 0, text: parts.join(' ') }
}
