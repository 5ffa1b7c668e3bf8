/** Short ways to write texts, options and rows, and the options that many questions share. */
import type { Condition, MatrixRow, Option, Text } from '../questionnaire.ts'

/** A text in English, Simplified and Traditional Chinese. */
export const text = (en: string, hans: string, hant: string): Text => ({ en, 'zh-Hans': hans, 'zh-Hant': hant })

/** An option with its stable code and its label in the three languages. */
export const option = (
  code: number,
  en: string,
  hans: string,
  hant: string,
  more: Omit<Option, 'code' | 'label'> = {},
): Option => ({ code, label: text(en, hans, hant), ...more })

/** A matrix row with its stable code and its label in the three languages. */
export const row = (code: number, en: string, hans: string, hant: string, when?: Condition): MatrixRow =>
  when === undefined ? { code, label: text(en, hans, hant) } : { code, label: text(en, hans, hant), when }

/** Holds when the answer of Q02 is one of the stages given. */
export const stage = (...codes: number[]): Condition => ({ q: 'Q02', in: codes })
/** Holds when the answer of Q03, the place lived in before studying away, is one of those given. */
export const home = (...codes: number[]): Condition => ({ q: 'Q03', in: codes })
/** Holds when the answer of Q07, the place of study, is one of those given. */
export const destination = (...codes: number[]): Condition => ({ q: 'Q07', in: codes })

/** The places that Q03 and DEST have in common: nobody studies away in the place that is home. */
export const notHome = { q: 'Q03', codes: [1, 2, 3, 4] }

export const other = option(90, 'Other', '其他', '其他', { last: true, detail: 'text' })
export const notApplicable = option(97, 'Not applicable', '不适用', '不適用')
export const preferNotToSay = option(99, 'Prefer not to say', '不愿透露', '不願透露')

export const chooseAll = text('Choose all that apply.', '可多选', '可選多項')
