/** `/admin/studies/:slug/settings`. */
import { type Context, Hono } from 'hono'
import { setupMessages } from '../../../../messages/generated/studies/setup.ts'
import { field, readPosted } from '../../../platform/http/form.ts'
import type { Notice } from '../../../platform/http/notice-line.tsx'
import { refuse } from '../../../platform/http/refuse.tsx'
import { languageOf } from '../../../platform/i18n/language.ts'
import type { AppEnv } from '../../../ports.ts'
import { may } from '../../../staff/permissions/may.ts'
import { needs, staffOf } from '../../../staff/permissions/needs.ts'
import { studyIdInAddress } from '../../../survey/studies/study-in-address.ts'
import type { StudyWithOffers } from '../../study.ts'
import { studyWithOffersInAddress } from '../../study-in-address.ts'
import type { SetupFault } from '../faults.ts'
import { choicesFor } from '../pages/choices.ts'
import { withFields } from '../read-form.ts'
import type { Setup } from '../setup.ts'
import { changeCount, changeSettings, changesOf, type SettingChange } from './change.ts'
import { changeableFields, fixedFields } from './fields.ts'
import { SettingsPage } from './page.tsx'
import { typedSettings } from './typed.ts'

const mostChanges = 50

export const studySettingsRoutes = new Hono<AppEnv>()
  .get('/admin/studies/:slug/settings', needs('studies.view', studyIdInAddress), async (c) => {
    const study = await studyWithOffersInAddress(c)
    if (study === undefined || study.testOf !== null) return refuse(c, 'not_found')
    const { said } = setupMessages(languageOf(c))
    const notice: Notice | null = c.req.query('said') === 'saved' ? { tone: 'good', text: said.saved } : null
    return page(c, study, { setup: typedSettings(study), faults: [], notice })
  })
  .post('/admin/studies/:slug/settings', needs('studies.edit', studyIdInAddress), async (c) => {
    const { ports } = c.var
    const study = await studyWithOffersInAddress(c)
    if (study === undefined || study.testOf !== null) return refuse(c, 'not_found')
    const posted = await readPosted(c)
    const fields = changeableFields({ ...study, now: ports.clock.now() })
    const typed = withFields(typedSettings(study), fields, posted)
    const { said, settings } = setupMessages(languageOf(c))
    if (typed === null) return page(c, study, bad(typedSettings(study), said.unreadable), 422)
    const seen = Number(field(posted, 'seen'))
    const done = await changeSettings(ports, staffOf(c), study.slug, typed, Number.isSafeInteger(seen) ? seen : -1)
    if ('changed' in done) return c.redirect(`/admin/studies/${study.slug}/settings?said=saved`, 303)
    switch (done.refused) {
      case 'not_found':
        return refuse(c, 'not_found')
      case 'moved_on':
        return page(c, study, bad(typed, settings.movedOn), 409)
      case 'faults':
        return page(c, study, { ...bad(typed, settings.faults), faults: done.faults }, 422)
    }
  })

interface Shown {
  setup: Setup
  faults: readonly SetupFault[]
  notice: Notice | null
}

const bad = (setup: Setup, text: string): Shown => ({ setup, faults: [], notice: { tone: 'bad', text } })

async function page(c: Context<AppEnv>, study: StudyWithOffers, shown: Shown, status: 200 | 409 | 422 = 200) {
  const { ports } = c.var
  const language = languageOf(c)
  const { questionnaire } = study
  const standing = { ...study, now: ports.clock.now() }
  const [seen, rows, choicesOf] = await Promise.all([
    changeCount(ports, study.id),
    ports.db.read(changesOf({ studyId: study.id, limit: mostChanges })),
    choicesFor({ language, words: setupMessages(language), questionnaire, studies: [] }),
  ])
  const changes = rows.map(({ n, changes, name, at }) => ({
    n,
    names: (JSON.parse(changes) as SettingChange[]).map((one) => one.field),
    name,
    at,
  }))
  return c.html(
    <SettingsPage
      c={c}
      study={study}
      {...shown}
      seen={seen}
      changeable={changeableFields(standing)}
      fixed={fixedFields(standing)}
      mayChange={may(staffOf(c), 'studies.edit', study.id)}
      choicesOf={choicesOf}
      changes={changes}
    />,
    status,
  )
}
