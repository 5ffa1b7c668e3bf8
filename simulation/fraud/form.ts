/** A page of questions as a reader, or a program, finds it in the HTML. */

export interface Choice {
  value: string
  label: string
  exclusive: boolean
  /** Behind a link of its own. */
  hidden: boolean
}

export interface Field {
  /** As it is posted: `Q05`, `Q11.3`, `Q10.1`, `Q22`, `C0a`. */
  name: string
  kind: 'radio' | 'checkbox' | 'select' | 'text' | 'textarea'
  choices: Choice[]
  /** Of a row of a matrix, its words. */
  row: string | null
  /** What its free text may be, where only the names of a list will do. */
  list: string[]
}

export interface Form {
  /** The page's code. */
  page: string
  action: string
  hidden: [name: string, value: string][]
  fields: Field[]
  canGoBack: boolean
}

const entities: Record<string, string> = { '&quot;': '"', '&amp;': '&', '&lt;': '<', '&gt;': '>', '&#39;': "'" }
const plain = (html: string) =>
  html.replace(/<[^>]*>/g, '').replace(/&(?:quot|amp|lt|gt|#39);/g, (name) => entities[name] ?? name)

/** The attribute of a tag; undefined when it has none. */
function attribute(tag: string, name: string): string | undefined {
  const from = tag.indexOf(` ${name}="`)
  if (from < 0) return undefined
  const begins = from + name.length + 3
  const value = tag.slice(begins, tag.indexOf('"', begins))
  return value.includes('&') ? plain(value) : value
}

/** The form of questions of a page, or null when the page has none. */
export function readForm(html: string): Form | null {
  const form = /<form id="page"[\s\S]*?<\/form>/.exec(html)?.[0]
  if (form === undefined) return null
  const action = attribute(form.slice(0, form.indexOf('>')), 'action') ?? ''
  const labels = new Map<string, string>()
  for (const [, id = '', words = ''] of form.matchAll(/<label for="([^"]*)"[^>]*>([\s\S]*?)<\/label>/g))
    labels.set(id, plain(words).trim())
  const rows = new Map<string, string>()
  for (const [, id = '', words = ''] of form.matchAll(/<p id="([^"]*)-l">([\s\S]*?)<\/p>/g)) rows.set(id, plain(words))
  const lists = new Map<string, string[]>()
  for (const [, id = '', options = ''] of form.matchAll(/<datalist id="([^"]*)">([\s\S]*?)<\/datalist>/g))
    lists.set(
      id,
      [...options.matchAll(/<option>([^<]*)/g)].map(([, name = '']) => plain(name)),
    )

  const hidden: [string, string][] = []
  const fields = new Map<string, Field>()
  const fieldOf = (name: string, kind: Field['kind']): Field => {
    const known = fields.get(name) ?? {
      name,
      kind,
      choices: [],
      row: rows.get(name.replace('.', '-')) ?? null,
      list: [],
    }
    fields.set(name, known)
    return known
  }
  const isMore = (at: number) => form.lastIndexOf('<details', at) > form.lastIndexOf('</details>', at)
  for (const { 0: tag, index } of form.matchAll(/<(?:input|textarea|select)\b[^>]*>/g)) {
    const name = attribute(tag, 'name') ?? ''
    const kind = attribute(tag, 'type') ?? (tag.startsWith('<textarea') ? 'textarea' : 'select')
    const value = attribute(tag, 'value') ?? ''
    if (kind === 'hidden') hidden.push([name, value])
    else if (kind === 'radio' || kind === 'checkbox') {
      const label = labels.get(attribute(tag, 'id') ?? '') ?? ''
      const exclusive = / data-exclusive/.test(tag)
      fieldOf(name, kind).choices.push({ value, label, exclusive, hidden: isMore(index) })
    } else if (kind === 'select') {
      const options = form.slice(index, form.indexOf('</select>', index))
      for (const [, code = '', label = ''] of options.matchAll(/<option value="([^"]+)"[^>]*>([^<]*)/g))
        fieldOf(name, 'select').choices.push({ value: code, label: plain(label), exclusive: false, hidden: false })
    } else
      fieldOf(name, kind === 'textarea' ? 'textarea' : 'text').list.push(
        ...(lists.get(attribute(tag, 'list') ?? '') ?? []),
      )
  }
  return {
    page: action.split('/').at(-1) ?? '',
    action,
    hidden,
    fields: [...fields.values()],
    canGoBack: form.includes('value="back"'),
  }
}
