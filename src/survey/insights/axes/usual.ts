/** What a page of insights begins with, where its address names no questions. Pure. */
import type { Dictionary } from '../../variables/variable.ts'
import { axesOf } from './axes-of.ts'
import type { OneAxis } from './axis.ts'

/** Where people lived, where they study, where they go: what the study of studying abroad is about. */
const usual = ['home', 'dest', 'after']

/** The codes of those of the usual questions that are asked. */
export function usualKeys({ questions }: Dictionary): string[] {
  return usual.flatMap((name) => questions.find((one) => one.name === name)?.code ?? [])
}

/** Questions of which everybody has one answer. */
export function stagesOf(dictionary: Dictionary): OneAxis[] {
  return axesOf(dictionary).filter((axis) => axis.kind === 'one' && axis.isTested) as OneAxis[]
}

/** Two questions to begin with: usual ones, or else the first two that may be set against each other; null where there are none. */
export function usualPair(dictionary: Dictionary): { rows: string; columns: string } | null {
  const stages = stagesOf(dictionary).map(({ key }) => key)
  const [rows, columns] = [...new Set([...usualKeys(dictionary).filter((key) => stages.includes(key)), ...stages])]
  return rows === undefined || columns === undefined ? null : { rows, columns }
}
