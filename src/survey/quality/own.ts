/** What a response says by itself, as it is completed: every check that needs no other response. Pure. */
import type { Answers, Circumstances } from '../../../schema/answers.ts'
import type { Question } from '../../../schema/questionnaire.ts'
import { languages } from '../../../schema/text.ts'
import type { AskedPage } from '../questionnaire/ask.ts'
import type { Asked } from '../questionnaire/asked.ts'
import { rowsInOrder } from '../questionnaire/page/option-views.ts'
import { automation } from './automation.ts'
import { type AttentionRow, attention, contradictions } from './consistency.ts'
import type { Flag } from './flag.ts'
import { emptyTexts, type OpenText } from './open-text.ts'
import { type Baseline, pace } from './pace.ts'
import { type AnsweredRows, pattern } from './pattern.ts'
import type { Visit } from './visit.ts'

/** A response as it is completed. */
export interface Completed {
  circumstances: Circumstances
  /** The settled answers, with what lives in the draft only. */
  answers: Answers
  /** What its pages asked, in order, as its route has it. */
  asked: readonly AskedPage[]
  visits: ReadonlyMap<string, Visit>
  birthAgrees: 0 | 1 | null
  /** ISO 8601 in UTC. */
  at: string
  baseline: Baseline | null
  /** Whether a key that signs pages is still there. */
  isKeyKnown: (kid: string) => boolean
}

/** The flags of a response by itself. Of pages that nothing is known of (older rows) nothing is said. */
export function ownFlags(completed: Completed): Flag[] {
  const { answers, visits, birthAgrees, at, baseline, isKeyKnown } = completed
  const { items, matrices, attentions, texts } = shownTo(completed)
  return [
    ...automation(visits, isKeyKnown),
    ...pace(visits, items, baseline),
    ...pattern(matrices),
    ...attention(attentions),
    ...contradictions(answers, birthAgrees, at),
    ...emptyTexts(texts),
  ]
}

/** What of it was shown, as the checks look at it. */
function shownTo({ circumstances, answers, asked: pages, visits }: Completed) {
  const matrices: AnsweredRows[] = []
  const attentions: AttentionRow[] = []
  const texts: OpenText[] = []
  let items = 0
  for (const { page, questions } of pages) {
    const visit = visits.get(page.code)
    const pageMs = visit === undefined || visit.again === 1 || visit.odd !== undefined ? null : visit.ms
    for (const asked of questions) {
      const { question } = asked.known
      const answer = answers[asked.code]
      items += Math.max(1, asked.rows.length)
      if (typeof answer === 'string' && question.type === 'text') {
        texts.push({ question: asked.code, text: answer, wordings: wordingsOf(question), typed: visit?.typed })
      }
      if (typeof answer !== 'object' || Array.isArray(answer) || asked.rows.length === 0) continue
      matrices.push({ question: asked.code, picks: picksOf(asked, answer, circumstances), pageMs })
      const row = asked.rows.find(({ at }) => at < 0)
      if (row !== undefined && asked.attention !== null) {
        attentions.push({ question: asked.code, target: asked.attention.target, picked: answer[row.code] })
      }
    }
  }
  return { items, matrices, attentions, texts }
}

function picksOf(asked: Asked, answer: Readonly<Record<string, number>>, { seed }: Circumstances): number[] {
  return rowsInOrder(asked, seed).flatMap(({ code }) => answer[code] ?? [])
}

const wordings = new WeakMap<Question, readonly string[]>()

/** What a question asks, in every language: the same list for everybody. */
function wordingsOf(question: Question): readonly string[] {
  const known = wordings.get(question)
  if (known !== undefined) return known
  const { text } = question
  const made = (Array.isArray(text) ? text.map((one) => one.text) : [text]).flatMap((one) =>
    languages.map((language) => one[language] ?? ''),
  )
  wordings.set(question, made)
  return made
}
