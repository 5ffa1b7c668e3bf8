/** Questionnaires to begin with, loaded when they are asked for: they are far more than a set-up. */
import type { Questionnaire } from '../../../schema/questionnaire.ts'
import type { Template } from '../../../schema/templates/index.ts'

/** The questionnaires that a study can begin with, loaded when they are first asked for. */
export async function allTemplates(): Promise<readonly Template[]> {
  return (await import('../../../schema/templates/index.ts')).templates
}

/** The template of this name, if there is one. */
export async function findTemplate(name: string): Promise<Questionnaire | undefined> {
  return (await allTemplates()).find(({ id }) => id === name)?.questionnaire
}
