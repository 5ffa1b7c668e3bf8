import { crossesMessages } from '../../../../messages/generated/insights/crosses.ts'
import type { Language } from '../../../../schema/questionnaire.ts'
import type { OneAxis } from '../axes/axis.ts'
import type { Flow } from './flow.ts'

/** What a node is called: its answer, or that it is the smaller ones together. */
export function nodeLabel(stages: readonly OneAxis[], { nodes }: Flow, at: number, language: Language): string {
  const { stage = 0, place = null } = nodes[at] ?? {}
  const category = place === null ? undefined : stages[stage]?.categories[place]
  return category?.label[language] ?? crossesMessages(language).flows.others
}
