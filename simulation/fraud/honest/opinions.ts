/** How likely each answer is, given who somebody is: skewed as answers are, and depending on one another through the story. */
import type { Story } from './story.ts'

/** Weights by code; a code that is not named has 1. */
export type Weights = Readonly<Record<number, number>>

const budgetBand = (tens: number) => [10, 20, 30, 40, 50, 70].filter((from) => tens >= from).length + 1

/** Of questions with one answer: the code that is meant, or the weights. */
export function single(question: string, story: Story): { code: number } | { weights: Weights } {
  const abroad = story.home === 1 && [2, 3].includes(story.destination)
  switch (question) {
    case 'Q01':
      return { code: story.age }
    case 'Q02':
      return { code: story.stage }
    case 'Q03':
      return { code: story.home }
    case 'Q04':
      return { code: story.now }
    case 'Q05':
      return { code: story.level }
    case 'Q07':
      return { code: story.destination }
    case 'Q08':
      return { code: story.field }
    case 'Q13':
      return { weights: { [budgetBand(story.budget)]: 70, 98: 6, 99: 4 } }
    case 'Q18':
      return {
        weights: abroad ? { 1: 3, 2: 12, 3: 30, 4: 40, 5: 13, 97: 2 } : { 1: 6, 2: 20, 3: 34, 4: 28, 5: 9, 97: 3 },
      }
    case 'Q19':
      return { weights: abroad ? { 1: 16, 2: 40, 3: 34, 4: 6, 5: 4 } : { 1: 2, 2: 5, 3: 42, 4: 40, 5: 11 } }
    case 'Q24':
      return { weights: { 1: 14, 2: 20, 3: 8, 4: 6, 5: 12, 6: 6, 7: 14, 90: 1, 0: 16, 98: 30 } }
    case 'Q25':
      return { weights: { 1: 30, 2: 24, 3: 16, 4: 3, 5: 5, 6: 12, 7: 26, 8: 10 } }
    case 'Q29':
      return { weights: { 1: 18, 2: 30, 3: 17, 4: 7, 5: 3, 6: 10, 7: 10, 8: 3, 99: 2 } }
    default:
      return { weights: {} }
  }
}

/** Of questions with several: how likely each code is ticked; one that is not named, one in ten. */
export function several(question: string, story: Story): Weights {
  const toHongKong = story.destination === 2
  switch (question) {
    case 'Q06':
      return { [story.destination]: 1, 2: 0.35, 5: 0.3, 6: 0.2, 7: 0.22, 9: 0.25, 90: 0 }
    case 'Q12':
      return { 1: 0.62, 2: 0.36, 3: 0.55, 4: 0.48, 5: 0.26, 6: 0.14, 7: 0.32, 8: 0.3, 9: 0.1, 90: 0.02 }
    case 'Q14':
      return { 1: 0.88, 2: 0.18, 3: 0.13, 4: 0.05, 5: 0.04, 6: 0.14, 7: 0.02, 90: 0.01 }
    case 'Q15':
      return { 1: 0.34, 2: 0.28, 3: 0.13, 4: 0.14, 5: 0.1, 6: 0.12, 7: 0.08, 8: 0.05, 0: 0.36, 90: 0.01 }
    case 'Q17':
      return {
        0: story.stage === 1 ? 0.5 : 0.04,
        96: 0.05,
        10: 0.08,
        1: 0.9,
        2: 0.85,
        3: 0.7,
        4: 0.75,
        5: 0.75,
        6: 0.9,
        7: 0.4,
        8: 0.9,
        9: 0.9,
        11: 0.9,
      }
    case 'Q21':
      return { 1: 0.3, 2: 0.16, 3: 0.28, 4: 0.24, 5: 0.1 }
    case 'Q23':
      return {
        1: toHongKong ? 0.7 : 0.42,
        2: toHongKong ? 0.68 : 0.2,
        3: 0.34,
        4: 0.1,
        5: story.home === 1 ? 0.42 : 0.06,
        6: 0.14,
        7: 0.24,
        12: 0.03,
        0: 0.14,
        90: 0.005,
      }
    default:
      return {}
  }
}

/** The first of these, and so on: how heavy each reason weighs. */
export const reasons: Weights = { 1: 26, 2: 17, 3: 21, 4: 14, 5: 8, 6: 9, 7: 12, 8: 4, 9: 4, 90: 0.2 }

/** What people on the whole say of each row, from 1 to 5. */
const rowMeans: Record<string, readonly number[]> = {
  Q11: [4.2, 4.0, 3.9, 3.3, 4.3, 3.4, 3.6, 2.6, 4.1, 2.4],
  Q16: [3.4, 3.7, 3.4, 3.8, 3.5, 3.7, 3.8, 3.2, 3.5],
  Q20: [3.1, 4.0, 3.5, 3.6, 3.5, 3.6, 3.4],
  Q26: [3.8, 3.7, 3.1, 2.7, 3.1, 3.2, 4.2, 3.5],
}

/** What this person would say of a row of a matrix, from 1 to 5, before it is rounded. */
export function ratingOf(matrix: string, row: number, story: Story, noise: number): number {
  const mean = rowMeans[matrix]?.[row - 1] ?? 3.5
  return 3.3 + (mean - 3.3) * story.vigour + story.mood + noise * 0.8
}

/** How often "not applicable" is ticked. */
export const notApplicable = (matrix: string, row: number) => (matrix === 'Q11' && row === 10 ? 0.06 : 0.015)
