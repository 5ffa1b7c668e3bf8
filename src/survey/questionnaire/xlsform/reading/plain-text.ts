/** Words of a form from elsewhere without the markup that other programs draw: HTML, and what Markdown sets in bold. */

/** Tags that begin a line of their own. */
const lines = new Set(['br', 'p', 'div', 'li', 'tr', 'table', 'ul', 'ol', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'])
/** Tags whose content is no text. */
const silent = new Set(['style', 'script', 'title'])
/** Every tag that forms are drawn with: what stands in pointed brackets otherwise is what somebody wrote. */
const known = new Set([
  ...lines,
  ...silent,
  ...'a b i u s em strong small big sub sup mark del ins span font center code pre blockquote hr'.split(' '),
  ...'td th thead tbody tfoot caption dl dt dd html head body meta link img audio video source iframe'.split(' '),
])

const entities: Readonly<Record<string, string>> = {
  nbsp: ' ',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  '#39': "'",
}

/**
 * The text that whoever reads the drawn form sees; a `<` that begins no tag stays. Each character is looked at a set number of
 * times: the end of a tag is looked for behind its name alone, and what is read goes on behind it.
 */
export function plainText(text: string): string {
  if (!/[<&*#]/.test(text)) return text
  const bare = withoutTags(text)
    .replace(/&(\w{2,5}|#39);/g, (whole, name: string) => entities[name] ?? whole)
    .replace(/\*\*([^*\n]{1,500})\*\*/g, '$1')
    .replace(/^#{1,6} /gm, '')
  if (bare === text) return text
  return bare
    .split('\n')
    .map((line) => line.replace(/[ \t]{2,}/g, ' ').trim())
    .filter((line, n, all) => line !== '' || (n > 0 && all[n - 1] !== ''))
    .join('\n')
    .trim()
}

function withoutTags(text: string): string {
  let bare = ''
  let from = 0
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', from)) {
    const name = /^<\/?([a-z][a-z0-9]{0,9})(?=[\s/>])|^<!(?:--|doctype)/i.exec(text.slice(at, at + 14))
    const tag = name?.[1]?.toLowerCase() ?? ''
    if (!name || (tag !== '' && !known.has(tag))) {
      bare += text.slice(from, at + 1)
      from = at + 1
      continue
    }
    const end = text.indexOf('>', at)
    if (end < 0) break
    bare += text.slice(from, at)
    const [whole] = name
    if (lines.has(tag) && !bare.endsWith('\n')) bare += '\n'
    else if ((tag === 'td' || tag === 'th') && !/\s$/.test(bare)) bare += ' '
    from = end + 1
    if (silent.has(tag) && !whole.startsWith('</')) {
      const rest = text.slice(from).search(new RegExp(`</${tag}`, 'i'))
      if (rest < 0) return bare
      from += rest
    }
  }
  return bare + text.slice(from)
}
