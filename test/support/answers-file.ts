/** A whole file of answers as text, written without a page. */
import type { Language } from '../../schema/questionnaire.ts'
import { type FileOfAnswers, writeFile } from '../../src/survey/exports/file.ts'
import { formatOf } from '../../src/survey/exports/formats/index.ts'
import type { World } from './world.ts'

/** What a file of the study's version with codes, or with labels in a language, is made of. */
export function fileOf({ study }: World, language: Language | null = null): FileOfAnswers {
  const format = formatOf(language === null ? 'csv' : 'csv-labels')
  if (format === undefined) throw new Error('There is no such format.')
  const { id: studyId, version, questionnaire } = study
  const versions = [{ n: 1, version, dataVersion: version, questionnaire }]
  const at = '2026-11-23T00:00:00.000Z'
  return {
    format,
    language,
    studyId,
    title: questionnaire.title,
    organiser: study.settings.organiser,
    about: null,
    versions,
    facts: {},
    quotas: [],
    at,
    count: 0,
  }
}

/** The file as text. */
export async function answersFile(world: World, language: Language | null = null): Promise<string> {
  let text = ''
  for await (const piece of writeFile(world.ports, fileOf(world, language))) text += piece
  return text
}
