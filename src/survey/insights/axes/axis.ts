/** What two questions are crossed by: the people of a side fall into its categories, or outside them. Pure. */
import type { Text } from '../../../../schema/questionnaire.ts'
import type { Value } from '../../variables/variable.ts'

export interface Category {
  /** The code, or what else stands for it in files. */
  key: string
  label: Text
}

interface AboutAxis {
  /** Stands for it in an address: a variable, the question of several picks, or a column about the response (`_language`). */
  key: string
  label: Text
  /** The code of the question, which pages print before its words; null for what is about the response. */
  question: string | null
}

/** A side on which everybody has one place. */
export interface OneAxis extends AboutAxis {
  kind: 'one'
  column: string
  /** Of a row or a place of its question, that part in words: under the same code, it may be another in another version. */
  part?: Text | null
  categories: readonly Category[]
  /** Those outside every share, in the order in which they stand beside: not shown comes last. */
  missing: readonly Category[]
  /** Where a value stands: from 0 among the categories, behind them among the missing. */
  placeOf(value: Value): number
  /** Whether a test of independence means something: the categories are answers, and not bands or groups of numbers. */
  isTested: boolean
  /** Numbers as they were put into bands: the order is theirs. */
  isOrdered: boolean
}

/** A side of several picks: everybody has a state in each option that they were offered. */
export interface SeveralAxis extends AboutAxis {
  kind: 'several'
  /** The options, each with the column that holds 1 where it was picked, and 0 where it was only offered. */
  categories: readonly (Category & { column: string })[]
  /** Options that say that there is no answer (97, 98, 99): whoever picked one is outside every share. */
  noAnswer: readonly (Category & { column: string })[]
  missing: readonly Category[]
}

export type Axis = OneAxis | SeveralAxis
