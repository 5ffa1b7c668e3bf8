/**
 * `/admin/reviews/REF`: one response, its answers for whoever asks for them, and deciding about an objection to its
 * rejection. Answers are the answer to a post, because each look at them is in the audit trail first.
 */

import { type Context, Hono } from 'hono'
import * as z from 'zod'
import { reviewsMessages } from '../../../../messages/generated/reviews.ts'
import { commit } from '../../../platform/db/perform.ts'
import { first } from '../../../platform/db/together.ts'
import { field, readPosted } from '../../../platform/http/form.ts'
import { refuse } from '../../../platform/http/refuse.tsx'
import { addressed } from '../../../platform/http/valid.ts'
import { languageOf } from '../../../platform/i18n/language.ts'
import { booksZone, dayOf } from '../../../platform/time/zone.ts'
import type { AppEnv, Ports } from '../../../ports.ts'
import type { Staff } from '../../../staff/accounts/store.ts'
import { addAudit } from '../../../staff/audit-trail/audit.ts'
import { hasDuty, takeDuty } from '../../../staff/permissions/duties.ts'
import { may, studiesWith } from '../../../staff/permissions/may.ts'
import { needs, staffOf } from '../../../staff/permissions/needs.ts'
import { decideObjection } from '../objections/decide.ts'
import { objectionsOf } from '../objections/store.ts'
import { openWords } from '../objections/words.ts'
import { countReleased } from '../report-only.ts'
import { reviewNotice } from '../result-notice.ts'
import { isReasonFor } from '../reviews.ts'
import { reviewedByRef } from '../reviews-store.ts'
import { showAll } from '../show.ts'
import { studyOfResponse } from '../study-of-response.ts'
import { twinsIn } from './flags.ts'
import { type ObjectionAtDesk, objectionWays } from './objection-form.tsx'
import { type ResponseToReview, readResponseToReview } from './read-response.ts'
import { ResponsePage } from './response-page.tsx'
import { sideBySide } from './side-by-side.ts'

/** An export reference as somebody may have typed it. */
export const reference = z
  .string()
  .trim()
  .toLowerCase()
  .max(40)
  .regex(/^[0-9a-z]*$/)

const refSchema = z.object({ ref: reference })
const shownSchema = z.object({ said: z.string().max(40).optional() })
const objectionSchema = z.object({ ref: reference, way: z.enum(objectionWays) })

export const responseRoutes = new Hono<AppEnv>()
  .get(
    '/admin/reviews/:ref',
    needs('reviews.view', studyOfResponse),
    addressed('param', refSchema),
    addressed('query', shownSchema),
    async (c) => {
      const { said = '' } = c.req.valid('query')
      return show(c, c.req.valid('param').ref, { said, opens: null, typed: null })
    },
  )
  .post('/admin/reviews/:ref', needs('reviews.view', studyOfResponse), addressed('param', refSchema), async (c) => {
    const twin = reference.safeParse(field(await readPosted(c), 'twin')).data ?? ''
    return show(c, c.req.valid('param').ref, { said: '', opens: { twin }, typed: null })
  })
  .post(
    '/admin/reviews/:ref/:way{uphold|dismiss}',
    needs('reviews.decide', studyOfResponse),
    addressed('param', objectionSchema),
    async (c) => {
      const { ref, way } = c.req.valid('param')
      const { ports } = c.var
      const staff = staffOf(c)
      const response = await first(ports.db, reviewedByRef(studiesWith(staff, 'reviews.decide'), ref))
      if (response === undefined || response.voucherId === null) return refuse(c, 'not_found')
      const posted = await readPosted(c)
      const reply = (field(posted, 'reply') ?? '').replaceAll('\r\n', '\n')
      const reason = field(posted, `reason_${way}`)
      const decided = way === 'uphold' ? ('release' as const) : ('reject' as const)
      const words = reviewsMessages(languageOf(c)).objection
      const again = (error: string, isReason = false) => {
        const typed = { way, reply, reason: reason ?? '', error, isReason }
        return show(c, ref, { said: '', opens: { twin: '' }, typed }, 422)
      }
      if (!isReasonFor(decided, reason)) return again(words.errors.reason, true)
      const seen = Number(field(posted, 'n') ?? '') || 0
      if (!(await takeDuty(ports, staff.id, response.studyId, 'reviews'))) return again(words.errors.makes_links)
      const outcome = await decideObjection(
        ports,
        staff,
        { studyId: response.studyId, voucherId: response.voucherId },
        { way: decided, reason, reply, seen },
      )
      if ('refused' in outcome) return again(words.errors[outcome.refused])
      if (way === 'uphold') await countReleased(ports, ref)
      return c.redirect(`/admin/reviews/${ref}?said=${way}`, 303)
    },
  )

interface Shown {
  said: string
  /** With the answers, and beside those of the response with this reference; null without. */
  opens: { twin: string } | null
  typed: ObjectionAtDesk['typed']
}

async function show(c: Context<AppEnv>, ref: string, { said, opens, typed }: Shown, status: 200 | 422 = 200) {
  const { ports } = c.var
  const staff = staffOf(c)
  const studies = studiesWith(staff, 'reviews.view')
  const [reviewed, read] = await Promise.all([
    first(ports.db, reviewedByRef(studies, ref)),
    readResponseToReview(ports, studies, ref),
  ])
  const [response] = reviewed === undefined ? [] : await showAll(ports, staff, [reviewed])
  if (response === undefined || read === undefined) return refuse(c, 'not_found')
  const words = reviewsMessages(languageOf(c))
  const seen = opens === null ? null : await look(ports, staff, read, opens.twin === ref ? '' : opens.twin)
  const notices = {
    makes_links: { good: false, text: words.refused.makes_links_reads },
    no_twin: { good: false, text: words.notFound({ ref: opens?.twin ?? '' }) },
  }
  const isOpen = seen !== null && seen !== 'makes_links'
  const other = isOpen && typeof seen === 'object' ? seen : null
  const beside =
    other === null ? null : { ref: opens?.twin ?? '', read: other, lines: sideBySide(read.answered, other.answered) }
  const page = (
    <ResponsePage
      c={c}
      said={seen === 'makes_links' || seen === 'no_twin' ? notices[seen] : reviewNotice(said, languageOf(c))}
      response={response}
      read={read}
      isOpen={isOpen}
      twins={twinsIn(response.flags, ref)}
      beside={beside}
      objection={await objectionAt(c, read, typed)}
    />
  )
  return c.html(page, status)
}

/**
 * Lets somebody look at a response, and at another of its study beside it: first their names go into the audit trail.
 * @returns the other one, or `no_twin`; `alone` when none was asked for; `makes_links`: they know whose links are whose
 */
async function look(
  ports: Ports,
  staff: Staff,
  read: ResponseToReview,
  twin: string,
): Promise<ResponseToReview | 'alone' | 'no_twin' | 'makes_links'> {
  if (await hasDuty(ports, staff.id, read.studyId, 'links')) return 'makes_links'
  // A twin of another study would say that somebody answered in both.
  const other = twin === '' ? undefined : await readResponseToReview(ports, [read.studyId], twin)
  const at = ports.clock.now()
  const seen = [read, ...(other === undefined ? [] : [other])]
  await commit(
    ports.db,
    'An audit entry',
    ...seen.map(({ respondentId: subject }) =>
      addAudit({ id: ports.ids.next('audit'), actor: staff.id, action: 'answers.viewed', subject, at }),
    ),
  )
  return other ?? (twin === '' ? 'alone' : 'no_twin')
}

/** The newest objection to a rejection of this response, in clear. */
async function objectionAt(
  c: Context<AppEnv>,
  { respondentId, studyId }: { respondentId: string; studyId: string },
  typed: ObjectionAtDesk['typed'],
): Promise<ObjectionAtDesk | null> {
  const { ports } = c.var
  const staff = staffOf(c)
  const row = (await ports.db.read(objectionsOf({ respondentId }))).at(-1)
  if (row === undefined) return null
  return {
    madeOn: dayOf(booksZone, row.madeAt),
    dueDay: row.dueDay,
    words: await openWords(ports, row, 'objection', { texts: row.texts, key: row.textsKey }),
    reply: await openWords(ports, row, 'reply', { texts: row.replyTexts, key: row.replyKey }),
    isDecided: row.decidedBy !== null,
    isOwn: row.rejectedBy === staff.id,
    mayDecide: may(staff, 'reviews.decide', studyId),
    typed,
  }
}
