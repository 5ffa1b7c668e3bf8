/** A questionnaire as the sheets of a form. */
import { type Language, languages } from '../../../../../schema/questionnaire.ts'
import { expressionOf } from '../expression/write-condition.ts'
import type { Sheet } from '../form.ts'
import { languageTitles } from '../sheet/languages.ts'
import {
  conditionCell,
  type FormWritten,
  type Given,
  type GivenOption,
  type GivenPage,
  ownConditionCell,
  scopeOfAll,
} from './form-written.ts'
import { type FormRow, sheetOf, spoken } from './rows.ts'
import { lastWording, questionRows } from './write-question.ts'

/** The sheets, with all that XLSForm has no word for in columns that begin with `honorarium::`. */
export function writeForm(questionnaire: Given): Sheet[] {
  const taken = new Set(questionnaire.pages.flatMap((page) => page.questions.map(({ code }) => code)))
  const free = (name: string) => {
    const plain = name.replace(/[^\w-]/g, '_')
    let made = plain
    for (let n = 2; taken.has(made) || made === ''; n += 1) made = `${plain}.${n}`
    taken.add(made)
    return made
  }
  const sets = new Map(Object.keys(questionnaire.sets).map((set) => [set, free(set)]))
  const form: FormWritten = { scope: scopeOfAll(questionnaire), sets, own: new Map(), names: namesIn(questionnaire) }
  const survey = questionnaire.pages.flatMap((page) => pageRows(page, form))
  const choices = [
    ...[...form.own].flatMap(([list, options]) => options.map((option) => optionRow(list, option, form))),
    ...Object.entries(questionnaire.sets).flatMap(([set, options]) => {
      const own = { list_name: sets.get(set), 'honorarium::set': set }
      return options.length === 0 ? [own] : options.map((option) => ({ ...optionRow('', option, form), ...own }))
    }),
    ...Object.entries(questionnaire.lists).flatMap(([list, entries]) => {
      const own = { list_name: free(list), 'honorarium::list': list }
      if (entries.length === 0) return [own]
      return entries.map(({ code, label }) => ({ name: code, ...spoken('label', label), ...own }))
    }),
  ]
  const texts = questionnaire.pages.flatMap((page) => page.questions.flatMap((question) => wordingRows(question, form)))
  return [
    sheetOf('survey', ['type', 'name', ...labels, 'required', 'relevant', 'constraint'], survey),
    sheetOf('choices', ['list_name', 'name', ...labels], choices),
    sheetOf('settings', ['form_title', 'form_id', 'default_language'], [settingsRow(questionnaire)]),
    ...(texts.length > 0 ? [sheetOf('texts', ['question', 'honorarium::when', ...labels], texts)] : []),
  ]
}

/** Every name that a row of the survey sheet has by its code, and how many would have it. */
function namesIn({ pages }: Given): Map<string, number> {
  const names = pages.flatMap((page) => [
    page.code,
    ...(page.consents ?? []).map(({ code }) => code),
    ...page.questions.flatMap((question) => {
      if (question.type !== 'matrix') return [question.code]
      const rows = question.rows.map(({ code }) => `${question.code}_${code}`)
      return [question.code, ...rows, ...(question.attention ? [question.attention.code] : [])]
    }),
  ])
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return counts
}

const labels = languages.map((language) => `label::${languageTitles[language]}`)

function settingsRow(questionnaire: Given): FormRow {
  const { title, code, facts, place, rates } = questionnaire
  const first: Language = languages.find((language) => title[language] !== undefined) ?? 'en'
  const isPlain = facts.every((fact) => /^[\w-]+$/.test(fact))
  return {
    form_title: title[first],
    form_id: code,
    default_language: languageTitles[first],
    ...spoken('honorarium::title', { ...title, [first]: undefined }),
    'honorarium::format': 1,
    'honorarium::place': place,
    'honorarium::facts': facts.length === 0 ? undefined : isPlain ? facts.join(', ') : JSON.stringify(facts),
    'honorarium::rates': Object.keys(rates).length === 0 ? undefined : JSON.stringify(rates),
  }
}

function pageRows(page: GivenPage, form: FormWritten): FormRow[] {
  return [
    {
      type: 'begin_group',
      name: page.code,
      ...spoken('label', page.title),
      ...conditionCell(page.when, form),
      appearance: 'field-list',
      'honorarium::lease': page.lease,
      'honorarium::consents': page.consents?.length === 0 ? '[]' : undefined,
      ...endCells(page.ends, form),
    },
    ...page.questions.flatMap((question) => questionRows(question, form)),
    ...(page.consents ?? []).map(({ code, text, when }) => ({
      type: 'acknowledge',
      name: code,
      ...spoken('label', text),
      required: true as const,
      ...conditionCell(when, form),
    })),
    { type: 'end_group' },
  ]
}

/** One column for each way to end, where their order is the usual one and each can be said; else their list. */
function endCells(ends: GivenPage['ends'], form: FormWritten): FormRow {
  if (ends === undefined) return {}
  const usual = (['under_age', 'screened_out'] as const).flatMap((as) => ends.find((end) => end.as === as) ?? [])
  const conditions = usual.map(({ when, as }) => [`honorarium::${as}`, expressionOf(when, form.scope)] as const)
  const isUsual = ends.length > 0 && ends.length === usual.length && ends.every((end, n) => end === usual[n])
  if (isUsual && conditions.every(([, expression]) => expression !== null)) {
    return Object.fromEntries(conditions.map(([column, expression]) => [column, expression ?? undefined]))
  }
  return { 'honorarium::ends': JSON.stringify(ends) }
}

function optionRow(list: string, option: GivenOption, form: FormWritten): FormRow {
  const { detail } = option
  return {
    list_name: list,
    name: option.code,
    ...spoken('label', option.label),
    ...ownConditionCell(option.when, form),
    ...spoken('honorarium::short', option.short),
    'honorarium::exclusive': option.exclusive,
    'honorarium::last': option.last,
    'honorarium::detail': typeof detail === 'object' ? `list:${detail.list}` : detail,
    'honorarium::decoy': option.decoy,
    'honorarium::always': option.always,
  }
}

/** The wordings of a question that do not stand with it. */
function wordingRows(question: GivenPage['questions'][number], form: FormWritten): FormRow[] {
  if (!Array.isArray(question.text)) return []
  const own = lastWording(question) === undefined ? question.text : question.text.slice(0, -1)
  return own.map(({ when, text }) => ({
    question: question.code,
    ...ownConditionCell(when, form),
    ...spoken('label', text),
  }))
}
