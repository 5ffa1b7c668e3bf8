/** `/admin/setups`: a study is described step by step, left and gone on with, and made. */
import { type Context, Hono } from 'hono'
import * as z from 'zod'
import { setupMessages } from '../../../messages/generated/studies/setup.ts'
import { first } from '../../platform/db/together.ts'
import { field, largestBody, readPosted } from '../../platform/http/form.ts'
import type { Notice } from '../../platform/http/notice-line.tsx'
import { refuse, wantsJson } from '../../platform/http/refuse.tsx'
import { limitedTo } from '../../platform/http/safety.ts'
import { readUpload } from '../../platform/http/upload.ts'
import { addressed } from '../../platform/http/valid.ts'
import { languageOf } from '../../platform/i18n/language.ts'
import type { AppEnv } from '../../ports.ts'
import { may, studiesWith } from '../../staff/permissions/may.ts'
import { needs, staffOf } from '../../staff/permissions/needs.ts'
import { mostFormBytes } from '../../survey/questionnaire/xlsform/limits.ts'
import { listStudies } from '../../survey/studies/store.ts'
import { beginSetup, makeStudy, saveSection } from './actions.ts'
import { choicesFor } from './pages/choices.ts'
import { SectionPage } from './pages/section-page.tsx'
import { SummaryPage } from './pages/summary-page.tsx'
import { faultTexts } from './pages/words-of.ts'
import { languagesOf } from './read/about.ts'
import { studyFromSetup } from './read/study-of.ts'
import { readContext } from './read-context.ts'
import { type PressedButton, pressOf, withSection } from './read-form.ts'
import { sectionMark } from './section-mark.ts'
import { readSetup, type Setup, type SetupSection, sectionNames } from './setup.ts'
import * as store from './store.ts'
import { keepQuestionnaire, readUploadedQuestionnaire } from './upload.ts'

const stepSchema = z.object({ id: z.string(), section: z.enum([...sectionNames, 'summary']) })
const sectionSchema = z.object({ id: z.string(), section: z.enum(sectionNames) })
const saidSchema = z.object({ said: z.enum(['saved']).optional().catch(undefined) })
const limited = limitedTo(mostFormBytes + largestBody)

export const setupRoutes = new Hono<AppEnv>()
  .post('/admin/setups', needs('studies.create'), async (c) => {
    const id = await beginSetup(c.var.ports, staffOf(c))
    return c.redirect(`/admin/setups/${id}/study`, 303)
  })
  .get(
    '/admin/setups/:id/:section',
    needs('studies.create'),
    addressed('param', stepSchema),
    addressed('query', saidSchema),
    async (c) => {
      const { id, section } = c.req.valid('param')
      const row = await first(c.var.ports.db, store.setupFor({ id, staffId: staffOf(c).id }))
      if (row === undefined) return refuse(c, 'not_found')
      const words = setupMessages(languageOf(c))
      const made: Notice | null = row.studyId === null ? null : { tone: 'wait', text: words.said.made }
      const setup = readSetup(row.document)
      if (section === 'summary') return summary(c, id, setup, made)
      const isSaved = c.req.valid('query').said === 'saved'
      return page(c, { id, section, setup }, made ?? (isSaved ? 'saved' : null))
    },
  )
  .post('/admin/setups/:id/file', needs('studies.create'), limited, async (c) => {
    const { ports } = c.var
    const { db, clock } = ports
    const id = c.req.param('id')
    const row = await first(db, store.setupFor({ id, staffId: staffOf(c).id }))
    if (row === undefined) return refuse(c, 'not_found')
    const setup = readSetup(row.document)
    const words = setupMessages(languageOf(c))
    const shown = { id, section: 'questionnaire', setup } as const
    const { file, mark } = await readUpload(c)
    if (!(file instanceof File) || file.size === 0) return page(c, shown, { tone: 'bad', text: words.upload.none })
    const read = await readUploadedQuestionnaire(ports, file, languagesOf(setup), languageOf(c))
    if (!('questionnaire' in read)) {
      const { lines } = read
      return page(c, shown, { tone: 'bad', text: words.upload.faults({ count: lines.length }), lines })
    }
    const { version, writes } = await keepQuestionnaire(db, read.questionnaire, clock.now())
    const saved = await saveSection(ports, staffOf(c), {
      id,
      section: 'questionnaire',
      mark: typeof mark === 'string' ? mark : '',
      change: (now) => ({
        ...now,
        questionnaire: { ...now.questionnaire, from: 'version', version },
        saved: [...new Set([...now.saved, 'questionnaire'])],
      }),
      besides: writes,
    })
    if ('refused' in saved) {
      if (saved.refused === 'not_found') return refuse(c, 'not_found')
      const text = saved.refused === 'made' ? words.said.made : words.said.conflict
      return page(c, shown, { tone: 'bad', text })
    }
    const text = words.upload.done({ title: read.questionnaire.title[languageOf(c)] ?? '' })
    const { told } = read
    return page(
      c,
      { ...shown, setup: saved.saved },
      told.length === 0 ? { tone: 'good', text } : { tone: 'wait', text: `${text} ${words.upload.left}`, lines: told },
    )
  })
  .post('/admin/setups/:id/:section', needs('studies.create'), addressed('param', sectionSchema), async (c) => {
    const { ports } = c.var
    const { id, section } = c.req.valid('param')
    const row = await first(ports.db, store.setupFor({ id, staffId: staffOf(c).id }))
    if (row === undefined) return refuse(c, 'not_found')
    const stored = readSetup(row.document)
    const posted = await readPosted(c)
    const typed = withSection(stored, section, posted)
    const words = setupMessages(languageOf(c))
    const isScript = wantsJson(c)
    if (typed === null && isScript) return c.json({ said: words.said.unreadable }, 422)
    if (typed === null)
      return page(c, { id, section, setup: stored }, { tone: 'bad', text: words.said.unreadable }, 422)
    const pressed = pressOf(posted)
    const isRow = 'list' in pressed
    const saved = await saveSection(ports, staffOf(c), {
      id,
      section,
      mark: field(posted, 'mark') ?? '',
      change: (now) => ({
        ...now,
        [section]: typed[section],
        // A new row is empty: nothing is said to be wrong before somebody has saved it.
        saved: isRow ? now.saved : [...new Set([...now.saved, section])],
      }),
    })
    if ('saved' in saved && isScript) return c.json(await checked(c, id, section, saved.saved))
    if ('saved' in saved) return c.redirect(await after(c, id, section, saved.saved, pressed), 303)
    if (isScript && saved.refused !== 'not_found')
      return c.json(
        {
          said: words.said[saved.refused],
          ...(saved.refused === 'conflict' && { mark: sectionMark(stored, section) }),
        },
        409,
      )
    switch (saved.refused) {
      case 'not_found':
        return refuse(c, 'not_found')
      case 'made':
        return page(c, { id, section, setup: stored }, { tone: 'bad', text: words.said.made }, 409)
      case 'conflict': {
        const text = words.said.conflict
        return page(c, { id, section, setup: typed, kept: stored }, { tone: 'bad', text }, 409)
      }
    }
  })
  .post('/admin/setups/:id', needs('studies.create'), async (c) => {
    const { ports } = c.var
    const id = c.req.param('id')
    const made = await makeStudy(ports, staffOf(c), id, setupMessages(languageOf(c)).summary.budgetReason)
    if ('made' in made) return c.redirect(`/admin/studies/${made.made}`, 303)
    if (made.refused === 'not_found') return refuse(c, 'not_found')
    return c.redirect(`/admin/setups/${id}/summary`, 303)
  })

/** Where somebody goes on after saving: the step itself as long as something in it is wrong. */
async function after(c: Context<AppEnv>, id: string, section: SetupSection, setup: Setup, pressed: PressedButton) {
  const here = `/admin/setups/${id}/${section}`
  if ('list' in pressed) return pressed.press === 'add' ? `${here}#${lastRow(setup, section, pressed.list)}` : here
  if (pressed.press !== 'next') return `${here}?said=saved`
  const { faults } = studyFromSetup(
    setup,
    await readContext(c.var.ports, setup, id, { seen: studiesWith(staffOf(c), 'studies.view') }),
  )
  if (faults.some((fault) => fault.section === section)) return `${here}?said=saved`
  return `/admin/setups/${id}/${sectionNames[sectionNames.indexOf(section) + 1] ?? 'summary'}`
}

/** What the script of a step puts beside its fields once they are saved: each fault by its path, and the new mark. */
async function checked(c: Context<AppEnv>, id: string, section: SetupSection, setup: Setup) {
  const language = languageOf(c)
  const seen = studiesWith(staffOf(c), 'studies.view')
  const { faults } = studyFromSetup(setup, await readContext(c.var.ports, setup, id, { seen }))
  const own = faults.filter((fault) => fault.section === section)
  return {
    said: setupMessages(language).said.saved,
    mark: sectionMark(setup, section),
    faults: Object.fromEntries(faultTexts(language, own)),
  }
}

/** What the last row of a list is called on its page. */
function lastRow(setup: Setup, section: SetupSection, list: string): string {
  const rows = (setup[section] as Readonly<Record<string, unknown>>)[list]
  return `${list}.${Array.isArray(rows) ? rows.length - 1 : 0}`
}

interface Shown {
  id: string
  section: SetupSection
  setup: Setup
  /** As it is kept, where that is something else than what is shown. */
  kept?: Setup
}

async function page(
  c: Context<AppEnv>,
  shown: Shown,
  saveNotice: Notice | 'saved' | null,
  status: 200 | 409 | 422 = 200,
) {
  const { faults, choicesOf, questionnaire } = await looked(c, shown.setup, shown.id)
  const words = setupMessages(languageOf(c))
  const count = faults.filter(({ section }) => section === shown.section).length
  const saved: Notice =
    count === 0 ? { tone: 'good', text: words.said.saved } : { tone: 'wait', text: words.said.faults({ count }) }
  const notice = saveNotice === 'saved' ? saved : saveNotice
  const seen = { faults, choicesOf, questionnaire, notice }
  return c.html(<SectionPage c={c} {...shown} {...seen} />, status)
}

async function summary(c: Context<AppEnv>, id: string, setup: Setup, notice: Notice | null) {
  const { faults, study, choicesOf, questionnaire } = await looked(c, setup, id)
  return c.html(
    <SummaryPage
      c={c}
      id={id}
      setup={setup}
      faults={faults}
      study={study}
      proposesBudgets={may(staffOf(c), 'budgets.propose')}
      choicesOf={choicesOf}
      questionnaire={questionnaire}
      notice={notice}
    />,
  )
}

/** A set-up read against what is there, and what may be chosen in it. */
async function looked(c: Context<AppEnv>, setup: Setup, id: string) {
  const { ports } = c.var
  const language = languageOf(c)
  const seen = studiesWith(staffOf(c), 'studies.view')
  const context = await readContext(ports, setup, id, { seen })
  const studies = (await listStudies(ports.db, ports.clock.now())).filter((study) => seen.includes(study.id))
  const { questionnaire } = context
  const choicesOf = await choicesFor({ language, words: setupMessages(language), questionnaire, studies })
  return { ...studyFromSetup(setup, context), choicesOf, questionnaire }
}
