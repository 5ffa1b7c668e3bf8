/** What responses can be filtered by, and how a filter reads in words. Pure. */
import { commonMessages } from '../../../../messages/generated/common.ts'
import { type QuestionsMessages, questionsMessages } from '../../../../messages/generated/insights/questions.ts'
import { textsMessages } from '../../../../messages/generated/insights/texts.ts'
import { type Language, languages } from '../../../../schema/questionnaire.ts'
import { formatDate } from '../../../platform/i18n/format.ts'
import { dataOf } from '../../questionnaire/types/data/index.ts'
import {
  type AskedQuestion,
  blankOf,
  type Code,
  type Dictionary,
  isTyped,
  type Variable,
} from '../../variables/variable.ts'
import { doors, filteredFamilies } from '../segments/about.ts'
import { currentThemeId, currentThemes, noTheme, type ThemeList } from '../texts/theme-list.ts'
import { blank, type Clause, type Filter } from './filter.ts'
import { themesOn } from './theme-column.ts'

export interface FilterSubject {
  /** As a clause names it. */
  on: string
  isAbout: boolean
  label: string
  is: 'codes' | 'numbers' | 'days'
  choices: readonly { code: string; label: string }[]
  /** Codes that are no choice any more, and that addresses from before name. */
  gone?: FilterSubject['choices']
  /** -1 is a number as any other there. */
  isNumber?: true
}

/** What there is to filter by. */
export interface Filterable {
  dictionary: Dictionary
  /** The numbers of the versions that are shown together. */
  ns: readonly number[]
  /** Themes of open texts, by the names of their columns. */
  themes: ReadonlyMap<string, ThemeList>
}

/** Everything to filter by, in the order of the questionnaire, after what is known of the response. */
export function subjectsOf({ dictionary, ns, themes }: Filterable, language: Language): FilterSubject[] {
  const words = questionsMessages(language).filter
  return [
    ...aboutSubjects(ns, words),
    ...dictionary.questions.flatMap((one) => [
      ...questionSubjects(one, language, words),
      ...themeSubjects(one, themes, language),
    ]),
  ]
}

/** The themes that people sorted the texts of a question into, where they did. */
function themeSubjects(
  { variables }: AskedQuestion,
  themes: Filterable['themes'],
  language: Language,
): FilterSubject[] {
  const words = textsMessages(language)
  return variables.flatMap((variable): FilterSubject[] => {
    const list = variable.column === null ? undefined : themes.get(variable.column.name)
    if (list === undefined || !isTyped(variable)) return []
    const choices = currentThemes(list).map(({ id, name }) => ({ code: String(id), label: name }))
    const label = words.themesOf({ question: `${variable.name} ${variable.label[language]}` })
    const all = [...choices, { code: String(noTheme), label: words.noTheme }]
    const gone = list.themes.flatMap(({ id, name, into }) => {
      const now = choices.find(({ code }) => code === String(currentThemeId(list, id)))
      return into === null ? [] : [{ code: String(id), label: now?.label ?? name }]
    })
    return [{ on: themesOn(variable.column?.name ?? ''), isAbout: false, label, is: 'codes', choices: all, gone }]
  })
}

function aboutSubjects(ns: readonly number[], words: QuestionsMessages['filter']): FilterSubject[] {
  const about = (
    on: keyof QuestionsMessages['filter']['columns'],
    choices: FilterSubject['choices'],
    is: FilterSubject['is'] = 'codes',
  ): FilterSubject => ({ on, isAbout: true, label: words.columns[on], is, choices })
  const tags = languages.map((code) => ({ code, label: commonMessages(code).name }))
  return [
    about('_language', tags),
    about('_start_language', tags),
    about(
      '_door',
      doors.flatMap((code) => (code === '' ? [] : [{ code, label: words.doors[code] }])),
    ),
    about('_day', [], 'days'),
    ...(ns.length < 2
      ? []
      : [
          about(
            '_version',
            ns.map((n) => ({ code: String(n), label: String(n) })),
          ),
        ]),
    about(
      '_flags',
      ([...filteredFamilies, 'none'] as const).map((code) => ({ code, label: words.flags[code] })),
    ),
  ]
}

function questionSubjects(
  { code, label, variables, options, type }: AskedQuestion,
  language: Language,
  words: QuestionsMessages['filter'],
): FilterSubject[] {
  const { counted } = dataOf(type)
  const whole = `${code} ${label[language]}`
  const several = variables.filter(({ column }) => column?.kind === 'option')
  const ofBlank = (of: readonly Variable[]) =>
    of.some((variable) => variable.codes.some(isBlankOf(variable))) ? [{ code: blank, label: words.blank }] : []
  const own = variables.flatMap((variable): FilterSubject[] => {
    const kind = variable.column?.kind
    const choices = variable.codes.map((one) => ({
      code: isBlankOf(variable)(one) ? blank : String(one.code),
      label: one.label[language],
    }))
    const part = variable.part?.[language]
    const fullLabel = part === undefined ? whole : `${whole} [${part}]`
    const subject = { on: variable.name, isAbout: false, label: fullLabel }
    if (kind === 'row' || kind === 'rank' || kind === 'agrees') return [{ ...subject, is: 'codes', choices }]
    if (kind === 'detail' && variable.entries.length > 0) {
      const entries = variable.entries.map((one) => ({ code: one.code, label: one.label[language] }))
      return [{ ...subject, is: 'codes', choices: entries }]
    }
    if (kind !== 'answer' || counted === 'text') return []
    if (variable.type === 'day') return [{ ...subject, is: 'days', choices: ofBlank([variable]) }]
    if (counted === 'numbers' || counted === 'nps') {
      const isNumber = variable.column?.blank !== undefined
      return [{ ...subject, is: 'numbers', choices: ofBlank([variable]), ...(isNumber && { isNumber }) }]
    }
    return [{ ...subject, is: 'codes', choices }]
  })
  if (several.length === 0) return own
  const choices = options.map((one) => ({ code: String(one.code), label: one.label[language] }))
  return [{ on: code, isAbout: false, label: whole, is: 'codes', choices: [...choices, ...ofBlank(several)] }, ...own]
}

const isBlankOf = (variable: Variable) => {
  const blankCode = blankOf(variable)
  return ({ code, isMissing }: Code) => code === blankCode && isMissing
}

/** What is said of something, which its name stands in front of: a question that ends with a sign of its own has no colon. */
const behind = (name: string, phrase: string): string =>
  /[?!？！]$/.test(name) ? name + phrase.slice(name.length).replace(/^[:：]/, '') : phrase

/** A clause in words. */
export function clauseWords(subjects: readonly FilterSubject[], clause: Clause, language: Language): string {
  const words = questionsMessages(language).filter
  const subject = subjects.find(({ on }) => on === clause.on)
  if (subject === undefined) return words.notKnown
  if (clause.isChanged) return behind(subject.label, words.changed({ what: subject.label }))
  if ('codes' in clause) {
    const labels = new Map([...subject.choices, ...(subject.gone ?? [])].map(({ code, label }) => [code, label]))
    // Addresses from before say -1.
    if (labels.has(blank) && !labels.has('-1') && subject.isNumber !== true) labels.set('-1', words.blank)
    if (!labels.has(blank)) labels.set(blank, words.blank)
    const optionLabels = clause.codes.map((code) => labels.get(code) ?? code)
    return behind(subject.label, words.is({ what: subject.label, values: optionLabels.join(words.or) }))
  }
  const end = (value: string) => (subject.is === 'days' ? formatDate(value, language) : value)
  const isDays = subject.is === 'days'
  const { from, to } = clause
  const values =
    from !== null && to !== null
      ? words.range({ from: end(from), to: end(to) })
      : from !== null
        ? (isDays ? words.since : words.least)({ from: end(from) })
        : to !== null
          ? (isDays ? words.until : words.most)({ to: end(to) })
          : ''
  return behind(subject.label, words.is({ what: subject.label, values }))
}

/** All clauses of a filter in words, each for itself. */
export function filterWords(of: Filterable, filter: Filter, language: Language): string[] {
  if (filter.clauses.length === 0) return []
  const subjects = subjectsOf(of, language)
  return filter.clauses.map((clause) => clauseWords(subjects, clause, language))
}
