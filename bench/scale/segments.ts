/** Places and columns of answers for what was copied: each place says what the template's says, but for its day and key. */
import type SqliteFile from 'better-sqlite3'
import { characters, put } from '../../src/survey/insights/segments/alphabet.ts'
import { segmentSize } from '../../src/survey/insights/segments/rewrite.ts'
import { cellKeyOf, type SiteKeys } from './sealed.ts'

export interface Place {
  respondentId: string
  characters: ReadonlyMap<string, string>
  laterDays: number
}

const dayMs = 86_400_000

/** @param first how many of the places, from the first on, are those of the template, which are there */
export function addSegments(
  file: InstanceType<typeof SqliteFile>,
  keys: SiteKeys,
  first: number,
  places: readonly Place[],
): void {
  const of = file.prepare('select study_id, data_version from answer_places limit 1').get() as Record<string, string>
  const blocks = file.prepare('select name, width from answer_segments where n = 0').all() as {
    name: string
    width: number
  }[]
  const shown = file.prepare('select shown_to from responses where respondent_id = ?')
  const days = new Map<string, number>()
  for (const { respondentId } of places.slice(0, first)) {
    days.set(respondentId, Date.parse((shown.get(respondentId) as { shown_to: string }).shown_to) / dayMs)
  }
  const firstDay = Math.min(...days.values())
  if (firstDay !== Math.max(...days.values())) throw new Error('The template was shown on several days')
  const number = (width: number, value: number) => {
    const part = new Uint8Array(width)
    put(part, 0, width, value)
    return characters(part)
  }
  const own = (name: string, width: number, place: Place) => {
    if (name === '_key') return number(width, cellKeyOf(keys, place.respondentId))
    if (name === '_day') return number(width, firstDay + place.laterDays)
    return place.characters.get(name) ?? ''
  }
  const addPlace = file.prepare(
    'insert into answer_places (study_id, data_version, n, n_before, respondent_id) values (?, ?, ?, ?, ?)',
  )
  for (let n = first; n < places.length; n++) {
    addPlace.run(of.study_id, of.data_version, n, n - 1, places[n]?.respondentId)
  }
  file.exec('delete from answer_segments')
  const addSegment = file.prepare(
    'insert into answer_segments (study_id, data_version, n, name, width, filled, data) values (?, ?, ?, ?, ?, ?, ?)',
  )
  for (let n = 0; n * segmentSize < places.length; n++) {
    const some = places.slice(n * segmentSize, (n + 1) * segmentSize)
    for (const { name, width } of blocks) {
      const data = some.map((place) => own(name, width, place)).join('')
      addSegment.run(of.study_id, of.data_version, n, name, width, some.length, data)
    }
  }
}
