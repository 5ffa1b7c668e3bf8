/**
 * Answers as they are kept: what was picked in clear, what was typed under a key of the study. What seals is loaded when
 * the first text comes, since most pages have none.
 */

import type { Answer, Answers } from '../../../schema/answers.ts'
import type { Questionnaire } from '../../../schema/questionnaire.ts'
import type { KeyPorts } from '../../platform/keys/study-keys.ts'
import { loadedOnce } from '../../platform/memory/loaded-once.ts'
import type { SealedTexts, TextRow } from './text-row.ts'

const sealing = loadedOnce(() => import('./sealing.ts'))

/** Answers as they are written: without what was typed, and that, sealed for the row. */
export async function sealAnswers(
  ports: KeyPorts,
  row: TextRow,
  questionnaire: Questionnaire,
  answers: Answers,
): Promise<SealedTexts & { rest: Answers }> {
  if (!Object.values(answers).some((answer) => typeof answer === 'string')) {
    return { rest: answers, texts: '', textsKey: null }
  }
  const { sealTexts } = await sealing()
  return sealTexts(ports, row, questionnaire, answers)
}

/**
 * Answers as they were given.
 * @param stored the columns of the row: the answers as JSON, and what was typed
 * @param lost what stands for a text whose key was erased; undefined: nothing, as if it had not been answered
 */
export async function openAnswers(
  ports: Omit<KeyPorts, 'ids'>,
  row: Omit<TextRow, 'studyId'>,
  { answers, texts, textsKey }: { answers: string; texts: string | null; textsKey: string | null },
  lost?: Answer,
): Promise<Answers> {
  const rest = JSON.parse(answers) as Answers
  return !texts || textsKey === null ? rest : openTyped(ports, row, rest, { texts, textsKey }, lost)
}

/** As `openAnswers`, where it is known that something was typed. @param rest the answers without that */
export async function openTyped(
  ports: Omit<KeyPorts, 'ids'>,
  row: Omit<TextRow, 'studyId'>,
  rest: Answers,
  typed: { texts: string; textsKey: string },
  lost?: Answer,
): Promise<Answers> {
  const { openTexts } = await sealing()
  return openTexts(ports, row, rest, typed, lost)
}
