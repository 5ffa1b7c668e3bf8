/** Fills in whatever form a page shows, knowing nothing of the questionnaire but a few answers. */

/** Someone of 23 to 27 who studies in the UK and lives there; other questions get their first option. */
const known: Record<string, string> = { Q01: '4', Q02: '3', Q03: '1', Q04: '5', Q07: '5', Q09: '2024', Q30: '2001' }

/** The body (`application/x-www-form-urlencoded`) with which the form on this page goes on. */
export function fillForm(html: string): string {
  const start = html.indexOf('<form id="page"')
  const form = html.slice(start, html.indexOf('</form>', start))
  const fields = new Map<string, string>()
  for (const [, type = '', attributes = ''] of form.matchAll(/<input type="(\w+)"([^>]*)>/g)) {
    const name = attribute(attributes, 'name')
    if (name === '' || fields.has(name)) continue
    if (type === 'text') {
      if (known[name] !== undefined) fields.set(name, known[name])
    } else {
      fields.set(
        name,
        type === 'radio' ? (known[name] ?? attribute(attributes, 'value')) : attribute(attributes, 'value'),
      )
    }
  }
  for (const [, attributes = '', options = ''] of form.matchAll(/<select([^>]*)>(.*?)<\/select>/gs)) {
    const name = attribute(attributes, 'name')
    const first = /<option value="([^"]+)"/.exec(options)?.[1] ?? ''
    if (!/\.([2-9]|text)$/.test(name)) fields.set(name, known[name] ?? first)
  }
  fields.set('go', 'next')
  return new URLSearchParams([...fields]).toString()
}

function attribute(attributes: string, name: string): string {
  return new RegExp(` ${name}="([^"]*)"`).exec(attributes)?.[1] ?? ''
}
