/** Questionnaires to begin with, by the name that a set-up has for them; each is loaded when it is asked for. */
import type { Questionnaire } from '../../../schema/questionnaire.ts'

const templates: Readonly<Record<string, () => Promise<Questionnaire>>> = {
  'study-abroad': async () => (await import('../../../schema/study-abroad/index.ts')).studyAbroad,
}

export const templateNames = Object.keys(templates)

/** The template of this name, if there is one. */
export async function findTemplate(name: string): Promise<Questionnaire | undefined> {
  return Object.hasOwn(templates, name) ? templates[name]?.() : undefined
}
