/**
 * SPSS system file (`.sav`): codes with their labels, measures, missing values and sets of several picks. Own code, and why:
 * decision 56.
 */
import type { ExportFormat } from '../format.ts'
import { savHeader } from './header.ts'
import { isCut } from './labels.ts'
import { savPlaces } from './layout.ts'
import { SavRecords } from './records.ts'

export const sav: ExportFormat = {
  id: 'sav',
  extension: 'sav',
  mediaType: 'application/x-spss-sav',
  permission: 'responses.export',
  hasLanguage: true,
  saysStudy: true,
  byRecord: true,
  weights: 'applied',
  revision: 4,
  cut: ({ variables }, language) => variables.filter((variable) => isCut(variable, language)).map(({ name }) => name),
  async *write(dictionary, batches, options) {
    const language = options.language ?? 'en'
    const places = savPlaces(dictionary.variables)
    const title = options.title[language]
    if (!options.isContinued) {
      yield savHeader({ dictionary, places, language, title, instant: options.at, n: options.count })
    }
    const out = new SavRecords(places)
    let n = 0
    for await (const { records } of batches) {
      for (const record of records) out.add(record)
      n += records.length
      yield out.take()
    }
    if (!options.isContinued && n !== options.count) {
      throw new RangeError('There are not as many responses as the head of the file says.')
    }
  },
}
