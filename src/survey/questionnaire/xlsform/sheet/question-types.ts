/** What the type of a row says, in the ways in which forms have said it since there are any. */

/** A row that is a question of ours. */
export type AskedType =
  | 'select_one'
  | 'select_multiple'
  | 'rank'
  | 'integer'
  | 'decimal'
  | 'text'
  | 'date'
  | 'datetime'
  | 'time'
  | 'note'
  | 'range'
  | 'acknowledge'

export type RowType =
  | { is: 'asked'; type: AskedType; list: string; hasOther: boolean }
  | { is: 'begin' | 'end'; what: 'group' | 'repeat' | 'score' | 'ranking' }
  | { is: 'score_row' | 'rank_level' }
  | { is: 'left'; why: 'device' | 'media' | 'place_on_map' | 'external' | 'calculation' | 'not_asked' }
  | { is: 'unknown' }

const plain: Record<string, AskedType> = {
  integer: 'integer',
  int: 'integer',
  decimal: 'decimal',
  text: 'text',
  string: 'text',
  date: 'date',
  datetime: 'datetime',
  'date time': 'datetime',
  time: 'time',
  note: 'note',
  range: 'range',
  acknowledge: 'acknowledge',
  trigger: 'acknowledge',
  'phone number': 'text',
}

const left: Record<string, Extract<RowType, { is: 'left' }>['why']> = {
  ...named('device', 'start end today deviceid subscriberid simserial phonenumber username email audit uri:deviceid'),
  ...named('device', 'start-geopoint background-geopoint background-audio imei sim caseid comments text_audit'),
  ...named(
    'device',
    'audio_audit speed_violations_count speed_violations_list speed_violations_audit sensor_statistic',
  ),
  ...named('device', 'sensor_stream'),
  ...named('media', 'image photo audio video file barcode signature draw annotate'),
  ...named('place_on_map', 'geopoint geotrace geoshape location gps osm'),
  ...named('external', 'csv-external xml-external select_one_external include'),
  ...named('calculation', 'calculate calculate_here'),
  ...named('not_asked', 'hidden'),
}

function named<T extends string>(why: T, types: string): Record<string, T> {
  return Object.fromEntries(types.split(' ').map((type) => [type.replaceAll('_', ' '), why]))
}

const ofLists: readonly [RegExp, AskedType][] = [
  [
    /^(?:add )?(?:select one|select1|select one from|q select1|single select)(?: prompt)?(?: from| using)? (\S+)$/,
    'select_one',
  ],
  [
    /^(?:add )?(?:select multiple|select all that apply|q select|multiple select)(?: prompt)?(?: from| using)? (\S+)$/,
    'select_multiple',
  ],
  [/^(?:odk:)?rank(?:ing)? (\S+)$/, 'rank'],
]

/** What a row says that it is. */
export function rowTypeOf(row: { get(field: string): string }): RowType {
  // Some programs keep the list in a column of its own.
  const text = `${row.get('type')} ${row.get('select_from_list_name')}`.trim().replace(/\s+/g, ' ')
  // Names of lists keep their letters, and what is before them does not.
  const small = text.toLowerCase()
  const spaced = small.replaceAll('_', ' ')
  const block = /^(begin|end) ?(group|repeat|loop|score|rank|lgroup|kobomatrix)(?: over .*)?$/.exec(spaced)
  if (block) return { is: block[1] === 'end' ? 'end' : 'begin', what: blocks[block[2] ?? ''] ?? 'group' }
  if (spaced === 'score  row') return { is: 'score_row' }
  if (spaced === 'rank  level') return { is: 'rank_level' }
  const why = left[spaced]
  if (why) return { is: 'left', why }
  // These say behind their type what they measure.
  if (/^(sensor statistic|sensor stream|text audit|audio audit|speed violations \w+) /.test(spaced)) {
    return { is: 'left', why: 'device' }
  }
  if (/^osm /.test(spaced)) return { is: 'left', why: 'place_on_map' }
  if (/^select (one|multiple)( from)? file /.test(spaced) || /^select one external /.test(spaced)) {
    return { is: 'left', why: 'external' }
  }
  const type = plain[spaced.replace(/^(?:q|add) /, '').replace(/ prompt$/, '')]
  if (type) return { is: 'asked', type, list: '', hasOther: false }
  const other = / or[ _](specify[ _])?other$/.exec(small)
  const listed = other ? text.slice(0, other.index) : text
  const words = listed.split(' ')
  const list = words.pop() ?? ''
  const kind = `${words.join(' ').toLowerCase().replaceAll('_', ' ')} x`
  const found = ofLists.find(([pattern]) => pattern.test(kind))?.[1]
  return found ? { is: 'asked', type: found, list, hasOther: other !== null } : { is: 'unknown' }
}

const blocks: Record<string, 'group' | 'repeat' | 'score' | 'ranking'> = {
  group: 'group',
  lgroup: 'group',
  kobomatrix: 'group',
  repeat: 'repeat',
  loop: 'repeat',
  score: 'score',
  rank: 'ranking',
}

/** Whether a row only heads a table: its words are the question's, its choices stand above the columns. */
export const isHead = (row: { get(field: string): string }): boolean => /\blabel\b/.test(row.get('appearance'))

/** `yes`, `true`, `true()`, `1`: in forms all of them are. */
export function isYes(text: string): boolean {
  return /^(yes|true|true\(\)|1|required|y)$/i.test(text)
}
