/** `/admin/reviews`: releasing and rejecting what is held, and holding what was accepted, by the export reference. */

import { type Context, Hono } from 'hono'
import * as z from 'zod'
import { first } from '../../platform/db/together.ts'
import { field, readPosted } from '../../platform/http/form.ts'
import { refuse } from '../../platform/http/refuse.tsx'
import { addressed } from '../../platform/http/valid.ts'
import { languageOf } from '../../platform/i18n/language.ts'
import { pageByKey } from '../../platform/lists/page-by-key.ts'
import type { AppEnv } from '../../ports.ts'
import type { ReviewResult } from '../../rewards/vouchers/actions.ts'
import { around } from '../../staff/frame/address.ts'
import { pageByTime } from '../../staff/frame/sorting.ts'
import { takeDuty } from '../../staff/permissions/duties.ts'
import { studiesWith } from '../../staff/permissions/may.ts'
import { needs, staffOf } from '../../staff/permissions/needs.ts'
import { decideAll, readBulkDecisions } from './desk/bulk.ts'
import { reference, responseRoutes } from './desk/response-routes.tsx'
import { holdResponse } from './hold.ts'
import { rejectResponse, releaseResponse, undoRejected } from './judge.ts'
import { countReleased } from './report-only.ts'
import { bulkResultCode, reviewNotice } from './result-notice.ts'
import { isReasonFor, type ReviewAction, reviewActions, reviewStateOf } from './reviews.ts'
import { ReviewsPage } from './reviews-page.tsx'
import * as store from './reviews-store.ts'
import { heldByDay, sentBefore } from './sent-before.ts'
import { showAll } from './show.ts'
import { studyOfResponse } from './study-of-response.ts'

const heldOnAPage = 25
const completeOnAPage = 50
/** More objections than this are shown once some of them are decided. */
const mostObjected = 100

/** A reference, behind the state by which the list is sorted. */
const place = z.string().regex(/^(?:[a-z]{1,20} )?[0-9a-z]{1,40}$/)
const endOf = (way: 'behind' | 'ahead') => (way === 'behind' ? '' : '~')

const pageSchema = z.object({
  ref: reference.optional(),
  held: reference.optional(),
  heldAfter: reference.optional(),
  before: place.optional(),
  after: place.optional(),
  said: z.string().max(40).optional(),
  /** References that stay ticked, since they were sent without a decision. */
  ticked: z.string().max(2000).optional(),
})
const waySchema = z.object({ ref: reference, way: z.enum(reviewActions) })

export const reviewRoutes = new Hono<AppEnv>()
  .get('/admin/reviews', needs('reviews.view'), addressed('query', pageSchema), async (c) => {
    const { ports } = c.var
    const { db, clock, settings } = ports
    const staff = staffOf(c)
    const studies = studiesWith(staff, 'reviews.view')
    const { ref = '', held, heldAfter, before, after, said = '', ticked = '' } = c.req.valid('query')
    const [found, objected, waiting, complete, holds] = await Promise.all([
      ref === '' ? undefined : first(db, store.reviewedByRef(studies, ref)),
      db.read(store.objectedResponses(studies, mostObjected)),
      pageByKey<store.Reviewed>(
        { before: held, after: heldAfter },
        heldOnAPage,
        ({ ref }) => ref,
        async (way, from, limit) => {
          const day = from === null ? '' : ((await first(db, store.dayOfRef(from)))?.day ?? '')
          return db.read(store.heldResponses(studies, { day, ref: from ?? '' }, limit, way))
        },
      ),
      pageByTime<store.Reviewed>(c, { before, after }, completeOnAPage, {
        keyOf: ({ ref }) => ref,
        read: (way, from, limit) => db.read(store.completeResponsesAround(studies, from ?? endOf(way), limit, way)),
        by: {
          state: {
            groups: store.reviewGroups,
            groupOf: (row) => store.groupOfState(reviewStateOf(row)),
            keyOf: ({ ref }) => ref,
            read: (state, way, from, limit) =>
              db.read(store.completeInState(studies, state as store.ReviewGroup, from ?? endOf(way), limit, way)),
          },
        },
      }),
      db.read(heldByDay(studies, clock.now().slice(0, 10))),
    ])
    const asSeen = (responses: readonly store.Reviewed[]) => showAll(ports, staff, responses)
    return c.html(
      <ReviewsPage
        c={c}
        said={reviewNotice(said, languageOf(c))}
        asked={ref}
        found={found === undefined ? null : ((await asSeen([found]))[0] ?? null)}
        objected={await asSeen(objected)}
        held={await asSeen(waiting.rows)}
        ticked={ticked.split('.')}
        heldPages={around(c, waiting, '#held', { before: 'held', after: 'heldAfter' })}
        complete={await asSeen(complete.rows)}
        pages={around(c, complete, '#complete')}
        sentBefore={sentBefore(holds, settings.smallestGroup)}
      />,
    )
  })
  .post('/admin/reviews/decide', needs('reviews.decide'), async (c) => {
    const { ports } = c.var
    const staff = staffOf(c)
    const posted = await readPosted(c)
    const ticked = (posted.ticked ?? []).flatMap((value) => /^[0-9a-z]{1,40}(?= )/.exec(value) ?? [])
    const choices = readBulkDecisions(posted.decision ?? [], posted.ticked ?? [], field(posted, 'common') ?? '')
    // Of the studies in which they may decide: what is not there is not done.
    const studies = studiesWith(staff, 'reviews.decide')
    for (const { ref } of choices.choices) {
      const response = await first(ports.db, store.reviewedByRef(studies, ref))
      if (response !== undefined && !(await takeDuty(ports, staff.id, response.studyId, 'reviews')))
        return c.redirect('/admin/reviews?said=makes_links', 303)
    }
    const done = await decideAll(ports, staff, choices, async (ref) => {
      return (await first(ports.db, store.reviewedByRef(studies, ref)))?.voucherId ?? null
    })
    const released = choices.choices.filter(({ way }) => way === 'release')
    for (const { ref } of released) await countReleased(ports, ref)
    return c.redirect(
      `/admin/reviews?said=${bulkResultCode(done)}${done.open > 0 ? `&ticked=${ticked.slice(0, heldOnAPage).join('.')}` : ''}`,
      303,
    )
  })
  .route('/', responseRoutes)
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
      const mayJudge = await takeDuty(c.var.ports, staffOf(c).id, response.studyId, 'reviews')
      const outcome = !mayJudge
        ? makesLinks
        : response.voucherId === null
          ? notThere
          : await decide(c, response.voucherId, way, reason, seen)
      if (way === 'release' && 'done' in outcome) await countReleased(c.var.ports, ref)
      const back = field(posted, 'from') === 'response' ? `/admin/reviews/${ref}?` : `/admin/reviews?ref=${ref}&`
      return c.redirect(`${back}said=${'refused' in outcome ? outcome.refused : way}`, 303)
    },
  )

/** The step of the review that the page showed; undefined when it names none. */
const seenIn = (n: string | undefined) => (n !== undefined && /^[0-9]{1,6}$/.test(n) ? Number(n) : undefined)

const notThere = { refused: 'not_found' } as const
const makesLinks = { refused: 'makes_links' } as const
const noReason = { refused: 'reason' } as const

async function decide(
  c: Context<AppEnv>,
  voucherId: string,
  way: ReviewAction,
  reason: string | undefined,
  seen: number | undefined,
): Promise<ReviewResult | typeof noReason> {
  const { ports } = c.var
  const staff = staffOf(c)
  switch (way) {
    case 'release':
      return isReasonFor(way, reason) ? releaseResponse(ports, staff, voucherId, reason, seen) : noReason
    case 'reject':
      return isReasonFor(way, reason) ? rejectResponse(ports, staff, voucherId, reason, seen) : noReason
    case 'hold':
      return isReasonFor(way, reason) ? holdResponse(ports, staff, voucherId, reason) : noReason
    case 'undo':
      return undoRejected(ports, staff, voucherId, seen)
  }
}
