/** What refers to something that is unknown, comes later or cannot be referred to like that. */
import type { Question, Questionnaire } from '../../../../schema/questionnaire.ts'
import { attentionRow, carriedFrom, carriesRows, givenOptions, isAnswered, rowsOf, withoutOf } from '../parts.ts'
import { dataOf } from '../types/data/index.ts'
import { conditionErrors, type Target } from './condition-errors.ts'
import { type ContentError, contentErrorAt, type Path } from './content-error.ts'
import { eachQuestion, optionsAt, placedConditions } from './places.ts'

/** Errors of conditions, carries, `without`, sets, lists, the place question and the lease page. */
export function referenceErrors(questionnaire: Questionnaire): ContentError[] {
  const targets = new Map<string, Target>()
  eachQuestion(questionnaire, (question, path, pageAt) => {
    const { options } = optionsAt(questionnaire, question, path)
    targets.set(question.code, { question, pageAt, codes: new Set(options.map((option) => option.code)) })
  })
  const errors = placedConditions(questionnaire).flatMap(({ condition, path, before }) =>
    conditionErrors(condition, path, before, targets, questionnaire.facts),
  )
  eachQuestion(questionnaire, (question, path, pageAt) => {
    errors.push(...namedErrors(questionnaire, question, path))
    errors.push(...carryErrors(questionnaire, question, path, pageAt, targets))
    errors.push(...ownErrors(questionnaire, question, path))
  })
  for (const [set, options] of Object.entries(questionnaire.sets)) {
    options.forEach((option, at) => {
      errors.push(...listErrors(questionnaire, option.detail, ['sets', set, at, 'detail', 'list']))
    })
  }
  return [...errors, ...pageErrors(questionnaire), ...leaseErrors(questionnaire, targets)]
}

function namedErrors(questionnaire: Questionnaire, question: Question, path: Path): ContentError[] {
  const { key, given } = givenOptions(question) ?? { key: 'options', given: [] }
  if (!Array.isArray(given)) {
    if (Object.hasOwn(questionnaire.sets, given.set)) return []
    return [contentErrorAt([...path, key, 'set'], `${given.set} is not a set`)]
  }
  return given.flatMap((option, at) => listErrors(questionnaire, option.detail, [...path, key, at, 'detail', 'list']))
}

function listErrors(
  questionnaire: Questionnaire,
  detail: 'text' | { list: string } | undefined,
  path: Path,
): ContentError[] {
  if (typeof detail !== 'object' || Object.hasOwn(questionnaire.lists, detail.list)) return []
  return [contentErrorAt(path, `${detail.list} is not a list`)]
}

function carryErrors(
  questionnaire: Questionnaire,
  question: Question,
  path: Path,
  pageAt: number,
  targets: ReadonlyMap<string, Target>,
): ContentError[] {
  const errors: ContentError[] = []
  const earlier = (code: string, at: Path): Target | null => {
    const target = targets.get(code)
    if (target && target.pageAt < pageAt) return target
    errors.push(contentErrorAt(at, target ? `${code} is not on an earlier page` : `${code} is not a question`))
    return null
  }
  const from = carriedFrom(question)
  if (from !== undefined) {
    const at = [...path, 'carry', 'from']
    const target = earlier(from, at)
    if (target && dataOf(target.question.type).picks === 'none') {
      errors.push(contentErrorAt(at, `${from} has no picks to carry`))
    } else if (target && carriesRows(question)) {
      rowsOf(question).forEach((row, n) => {
        if (!target.codes.has(row.code)) {
          errors.push(contentErrorAt([...path, 'rows', n, 'code'], `${from} has no option ${row.code}`))
        }
      })
      const rows = new Set(rowsOf(question).map((row) => row.code))
      for (const option of optionsAt(questionnaire, target.question, []).options) {
        if (rows.has(option.code) || option.exclusive || option.decoy) continue
        errors.push(contentErrorAt([...path, 'rows'], `option ${option.code} of ${from} has no row`))
      }
    }
  }
  const without = withoutOf(question)
  if (without) {
    const { q, codes } = without
    const target = earlier(q, [...path, 'without', 'q'])
    if (target && dataOf(target.question.type).picks !== 'one') {
      errors.push(contentErrorAt([...path, 'without', 'q'], `${q} does not have a single pick`))
    }
    const own = targets.get(question.code)?.codes
    codes.forEach((code, n) => {
      const at = [...path, 'without', 'codes', n]
      if (target && !target.codes.has(code)) errors.push(contentErrorAt(at, `${q} has no option ${code}`))
      if (own && !own.has(code)) errors.push(contentErrorAt(at, `${question.code} has no option ${code}`))
    })
  }
  return errors
}

function ownErrors(questionnaire: Questionnaire, question: Question, path: Path): ContentError[] {
  const errors: ContentError[] = []
  // What is typed stands under `Q06.text`, so a question has room for one.
  const [, second] = optionsAt(questionnaire, question, path).options.filter((option) => option.detail)
  if (second) errors.push(contentErrorAt(path, `option ${second.code} is the second that asks for more`))
  if (Array.isArray(question.text) && question.text.at(-1)?.when) {
    errors.push(contentErrorAt([...path, 'text', question.text.length - 1, 'when'], 'the last wording must always fit'))
  }
  for (const { key, message } of dataOf(question.type).mistakes(question))
    errors.push(contentErrorAt([...path, key], message))
  const attention = attentionRow(question)
  if (attention) {
    const scale = new Set(optionsAt(questionnaire, question, path).options.map((option) => option.code))
    attention.targets.forEach((code, n) => {
      if (scale.size === 0 || scale.has(code)) return
      errors.push(contentErrorAt([...path, 'attention', 'targets', n], `the scale has no option ${code}`))
    })
  }
  return errors
}

/** A page of which nothing can be answered would never be shown. */
function pageErrors({ pages }: Questionnaire): ContentError[] {
  return pages.flatMap(({ questions, consents = [] }, at) => {
    if (consents.length > 0 || questions.some(isAnswered)) return []
    return [contentErrorAt(['pages', at, 'questions'], 'nothing on this page can be answered')]
  })
}

function leaseErrors(questionnaire: Questionnaire, targets: ReadonlyMap<string, Target>): ContentError[] {
  const pages = questionnaire.pages.flatMap((page, at) => (page.lease ? [at] : []))
  const [lease, ...more] = pages
  if (lease === undefined) return [contentErrorAt(['pages'], 'no page takes the lease')]
  const errors = more.map((at) => contentErrorAt(['pages', at, 'lease'], 'an earlier page takes the lease already'))
  return [...errors, ...placeErrors(questionnaire, lease, targets)]
}

/** Offers are chosen by the place when the lease is taken: a questionnaire that asks for it asks everybody, in time. */
function placeErrors(
  { place: code, pages }: Questionnaire,
  lease: number,
  targets: ReadonlyMap<string, Target>,
): ContentError[] {
  if (code === undefined) return []
  const place = targets.get(code)
  if (!place) return [contentErrorAt(['place'], `${code} is not a question`)]
  if (dataOf(place.question.type).picks !== 'one') return [contentErrorAt(['place'], `${code} has no single pick`)]
  if (place.pageAt > lease) return [contentErrorAt(['place'], `${code} comes after the lease page`)]
  const isOptional = isAnswered(place.question) && place.question.optional
  if (!place.question.when && !pages[place.pageAt]?.when && !isOptional) return []
  return [contentErrorAt(['place'], `${code} is not asked of everyone`)]
}
