/** A questionnaire as it is stored while it is edited, and the addresses by which its parts are found. */
import type * as z from 'zod'
import type { textSchema } from '../../../schema/shapes/text.ts'
import type { DraftDocument } from '../drafts/draft.ts'
import type { ContentError } from '../questionnaire/checks/content-error.ts'
import { valueAt } from '../questionnaire/checks/shape.ts'

/** As stored: a text may lack languages. */
export type QuestionnaireDocument = DraftDocument
/** A text as stored: in one language at least. */
export type DocumentText = z.input<typeof textSchema>

export type DocumentSteps = readonly (string | number)[]

/**
 * Where a part stands, by codes, so that it stays right while others are moved: `title`, `pages/start/title`,
 * `consents/C0a/text`, `questions/Q07/hint`, `questions/Q07/options/3/label`, `questions/Q11/text/0/text` (the first of
 * several wordings), `sets/places/3`, `lists/countries/GB/label`, `pages/start/ends/0`.
 */
export type Address = string

/** The steps to a part of the data; null when it is not there. A last key that is not there (yet) is no part. */
export function stepsTo(document: QuestionnaireDocument, address: Address): DocumentSteps | null {
  const [room = '', code = '', ...rest] = address.split('/')
  let steps: (string | number)[] = []
  let names = [room, code, ...rest]
  if (room === 'questions' || room === 'consents') {
    const found = owned(document, room, code)
    if (found === null) return null
    steps = [...found]
    names = rest
  } else if (code === '' && rest.length === 0) names = [room]
  for (const name of names) {
    const step = stepInto(valueAt(document, steps), name)
    if (step === null) return null
    steps.push(step)
  }
  return steps
}

function owned(document: QuestionnaireDocument, room: 'questions' | 'consents', code: string): DocumentSteps | null {
  for (const [pageAt, page] of document.pages.entries()) {
    const at = (page[room] ?? []).findIndex((one) => one.code === code)
    if (at >= 0) return ['pages', pageAt, room, at]
  }
  return null
}

function stepInto(value: unknown, name: string): string | number | null {
  if (!Array.isArray(value)) return isObject(value) && Object.hasOwn(value, name) ? name : null
  const at = value.findIndex((item) => isObject(item) && 'code' in item && String(item.code) === name)
  if (at >= 0) return at
  const n = /^\d{1,4}$/.test(name) ? Number(name) : -1
  return n >= 0 && n < value.length && !(isObject(value[n]) && 'code' in value[n]) ? n : null
}

/** The address of what stands at these steps, or as much of the way as leads somewhere. */
export function addressOf(document: unknown, steps: DocumentSteps): Address {
  let value = document
  let names: string[] = []
  for (const [n, step] of steps.entries()) {
    if (!isObject(value)) break
    const isItem = Array.isArray(value)
    value = Reflect.get(value, step)
    names.push(isItem && isObject(value) && 'code' in value ? String(value.code) : String(step))
    // Questions and consents have codes of their own, whichever page they stand on.
    if (n === 3 && steps[0] === 'pages' && (steps[2] === 'questions' || steps[2] === 'consents')) {
      names = [steps[2], names[3] ?? '']
    }
  }
  return names.join('/')
}

/** The address of what a fault is about: its path is `pages[3].questions[0].options[2].label.zh-Hant`. */
export function addressOfFault(document: unknown, { path }: ContentError): Address {
  const steps = [...path.matchAll(/\[(\d+)\]|([^.[\]]+)/g)].map(([, n, key]) =>
    n === undefined ? (key ?? '') : Number(n),
  )
  return addressOf(document, steps)
}

/** The data with another value at these steps; `undefined` takes the key or the item away. */
export function withValue<T>(data: T, [step, ...more]: DocumentSteps, value: unknown): T {
  if (step === undefined) return value as T
  const inner = more.length === 0 ? value : withValue(valueAt(data, [step]), more, value)
  if (Array.isArray(data)) {
    return (inner === undefined ? data.toSpliced(Number(step), 1) : data.with(Number(step), inner)) as T
  }
  const { [step]: _, ...others } = data as Record<string | number, unknown>
  // A key that is there keeps its place, so that a text changed and changed back leaves the data as it was.
  return (inner === undefined ? others : { ...data, [step]: inner }) as T
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}
