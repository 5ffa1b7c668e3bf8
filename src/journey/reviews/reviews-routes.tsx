/** `/admin/reviews`: releasing and rejecting what is held, and holding what was accepted, by the export reference. */

import { type Context, Hono } from 'hono'
import * as z from 'zod'
import { type ReviewsMessages, reviewsMessages } from '../../../messages/generated/reviews.ts'
import { first } from '../../platform/db/together.ts'
import { field, readPosted } from '../../platform/http/form.ts'
import { refuse } from '../../platform/http/refuse.tsx'
import { addressed } from '../../platform/http/valid.ts'
import { languageOf } from '../../platform/i18n/language.ts'
import type { AppEnv } from '../../ports.ts'
import { type Ended, rejectVoucher, releaseVoucher, undoRejection } from '../../rewards/vouchers/actions.ts'
import type { Staff } from '../../staff/accounts/store.ts'
import { may, studiesWith } from '../../staff/permissions/may.ts'
import { needs, staffOf } from '../../staff/permissions/needs.ts'
import { holdResponse } from './hold.ts'
import { isReasonFor, reviewStateOf, type Way, ways, waysOf } from './reviews.ts'
import { ReviewsPage, type ReviewsPageProps, type ShownResponse } from './reviews-page.tsx'
import * as store from './reviews-store.ts'
import { heldByDay, sentBefore } from './sent-before.ts'
import { studyOfResponse } from './study-of-response.ts'

const heldOnAPage = 25
const completeOnAPage = 50

const reference = z
  .string()
  .trim()
  .toLowerCase()
  .max(40)
  .regex(/^[0-9a-z]*$/)
const pageSchema = z.object({
  ref: reference.optional(),
  held: reference.optional(),
  after: reference.optional(),
  said: z.string().max(40).optional(),
})
const waySchema = z.object({ ref: reference, way: z.enum(ways) })

export const reviewRoutes = new Hono<AppEnv>()
  .get('/admin/reviews', needs('reviews.view'), addressed('query', pageSchema), async (c) => {
    const { db, clock, settings } = c.var.ports
    const staff = staffOf(c)
    const studies = studiesWith(staff, 'reviews.view')
    const { ref = '', held = '', after = '', said = '' } = c.req.valid('query')
    const day = held === '' ? '' : ((await first(db, store.dayOfRef(held)))?.day ?? '')
    const [found, waiting, complete, holds] = await Promise.all([
      ref === '' ? undefined : first(db, store.reviewedByRef(studies, ref)),
      db.read(store.heldResponses(studies, { day, ref: held }, heldOnAPage + 1)),
      db.read(store.completeResponses(studies, after, completeOnAPage + 1)),
      db.read(heldByDay(studies, clock.now().slice(0, 10))),
    ])
    const asSeen = (response: store.Reviewed) => shown(response, staff, clock.now())
    return c.html(
      <ReviewsPage
        c={c}
        said={saying(said, languageOf(c))}
        asked={ref}
        found={found === undefined ? null : asSeen(found)}
        held={waiting.slice(0, heldOnAPage).map(asSeen)}
        nextHeld={behind(waiting, heldOnAPage)}
        complete={complete.slice(0, completeOnAPage).map(asSeen)}
        next={behind(complete, completeOnAPage)}
        isFirst={after === ''}
        sentBefore={sentBefore(holds, settings.smallestGroup)}
      />,
    )
  })
  .post(
    '/admin/reviews/:ref/:way',
    needs('reviews.decide', studyOfResponse),
    addressed('param', waySchema),
    async (c) => {
      const { ref, way } = c.req.valid('param')
      const studies = studiesWith(staffOf(c), 'reviews.decide')
      const response = await first(c.var.ports.db, store.reviewedByRef(studies, ref))
      if (response === undefined) return refuse(c, 'not_found')
      const posted = await readPosted(c)
      const reason = field(posted, 'reason')
      const seen = seenIn(field(posted, 'n'))
      const outcome = response.voucherId === null ? notThere : await decide(c, response.voucherId, way, reason, seen)
      return c.redirect(`/admin/reviews?ref=${ref}&said=${'refused' in outcome ? outcome.refused : way}`, 303)
    },
  )

/** The step of the review that the page showed; undefined when it names none. */
const seenIn = (n: string | undefined) => (n !== undefined && /^[0-9]{1,6}$/.test(n) ? Number(n) : undefined)

const notThere = { refused: 'not_found' } as const
const noReason = { refused: 'reason' } as const

async function decide(
  c: Context<AppEnv>,
  voucherId: string,
  way: Way,
  reason: string | undefined,
  seen: number | undefined,
): Promise<Ended | typeof noReason> {
  const { ports } = c.var
  const staff = staffOf(c)
  switch (way) {
    case 'release':
      return isReasonFor(way, reason) ? releaseVoucher(ports, staff, voucherId, reason, seen) : noReason
    case 'reject':
      return isReasonFor(way, reason) ? rejectVoucher(ports, staff, voucherId, reason, seen) : noReason
    case 'hold':
      return isReasonFor(way, reason) ? holdResponse(ports, staff, voucherId, reason) : noReason
    case 'undo':
      return undoRejection(ports, staff, voucherId, seen)
  }
}

function shown(response: store.Reviewed, staff: Staff, now: string): ShownResponse {
  const { ref, study, studyId, day, reason, n, actsAt } = response
  const state = reviewStateOf(response)
  const open = may(staff, 'reviews.decide', studyId) ? waysOf(response, now) : []
  return { ref, study, day, state, ways: open, reason, n, undoUntil: open.includes('undo') ? actsAt : null }
}

function behind(rows: readonly store.Reviewed[], shownRows: number): string | null {
  return rows.length > shownRows ? (rows[shownRows - 1]?.ref ?? null) : null
}

/** What `?said=` stands for; anything else says nothing. */
function saying(said: string, language: Parameters<typeof reviewsMessages>[0]): ReviewsPageProps['said'] {
  const { done, refused } = reviewsMessages(language)
  if (Object.hasOwn(done, said)) return { good: true, text: done[said as keyof ReviewsMessages['done']] }
  if (Object.hasOwn(refused, said)) return { good: false, text: refused[said as keyof ReviewsMessages['refused']] }
  return null
}
