/** `/admin/reviews/REF`: one response with its answers, and deciding about an objection to its rejection. */
import { type Context, Hono } from 'hono'
import * as z from 'zod'
import { reviewsMessages } from '../../../../messages/generated/reviews.ts'
import { first } from '../../../platform/db/together.ts'
import { field, readPosted } from '../../../platform/http/form.ts'
import { refuse } from '../../../platform/http/refuse.tsx'
import { addressed } from '../../../platform/http/valid.ts'
import { languageOf } from '../../../platform/i18n/language.ts'
import type { AppEnv } from '../../../ports.ts'
import { takeDuty } from '../../../staff/permissions/duties.ts'
import { may, studiesWith } from '../../../staff/permissions/may.ts'
import { needs, staffOf } from '../../../staff/permissions/needs.ts'
import { decideObjection } from '../objections/decide.ts'
import { objectionsOf } from '../objections/store.ts'
import { openWords } from '../objections/words.ts'
import { countReleased } from '../report-only.ts'
import { isReasonFor } from '../reviews.ts'
import { reviewedByRef } from '../reviews-store.ts'
import { saying } from '../said.ts'
import { showAll } from '../show.ts'
import { studyOfResponse } from '../study-of-response.ts'
import { twinsIn } from './flags.ts'
import type { ObjectionAtDesk } from './objection-form.tsx'
import { readResponse } from './read-response.ts'
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
const shownSchema = z.object({ twin: reference.optional(), said: z.string().max(40).optional() })
const objectionSchema = z.object({ ref: reference, way: z.enum(['uphold', 'dismiss']) })

export const responseRoutes = new Hono<AppEnv>()
  .get(
    '/admin/reviews/:ref',
    needs('reviews.view', studyOfResponse),
    addressed('param', refSchema),
    addressed('query', shownSchema),
    async (c) => {
      const { twin, said = '' } = c.req.valid('query')
      return show(c, c.req.valid('param').ref, { twin, said, typed: null })
    },
  )
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
      const again = (error: string) => show(c, ref, { twin: undefined, said: '', typed: { reply, error } }, 422)
      if (!isReasonFor(decided, reason)) return again(words.errors.reason)
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
  twin: string | undefined
  said: string
  typed: ObjectionAtDesk['typed']
}

async function show(c: Context<AppEnv>, ref: string, { twin, said, typed }: Shown, status: 200 | 422 = 200) {
  const { ports } = c.var
  const staff = staffOf(c)
  const studies = studiesWith(staff, 'reviews.view')
  const [reviewed, read] = await Promise.all([
    first(ports.db, reviewedByRef(studies, ref)),
    readResponse(ports, studies, ref),
  ])
  const [response] = reviewed === undefined ? [] : await showAll(ports, staff, [reviewed])
  if (response === undefined || read === undefined) return refuse(c, 'not_found')
  // A twin of another study would say that somebody answered in both.
  const other = twin === undefined || twin === ref ? undefined : await readResponse(ports, [read.studyId], twin)
  const beside =
    twin === undefined || other === undefined
      ? null
      : { ref: twin, read: other, lines: sideBySide(read.answered, other.answered) }
  const words = reviewsMessages(languageOf(c))
  const page = (
    <ResponsePage
      c={c}
      said={
        twin !== undefined && beside === null
          ? { good: false, text: words.notFound({ ref: twin }) }
          : saying(said, languageOf(c))
      }
      response={response}
      read={read}
      twins={twinsIn(response.flags, ref)}
      beside={beside}
      objection={await objectionAt(c, read, typed)}
    />
  )
  return c.html(page, status)
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
    madeOn: row.madeAt.slice(0, 10),
    dueDay: row.dueDay,
    words: await openWords(ports, row, 'objection', { texts: row.texts, key: row.textsKey }),
    reply: await openWords(ports, row, 'reply', { texts: row.replyTexts, key: row.replyKey }),
    isDecided: row.decidedBy !== null,
    isOwn: row.rejectedBy === staff.id,
    mayDecide: may(staff, 'reviews.decide', studyId),
    typed,
  }
}
