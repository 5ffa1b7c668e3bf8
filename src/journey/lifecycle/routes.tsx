/** `/admin/studies/:slug`: what a study is doing, what is missing before it opens, and the buttons that change it. */
import { type Context, Hono } from 'hono'
import { landingMessages } from '../../../messages/generated/landing.ts'
import { inEachLanguage, type Text } from '../../../schema/questionnaire.ts'
import { field, type Posted, readPosted } from '../../platform/http/form.ts'
import { refuse } from '../../platform/http/refuse.tsx'
import { isDay } from '../../platform/time/day.ts'
import { dayLater, startOf } from '../../platform/time/zone.ts'
import type { AppEnv } from '../../ports.ts'
import { loadCalendar } from '../../rewards/calendar/store.ts'
import { needs, staffOf } from '../../staff/permissions/needs.ts'
import { moveNames, type StudyMove } from '../../survey/studies/lifecycle.ts'
import { studyIdInAddress } from '../../survey/studies/study-in-address.ts'
import type { StudyWithOffers } from '../study.ts'
import { studyWithOffersInAddress } from '../study-in-address.ts'
import { readHome } from './home.ts'
import { StudyHomePage, type TypedMove } from './home-page.tsx'
import {
  closeStudy,
  type MoveOutcome,
  type MoveRefusal,
  pauseStudy,
  reopenStudy,
  resumeStudy,
  startStudy,
} from './moves.ts'
import { permitRoutes } from './permit/routes.tsx'
import { softLaunchRoutes } from './soft-launch-routes.tsx'

/** The longest text that visitors read while a study is paused, in characters. */
const longestWords = 500
/** The most completes that a soft launch waits for. */
const mostSoft = 100_000

export const lifecycleRoutes = new Hono<AppEnv>()
  .route('/', softLaunchRoutes)
  .route('/', permitRoutes)
  .get('/admin/studies/:slug', needs('studies.view', studyIdInAddress), async (c) => {
    const study = await studyWithOffersInAddress(c)
    if (study === undefined) return refuse(c, 'not_found')
    const doneMove = moveNames.find((move) => move === c.req.query('said'))
    return show(c, study, { said: doneMove ?? null, typed: null })
  })
  .post('/admin/studies/:slug/state/:move', needs('studies.edit', studyIdInAddress), async (c) => {
    const study = await studyWithOffersInAddress(c)
    const move = moveNames.find((one) => one === c.req.param('move'))
    if (study === undefined || move === undefined) return refuse(c, 'not_found')
    const posted = await readPosted(c)
    const outcome = await make(c, study, move, posted)
    if ('moved' in outcome) return c.redirect(`/admin/studies/${study.slug}?said=${move}`, 303)
    return show(c, study, { said: null, typed: { move, posted, refused: outcome.refused } })
  })

type Typed = MoveOutcome | MoveRefusal | { refused: TypedMove['refused'] }

async function make(c: Context<AppEnv>, study: StudyWithOffers, move: StudyMove, posted: Posted): Promise<Typed> {
  const { ports } = c.var
  const staff = staffOf(c)
  switch (move) {
    case 'start': {
      const limit = (field(posted, 'soft') ?? '').trim()
      if (!/^(\d{1,6})?$/.test(limit) || Number(limit || '1') < 1 || Number(limit) > mostSoft)
        return { refused: 'limit' }
      return startStudy(ports, staff, study, { softLimit: limit === '' ? null : Number(limit) })
    }
    case 'pause': {
      const words = pauseWordsIn(posted)
      return words === 'long' ? { refused: words } : pauseStudy(ports, staff, study, words)
    }
    case 'resume':
      return resumeStudy(ports, staff, study)
    case 'close':
      return closeStudy(ports, staff, study)
    case 'reopen': {
      const day = (field(posted, 'last') ?? '').trim()
      if (day !== '' && !isDay(day)) return { refused: 'window' }
      const { zone } = await loadCalendar(ports.db, study.settings.calendar, ports.clock.now())
      return reopenStudy(ports, staff, study, day === '' ? null : startOf(zone, dayLater(day, 1)))
    }
  }
}

/** What visitors read: the usual words in each language for which nothing is said; null where nothing is said at all. */
function pauseWordsIn(posted: Posted): Text | null | 'long' {
  const typed = inEachLanguage((language) => (field(posted, `words-${language}`) ?? '').trim())
  const texts = Object.values(typed)
  if (texts.some((text) => text.length > longestWords)) return 'long'
  if (texts.every((text) => text === '')) return null
  return inEachLanguage((language) => typed[language] || landingMessages(language).paused)
}

async function show(
  c: Context<AppEnv>,
  study: StudyWithOffers,
  { said, typed }: { said: StudyMove | null; typed: TypedMove | null },
) {
  const home = await readHome(c, study, typed?.refused === 'missing')
  const most = { characters: longestWords, completes: mostSoft }
  return c.html(<StudyHomePage c={c} home={home} said={said} typed={typed} most={most} />, typed === null ? 200 : 422)
}
