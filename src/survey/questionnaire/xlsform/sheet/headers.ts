/** What the headers of a sheet say: a field, and the language of its texts. */

export interface Header {
  /** In small letters, such as `label`, `honorarium::when`, `media::image`. */
  field: string
  /** As it is written there, such as `English (en)`; null where the column names none. */
  language: string | null
}

/** Fields that are texts in a language. */
const spoken = new Set([
  'label',
  'hint',
  'guidance_hint',
  'constraint_message',
  'required_message',
  'honorarium::title',
  'honorarium::short',
  'honorarium::unit',
  'honorarium::low',
  'honorarium::high',
  'media::image',
  'media::audio',
  'media::video',
  'media::big-image',
])

const aliases: Record<string, string> = {
  command: 'type',
  value: 'name',
  list: 'list_name',
  caption: 'label',
  relevance: 'relevant',
  skippattern: 'relevant',
  read_only: 'readonly',
  calculate: 'calculation',
  requiredmsg: 'required_message',
  constraintmsg: 'constraint_message',
  'bind::relevant': 'relevant',
  'bind::required': 'required',
  'bind::constraint': 'constraint',
  'bind::calculate': 'calculation',
  'bind::jr:constraintmsg': 'constraint_message',
  'bind::jr:requiredmsg': 'required_message',
  'bind::readonly': 'readonly',
  'control::appearance': 'appearance',
  count: 'repeat_count',
  title: 'form_title',
  id_string: 'form_id',
  set_form_title: 'form_title',
  set_form_id: 'form_id',
  image: 'media::image',
  audio: 'media::audio',
  video: 'media::video',
  'big-image': 'media::big-image',
}

/** What one header says. `label::English (en)`, `label:en`, `Label :: English` and `caption` are all known. */
export function readHeader(text: string): Header {
  const parts = text
    .replace(/\s+/g, ' ')
    .trim()
    .split(/\s*::?\s*/)
  const small = parts.map((part) => part.toLowerCase().replaceAll(' ', '_'))
  const [first = '', second, third] = small
  const known = (field: string) => aliases[field] ?? field
  if (first === 'bind' && second === 'jr')
    return { field: known(`bind::jr:${third ?? ''}`), language: parts[3] ?? null }
  if (['bind', 'control', 'media', 'honorarium'].includes(first) && second !== undefined) {
    const field = known(`${first}::${second}`)
    return { field, language: spoken.has(field) ? (parts[2] ?? null) : null }
  }
  const field = known(first)
  if (second === undefined || !spoken.has(field)) {
    // A column of choices may be called anything, with colons or without.
    return { field: second === undefined ? field : text.trim().toLowerCase(), language: null }
  }
  return { field, language: parts.slice(1).join(':') }
}

/** `C12`: the cell of a column (from 0) in a row (from 0). */
export function sheetAddress(row: number, column: number): string {
  let letters = ''
  for (let left = column + 1; left > 0; left = Math.floor((left - 1) / 26)) {
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters
  }
  return `${letters}${row + 1}`
}
