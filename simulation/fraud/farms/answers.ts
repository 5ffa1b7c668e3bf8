/** Answers that come from no person: by weights, all the same, or somebody's else with a few changed. */
import type { Filled } from '../browser.ts'
import { type Draws, drawsOf } from '../draws.ts'
import type { Field, Form } from '../form.ts'

export type Chooser = (field: Field, draws: Draws) => string[]

/** Fills in a page by a rule for each field; what must agree for the page to be taken is seen to. */
export function fillBy(form: Form, choose: Chooser, draws: Draws): Filled {
  const filled: Filled = {}
  for (const field of form.fields) {
    if (field.name.endsWith('.text') || field.name === 'paradata') continue
    const values = choose(field, draws)
    const [question] = field.name.split('.')
    const taken = Object.entries(filled).flatMap(([name, own]) => (name.startsWith(`${question}.`) ? own : []))
    // A list that ranks takes nothing twice.
    const fit = field.kind === 'select' ? values.filter((value) => !taken.includes(value)) : values
    const first = field.choices.find(({ value }) => !taken.includes(value))?.value
    const isNeeded = field.kind === 'select' && field.name.endsWith('.1')
    if (fit.length > 0) filled[field.name] = fit
    else if (isNeeded && first !== undefined) filled[field.name] = [first]
  }
  return filled
}

/** The options that ask for no words; programs leave the others alone. */
const plain = ({ choices, name }: Field) =>
  choices.filter(({ value, hidden }) => !hidden && value !== '90' && !(name === 'Q03' && value === '5'))

/** Who is let in, whatever else is made up: grown up, studying, and paid for. */
const asked: Record<string, string> = { C0a: '1', C0c: '1', Q02: '3' }

/** The year that a program types: it knows nothing of the age that it gave. */
const yearOf = (name: string, draws: Draws) => String(name === 'Q30' ? 1998 + draws.pick(10) : 2022 + draws.pick(5))

/** The same place in each list: the first where one is enough, this one of a scale. */
export function level(at: number): Chooser {
  return (field) => {
    const given = asked[field.name]
    if (given !== undefined && field.choices.some(({ value }) => value === given)) return [given]
    if (field.name === 'Q30') return ['2003']
    if (field.name === 'Q09') return ['2025']
    if (field.kind === 'textarea') return []
    if (field.name === 'Q01') return ['3']
    const options = plain(field)
    const choice = options[field.row !== null || field.name === 'Q27' ? Math.min(at, options.length) - 1 : 0]
    return choice === undefined ? [] : [choice.value]
  }
}

/**
 * Each option by a weight of its own, drawn once for the farm and leaning to the middle of scales, as such programs are set
 * so that a reliability coefficient comes out.
 * @param texts what is typed where words are asked for; nothing when there are none
 */
export function weights(farm: string, texts: readonly string[]): Chooser {
  const known = new Map<string, number>()
  const weightOf = (field: Field, value: string, at: number) => {
    const key = `${field.name} ${value}`
    const drawn = known.get(key) ?? drawsOf(`${farm} ${key}`).lognormal(1, 0.8)
    known.set(key, drawn)
    return field.row === null ? drawn : ([0.3, 0.8, 2, 3, 1.6, 0.1][at] ?? 0.1) * (0.5 + drawn)
  }
  return (field, draws) => {
    if (['Q09', 'Q30'].includes(field.name)) return [yearOf(field.name, draws)]
    if (field.kind === 'textarea') return texts.length > 0 && draws.happens(0.6) ? [draws.oneOf(texts)] : []
    const given = asked[field.name]
    if (given?.length === 1 && field.name.startsWith('C0')) return [given]
    if (field.name === 'Q01') return [draws.happens(0.6) ? '3' : '4']
    if (field.name === 'Q02') return [draws.happens(0.7) ? '3' : '1']
    const options = plain(field)
    if (options.length === 0) return []
    const pairs = options.map(({ value }, at) => [value, weightOf(field, value, at)] as const)
    if (field.kind !== 'checkbox') return [draws.weighted(pairs)]
    const alone = options.filter(({ exclusive }) => exclusive).map(({ value }) => value)
    const some = pairs.filter(([value, weight]) => !alone.includes(value) && draws.happens(Math.min(0.9, weight * 0.3)))
    if (some.length > 0) return some.slice(0, 5).map(([value]) => value)
    return [draws.weighted(pairs)]
  }
}

/** What was answered before, with each answer changed by chance so often; what is not known is answered by a rule. */
export function like(before: Filled, change: number, otherwise: Chooser): Chooser {
  return (field, draws) => {
    const known = before[field.name]
    if (field.kind === 'textarea') return reworded(known?.[0] ?? '', draws)
    const offered = known?.filter(
      (value) => field.choices.length === 0 || field.choices.some((one) => one.value === value),
    )
    const isKnown = offered !== undefined && offered.length > 0
    // Who they say they are stays, or the way through would be another.
    const isChanged = draws.happens(change) && field.choices.length > 0 && !/^(Q0[1-79]|C0)/.test(field.name)
    return isKnown && !isChanged ? offered : otherwise(field, draws)
  }
}

/** A text that must not be the same each time: left out, with a little changed at its end, or the same after all. */
function reworded(text: string, draws: Draws): string[] {
  if (text === '' || draws.happens(0.4)) return []
  if (draws.happens(0.4)) return [text]
  return [draws.happens(0.5) ? text.slice(0, -2) : text + draws.oneOf(['。', '吧', '，谢谢', '！', '，还行'])]
}
