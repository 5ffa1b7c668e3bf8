/** Reads what a page of the editor shows, and shows it. */
import type { Context } from 'hono'
import { editorMessages } from '../../../messages/generated/studies/editor.ts'
import { type Language, languages, type Questionnaire } from '../../../schema/questionnaire.ts'
import type { Posted } from '../../platform/http/form.ts'
import { contentPolicy } from '../../platform/http/safety.ts'
import { languageOf } from '../../platform/i18n/language.ts'
import type { AppEnv } from '../../ports.ts'
import { type DraftDocument, readableDraft } from '../drafts/draft.ts'
import { faultsOfDraft } from '../drafts/faults.ts'
import { readDraft, type Stepped } from '../drafts/save.ts'
import { findDocument } from '../studies/store.ts'
import type { Study } from '../studies/study.ts'
import { readConfirmed } from './confirmed.ts'
import { type Address, stepsTo } from './document.ts'
import type { Edit } from './edit.ts'
import { newItemField, settingField, textField } from './form/fields.ts'
import { entryCodeField, newSetField, partField } from './form/read-parts.ts'
import { ownerOf, partLabel } from './names.ts'
import { ClashPage } from './pages/clash-page.tsx'
import type { EditorDesk } from './pages/desk.ts'
import { EditorPage } from './pages/editor-page.tsx'
import { EditorTextsPage } from './pages/texts-page.tsx'
import type { RefusedEdit } from './save.ts'
import { draftTexts, isToDo, type TextToTranslate } from './translation-state.ts'

export interface EditorView {
  at: Address
  cond: Address
  about: string
  /** What is looked for in a long list, and the page of what was found. */
  find?: string
  page?: number
  posted?: Posted
  /** What was refused of what was just sent. */
  refused?: readonly RefusedEdit[] | 'too_long' | Exclude<Stepped, { saved: number }>
}

/** So many texts stand on one page of the table of translations. */
const textsAPage = 25

/** The editor, at what is in hand. */
export async function showEditor(c: Context<AppEnv>, study: Study, shown: EditorView, status: 200 | 409 | 422 = 200) {
  const read = await deskFor(c, study, shown)
  const refused = refusedWords(read.desk.questionnaire, shown.refused ?? [], read.desk.language)
  c.header('Content-Security-Policy', contentPolicy({ frame: "'self'" }))
  return c.html(<EditorPage c={c} study={titleOf(c, study)} {...read} refused={refused} />, status)
}

/** Every text, those that are missing or old first. */
export async function showTexts(c: Context<AppEnv>, study: Study, asked: { show: 'open' | 'all'; page: number }) {
  const read = await deskFor(c, study, { at: '', cond: '', about: '' })
  const { texts } = read
  const some = asked.show === 'all' ? texts : texts.filter(isOpen)
  const pages = Math.max(1, Math.ceil(some.length / textsAPage))
  const page = Math.min(asked.page, pages)
  const here = some.slice((page - 1) * textsAPage, page * textsAPage)
  const count = (language: Language, state: string) => texts.filter(({ states }) => states[language] === state).length
  const counts = languages.map((one) => [one, { missing: count(one, 'missing'), old: count(one, 'old') }])
  return c.html(
    <EditorTextsPage
      c={c}
      study={titleOf(c, study)}
      {...read}
      texts={here}
      refused={[]}
      counts={Object.fromEntries(counts)}
      all={texts.length}
      show={asked.show}
      page={page}
      pages={pages}
    />,
  )
}

/** What two people changed at once, to choose from. */
export async function showClash(
  c: Context<AppEnv>,
  study: Study,
  shown: EditorView & { posted: Posted; clash: readonly Edit[]; by: { by: string; at: string } },
) {
  const { desk } = await deskFor(c, study, shown)
  const { posted, clash, by } = shown
  return c.html(<ClashPage c={c} study={titleOf(c, study)} desk={desk} clash={clash} posted={posted} by={by} />, 409)
}

async function deskFor(c: Context<AppEnv>, study: Study, shown: EditorView) {
  const { at, cond, about, find = '', page = 1, posted, refused } = shown
  const { db } = c.var.ports
  const language = languageOf(c)
  const [draft, live, isConfirmed] = await Promise.all([
    readDraft(db, study.id),
    findDocument(db, study.version),
    readConfirmed(db, study.id),
  ])
  const read = draft && readableDraft(draft.document)
  if (draft === undefined || !read?.ok) throw new Error(`The draft of ${study.slug} cannot be read.`)
  const { questionnaire } = read
  const before = JSON.parse(live ?? 'null') as DraftDocument
  const desk: EditorDesk = {
    words: editorMessages(language),
    language,
    path: `/admin/studies/${study.slug}/questionnaire/edit`,
    draft,
    questionnaire,
    live: before,
    at: stepsTo(draft.document, at) === null ? '' : ownerOf(questionnaire, at),
    cond: ownerOf(questionnaire, cond) === '' ? '' : cond,
    about,
    find,
    page,
    fill: posted === undefined ? null : unsaved(posted, refused),
    faults: faultsOfDraft(draft.document, study.settings),
    isConfirmed,
  }
  const texts = draftTexts(questionnaire, draft.document, before, isConfirmed)
  return { desk, texts, toTranslate: texts.filter(isOpen).length }
}

const isOpen = ({ states }: TextToTranslate) => languages.some((language) => isToDo(states[language]))

const titleOf = (c: Context<AppEnv>, study: Study) => study.questionnaire.title[languageOf(c)]

/** What was typed and is not in the draft: everything else shows what is stored. */
function unsaved(posted: Posted, refused: EditorView['refused']): Posted {
  if (!Array.isArray(refused)) return posted
  const names = new Set((refused as readonly RefusedEdit[]).flatMap(({ edit }) => fieldsOf(edit)))
  return Object.fromEntries(
    Object.entries(posted).filter(([name]) => names.has(name) || (names.has('add') && /^add(\.|$)/.test(name))),
  )
}

function fieldsOf(edit: Edit): string[] {
  if (edit.edit === 'text') return [textField(edit.at, edit.language)]
  if (edit.edit === 'set') return [settingField(edit.at, edit.key)]
  if (edit.edit === 'add_entry') {
    return [entryCodeField(edit.list), ...languages.map((language) => newItemField(edit.list, language))]
  }
  if (edit.edit === 'add_item') return languages.map((language) => newItemField(edit.list, language))
  if (edit.edit === 'add_set') return [partField(edit.at, 'share'), newSetField(edit.at)]
  if (edit.edit === 'add_fact') return ['fact']
  if (edit.edit === 'add_list') return ['list']
  if (edit.edit === 'rate') return ['rate.name', 'rate.rate', 'rate.on']
  return edit.edit.startsWith('add') ? ['add'] : []
}

function refusedWords(
  questionnaire: Questionnaire,
  refused: NonNullable<EditorView['refused']>,
  language: Language,
): string[] {
  const words = editorMessages(language)
  if (refused === 'too_long') return [words.refused.too_long]
  if ('refused' in refused) {
    return [
      refused.refused === 'changed_meanwhile'
        ? words.refused.changed_meanwhile({ name: refused.by })
        : words.refused.nothing_there,
    ]
  }
  const refusals = refused.map(({ edit, fault, by }) => {
    const name = 'at' in edit ? partLabel(questionnaire, ownerOf(questionnaire, edit.at), language) : ''
    if (fault !== 'referred_to') {
      return name === '' ? words.refused[fault] : words.faultOf({ name, fault: words.refused[fault] })
    }
    const others = [...new Set(by.map((one) => partLabel(questionnaire, ownerOf(questionnaire, one), language)))]
    return words.refused.referred_to({ name, by: others.join(words.listed) })
  })
  return [...new Set(refusals)]
}
