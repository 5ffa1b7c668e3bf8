/** `/admin/studies/:slug/insights/texts`: what people typed, and sorting it into themes. */
import { type Context, Hono } from 'hono'
import * as z from 'zod'
import { textsMessages } from '../../../../messages/generated/insights/texts.ts'
import { field, normalizeText, type Posted, readPosted } from '../../../platform/http/form.ts'
import type { Notice } from '../../../platform/http/notice-line.tsx'
import { refuse } from '../../../platform/http/refuse.tsx'
import { addressed } from '../../../platform/http/valid.ts'
import { formatDateTime } from '../../../platform/i18n/format.ts'
import { languageOf } from '../../../platform/i18n/language.ts'
import type { AppEnv } from '../../../ports.ts'
import { isViewRecorded, recordView } from '../../../staff/audit-trail/record-view.ts'
import { addressWith } from '../../../staff/frame/address.ts'
import { may } from '../../../staff/permissions/may.ts'
import { needs, staffOf } from '../../../staff/permissions/needs.ts'
import type { Study } from '../../studies/study.ts'
import { studyIdInAddress, studyInAddress } from '../../studies/study-in-address.ts'
import { type Coded, codeTexts, countThemes } from './codings.ts'
import { TextsPage } from './page.tsx'
import { type TextQuestion, type TextQuestions, textQuestions } from './questions.ts'
import { TextQuestionsPage } from './questions-page.tsx'
import { searchTexts } from './search-texts.ts'
import type { Among, TextsOf } from './store.ts'
import { countedIds, longestThemeName, mostThemes, storedIds, type ThemeList } from './theme-list.ts'
import { changeThemes, readThemes, type ThemesChange, type ThemesResult } from './themes.ts'

const address = '/admin/studies/:slug/insights/texts'
const ways = ['add', 'rename', 'merge', 'remove', 'undo', 'redo', 'coded'] as const

/** What is looked for, how far the looks before this one came, and what was done last. */
const hereSchema = z.object({
  search: z.string().max(100).transform(normalizeText).catch(''),
  theme: z
    .union([z.literal('uncoded'), z.coerce.number().int().min(0)])
    .optional()
    .catch(undefined),
  after: z.string().max(100).catch(''),
  looked: z.coerce.number().int().min(0).catch(0),
  said: z.enum(ways).optional().catch(undefined),
})
type Here = z.infer<typeof hereSchema>

export const textRoutes = new Hono<AppEnv>()
  .get(address, needs('insights.view', studyIdInAddress), async (c) => {
    const study = await studyInAddress(c)
    if (study === undefined) return refuse(c, 'not_found')
    const { questions } = await textQuestions(c.var.ports.db, study)
    return c.html(<TextQuestionsPage c={c} study={study} questions={questions} />)
  })
  .get(`${address}/:question`, needs('insights.view', studyIdInAddress), addressed('query', hereSchema), async (c) => {
    const asked = await askedFor(c)
    if (asked === undefined) return refuse(c, 'not_found')
    const here = c.req.valid('query')
    const { done } = textsMessages(languageOf(c))
    return show(c, asked, here, here.said === undefined ? null : { tone: 'good', text: done[here.said] }, '')
  })
  .post(`${address}/:question`, needs('texts.code', studyIdInAddress), addressed('query', hereSchema), async (c) => {
    const asked = await askedFor(c)
    if (asked === undefined) return refuse(c, 'not_found')
    const { ports } = c.var
    const staff = staffOf(c)
    const posted = await readPosted(c)
    // Whatever was pressed, what was ticked is kept.
    await codeTexts(ports, staff, asked.of, codedIn(posted))
    const change = changeIn(posted, staff.name)
    if (change !== null) {
      const made = await changeThemes(ports, staff, { of: asked.of, seen: Number(field(posted, 'revision')), change })
      if ('refused' in made) {
        return show(c, asked, c.req.valid('query'), refusal(c, made), field(posted, 'new') ?? '')
      }
    }
    const next = field(posted, 'do') === 'next' ? field(posted, 'next') : undefined
    const on = next === undefined ? {} : { after: next, looked: field(posted, 'looked') ?? null }
    return c.redirect(addressWith(c, { ...on, said: change?.do ?? 'coded' }), 303)
  })

  .post(`${address}/:question/read`, needs('insights.view', studyIdInAddress), async (c) => {
    const asked = await askedFor(c)
    if (asked === undefined) return refuse(c, 'not_found')
    await recordView(c.var.ports, staffOf(c), 'texts.viewed', asked.study.id)
    return c.redirect(addressWith(c, {}).replace(/\/read(?=\?|$)/, ''), 303)
  })

interface AskedFor extends TextQuestions {
  study: Study
  question: TextQuestion
  of: TextsOf
}

async function askedFor(c: Context<AppEnv>): Promise<AskedFor | undefined> {
  const study = await studyInAddress(c)
  if (study === undefined) return undefined
  const known = await textQuestions(c.var.ports.db, study)
  const question = known.questions.find(({ name }) => name === c.req.param('question'))
  return question && { ...known, study, question, of: { studyId: study.id, question: question.name } }
}

const refs = /^is\/(.+)$|^was\/(.+)$/

/** What was ticked of each text, and what stood ticked when the page was drawn. */
function codedIn(posted: Posted): Coded[] {
  const named = Object.keys(posted).map((name) => refs.exec(name))
  const all = new Set(named.flatMap((found) => found?.[1] ?? found?.[2] ?? []))
  const idsIn = (texts: readonly string[]) => texts.filter((text) => /^\d{1,4}$/.test(text)).map(Number)
  return [...all].map((ref) => ({
    ref,
    seen: idsIn((field(posted, `was/${ref}`) ?? '').split(',')),
    ticked: idsIn(posted[`is/${ref}`] ?? []),
  }))
}

/** What is to become of the themes; a name in the box for a new one is meant, whichever button was pressed. */
function changeIn(posted: Posted, by: string): ThemesChange | null {
  const way = field(posted, 'do')
  const id = Number(field(posted, 'id') ?? 0)
  if (way === 'undo' || way === 'redo') return { do: way }
  if (way === 'rename') return { do: way, id, name: field(posted, 'name') ?? '' }
  if (way === 'merge') return { do: way, id, into: Number(field(posted, 'into') ?? 0) }
  if (way === 'remove') return { do: way, id }
  const name = field(posted, 'new') ?? ''
  return way === 'add' || name.trim() !== '' ? { do: 'add', name, by } : null
}

function refusal(c: Context<AppEnv>, made: Exclude<ThemesResult, { done: true }>): Notice {
  const language = languageOf(c)
  const { refused } = textsMessages(language)
  return { tone: 'bad', text: textOf() }

  function textOf(): string {
    if (made.refused === 'overtaken') {
      return refused.overtaken({ who: made.by, when: made.at === '' ? '' : formatDateTime(made.at, language) })
    }
    if (made.refused === 'too_long') return refused.too_long({ most: longestThemeName })
    return made.refused === 'too_many' ? refused.too_many({ most: mostThemes }) : refused[made.refused]
  }
}

function amongOf(list: ThemeList, theme: Here['theme']): Among {
  if (theme === undefined) return 'all'
  return theme === 'uncoded' ? { inNone: countedIds(list) } : { themes: storedIds(list, theme) }
}

async function show(c: Context<AppEnv>, asked: AskedFor, here: Here, notice: Notice | null, typed: string) {
  const { ports } = c.var
  const { of, study, versions, question } = asked
  const [themes, isOpen] = await Promise.all([
    readThemes(ports.db, of),
    isViewRecorded(ports, staffOf(c), 'texts.viewed', study.id),
  ])
  const [look, counts] = await Promise.all([
    isOpen ? searchTexts(ports, of, versions, { ...here, among: amongOf(themes.list, here.theme) }) : null,
    countThemes(ports.db, of, themes.list),
  ])
  const page = (
    <TextsPage
      c={c}
      study={study.questionnaire.title[languageOf(c)]}
      question={question}
      here={here}
      themes={themes}
      counts={counts}
      look={look}
      notice={notice}
      typed={typed}
      mayCode={may(staffOf(c), 'texts.code', study.id)}
    />
  )
  return c.html(page, notice?.tone === 'bad' ? 422 : 200)
}
