/** A whole file of answers, written without a page. */
import type { Language } from '../../schema/questionnaire.ts'
import { formatOf } from '../../src/survey/exports/formats/index.ts'
import { type OpenExport, writeExport } from '../../src/survey/exports/open-export.ts'
import { sweepSegments } from '../../src/survey/insights/segments/pack.ts'
import { dictionaryOf } from '../../src/survey/variables/dictionary.ts'
import type { World } from './world.ts'

/** What a file of the study's version with codes, or with labels in a language, is made of. */
export function fileOf({ study }: World, language: Language | null = null): OpenExport {
  const format = formatOf(language === null ? 'csv' : 'csv-labels')
  if (format === undefined) throw new Error('There is no such format.')
  const { id: studyId, version, questionnaire, settings } = study
  const versions = [{ n: 1, version, dataVersion: version, questionnaire }]
  const dictionary = dictionaryOf(versions, {})
  return {
    format,
    language,
    studyId,
    title: questionnaire.title,
    organiser: settings.organiser,
    about: null,
    versions,
    quotas: [],
    dictionary,
    filter: { held: 'in', clauses: [] },
    filtered: { matchers: new Map(), said: { dictionary, ns: [1], filter: { held: 'in', clauses: [] } } },
    weights: null,
    everybody: true,
    parts: [],
    madeAt: '2026-11-23T00:00:00.000Z',
  }
}

/** Everybody who has ended. */
export const everybody = { records: 0, has: () => true }

/** The file as text. */
export async function answersFile(world: World, language: Language | null = null): Promise<string> {
  await sweepSegments(world.ports)
  let text = ''
  for await (const piece of writeExport(world.ports, fileOf(world, language), everybody)) text += piece
  return text
}
