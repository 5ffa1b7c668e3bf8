/** Places and columns of answers for what was copied: each place says what the template's says, but for its day and key. */
import type SqliteFile from 'better-sqlite3'
import { characters, put } from '../../src/survey/insights/segments/alphabet.ts'
import { segmentSize } from '../../src/survey/insights/segments/rewrite.ts'
import { cellKeysOf, type SiteKeys } from './sealed.ts'
import type { Person } from './template-rows.ts'

interface Place {
  respondent_id: string
  person: number
  later_days: number
}

const dayMs = 86_400_000

/** The day on which all of these were shown. */
function dayOf(people: readonly Person[]): number {
  const shown = people.map(({ tables }) => tables.find(({ table }) => table === 'responses')?.rows[0]?.shown_to)
  const days = new Set(shown.map((day) => Date.parse(String(day)) / dayMs))
  const [day] = days
  if (day === undefined || days.size > 1) throw new Error('The template was shown on several days')
  return day
}

/**
 * @param file with the copies' places in the attached `filling`
 * @param people of the template, in the order of their places
 */
export function addSegments(file: InstanceType<typeof SqliteFile>, keys: SiteKeys, people: readonly Person[]): void {
  const of = file.prepare('select study_id, data_version from answer_places limit 1').get() as Record<string, string>
  const blocks = file.prepare('select name, width from answer_segments where n = 0').all() as {
    name: string
    width: number
  }[]
  const cellKeyOf = cellKeysOf(keys)
  const firstDay = dayOf(people)
  const number = (width: number, value: number) => {
    const part = new Uint8Array(width)
    put(part, 0, width, value)
    return characters(part)
  }
  const own = (name: string, width: number, place: Place) => {
    if (name === '_key') return number(width, cellKeyOf(place.respondent_id))
    if (name === '_day') return number(width, firstDay + place.later_days)
    return people[place.person]?.characters.get(name) ?? ''
  }
  const template = people.map(({ respondentId }, person) => ({ respondent_id: respondentId, person, later_days: 0 }))
  const copies = file.prepare('select * from filling.places where rowid > ? order by rowid limit ?')
  const addPlace = file.prepare(
    'insert into answer_places (study_id, data_version, n, n_before, respondent_id) values (?, ?, ?, ?, ?)',
  )
  const addSegment = file.prepare(
    'insert into answer_segments (study_id, data_version, n, name, width, filled, data) values (?, ?, ?, ?, ?, ?, ?)',
  )
  file.exec('delete from answer_segments')
  for (let n = 0; ; n++) {
    const first = n * segmentSize
    const ofTemplate = template.slice(first, first + segmentSize)
    const copied = copies.all(Math.max(0, first - template.length), segmentSize - ofTemplate.length) as Place[]
    const some = [...ofTemplate, ...copied]
    if (some.length === 0) return
    for (const [at, { respondent_id: id }] of some.entries()) {
      const place = first + at
      if (place >= template.length) addPlace.run(of.study_id, of.data_version, place, place - 1, id)
    }
    for (const { name, width } of blocks) {
      const data = some.map((place) => own(name, width, place)).join('')
      addSegment.run(of.study_id, of.data_version, n, name, width, some.length, data)
    }
  }
}
