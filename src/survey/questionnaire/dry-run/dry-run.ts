/** What a questionnaire comes to before anybody answers it: every route, how long each is, and where it ends. Pure. */
import type { Facts } from '../../../../schema/answers.ts'
import { inEachLanguage, type Language, type Questionnaire } from '../../../../schema/questionnaire.ts'
import type { AskedPage } from '../ask.ts'
import { duplicateErrors } from '../checks/codes.ts'
import type { ContentError } from '../checks/content-error.ts'
import { kindsOf } from '../checks/kinds.ts'
import { referenceErrors } from '../checks/references.ts'
import { reaching } from '../checks/routes.ts'
import { mostCombinations, walkRoutes } from '../checks/walk.ts'
import { secondsOfQuestion, secondsToRead } from '../estimate.ts'
import type { RouteEnd } from '../route/end.ts'
import { conditionsAt } from './conditions-at.ts'

/** From the least to the most. */
export interface Span {
  least: number
  most: number
}

/** Those who are led through the same pages to the same end. */
export interface DryRoute {
  /** Codes. */
  pages: readonly string[]
  end: RouteEnd | 'complete'
  /** How many questions they are asked. */
  questions: Span
  /** By their words, in seconds. */
  seconds: Readonly<Record<Language, Span>>
}

export interface Unreached extends ContentError {
  /** The conditions that it depends on, as they are written down; none where it depends on what is carried. */
  when: readonly string[]
}

export interface DryRun {
  /** Why no route was walked: what the questionnaire refers to is not there. */
  faults: readonly ContentError[]
  /** The shortest first, by questions and then by how many pages they have. */
  routes: readonly DryRoute[]
  /** There are more of them than were kept. */
  isMore: boolean
  /** The code of a page on which there are too many combinations to try; null when all were. Then nothing is unreached. */
  stoppedAt: string | null
  unreached: readonly Unreached[]
  /** Answers to the place question with which the end can be reached. */
  places: ReadonlySet<number>
}

/** More routes than this are not kept apart. */
export const mostRoutes = 2_000

type Along = ReadonlyMap<string, Omit<DryRoute, 'end'>>

const nothing = { least: 0, most: 0 }
const noRoute: Omit<DryRoute, 'end'> = {
  pages: [],
  questions: nothing,
  seconds: inEachLanguage(() => nothing),
}
const plus = ({ least, most }: Span, n: number): Span => ({ least: least + n, most: most + n })
const both = (one: Span, other: Span): Span => ({
  least: Math.min(one.least, other.least),
  most: Math.max(one.most, other.most),
})

function joined<R extends Omit<DryRoute, 'end'>>(one: R, other: R): R {
  return {
    ...one,
    questions: both(one.questions, other.questions),
    seconds: inEachLanguage((language) => both(one.seconds[language], other.seconds[language])),
  }
}

/**
 * @param facts those that are the same for everybody; each of the others is tried both ways
 * @param most so many combinations of answers are tried on one page
 */
export function dryRun(questionnaire: Questionnaire, facts: Facts = {}, most = mostCombinations): DryRun {
  const faults = [...duplicateErrors(questionnaire), ...referenceErrors(questionnaire)]
  const empty: DryRun = { faults, routes: [], isMore: false, stoppedAt: null, unreached: [], places: new Set() }
  if (faults.length > 0) return empty

  const reach = reaching(questionnaire)
  const timed = timing()
  const { place } = questionnaire
  const placesDone = new Set<unknown>()
  const routes = new Map<string, DryRoute>()
  let isMore = false
  const cut = (along: Map<string, Omit<DryRoute, 'end'>>): Along => {
    isMore ||= along.size > mostRoutes
    return along.size > mostRoutes ? new Map([...along].slice(0, mostRoutes)) : along
  }
  const end = (how: DryRoute['end'], along: Along) => {
    for (const [key, route] of along) {
      const of = `${key} ${how}`
      const known = routes.get(of)
      if (known === undefined && routes.size >= mostRoutes) isMore = true
      else routes.set(of, known === undefined ? { ...route, end: how } : joined(known, { ...route, end: how }))
    }
  }
  const stopped = walkRoutes<Along>(
    questionnaire,
    {
      begin: new Map([['', noRoute]]),
      keep: place === undefined ? [] : [place],
      asked(page, _, along) {
        for (const question of page.questions) reach.note(question)
        const { code } = page.page
        const { questions, seconds } = timed(page)
        return new Map(
          [...along].map(([key, route]) => [
            `${key} ${code}`,
            {
              pages: [...route.pages, code],
              questions: plus(route.questions, questions),
              seconds: inEachLanguage((language) => plus(route.seconds[language], seconds[language])),
            },
          ]),
        )
      },
      merged(one, other) {
        const all = new Map(one)
        for (const [key, route] of other) {
          const known = all.get(key)
          all.set(key, known === undefined ? route : joined(known, route))
        }
        return cut(all)
      },
      ended: (how, _, along) => end(how, along),
      done(along, answers) {
        if (place !== undefined) placesDone.add(answers[place])
        end('complete', along)
      },
    },
    facts,
    most,
  )
  const standIn = place === undefined ? undefined : kindsOf(questionnaire).standIn.get(place)
  return {
    faults,
    routes: [...routes.values()].sort((a, b) => a.questions.most - b.questions.most || a.pages.length - b.pages.length),
    isMore,
    stoppedAt: stopped === null ? null : (questionnaire.pages[stopped]?.code ?? ''),
    unreached:
      stopped === null
        ? reach.unreached().map((error) => ({ ...error, when: conditionsAt(questionnaire, error.path) }))
        : [],
    places: new Set([...(standIn ?? [])].filter(([, as]) => placesDone.has(as)).map(([code]) => code)),
  }
}

/** How many questions a page asks and how long it takes. */
function timing() {
  const known = new Map<unknown, Record<Language, number>>()
  const secondsOf = (part: object, count: (language: Language) => number) => {
    const found = known.get(part) ?? inEachLanguage(count)
    known.set(part, found)
    return found
  }
  return ({ page, questions }: AskedPage) => {
    const parts = [
      secondsOf(page.title, (language) => secondsToRead(page.title, language)),
      ...questions.map(({ known: { question } }) =>
        secondsOf(question, (language) => secondsOfQuestion(question, language)),
      ),
    ]
    const sum = (language: Language) => parts.reduce((seconds, part) => seconds + part[language], 0)
    return {
      questions: questions.filter((one) => one.known.isAnswered).length,
      seconds: inEachLanguage(sum),
    }
  }
}
