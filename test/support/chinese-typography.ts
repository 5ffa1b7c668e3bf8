/** How Chinese on our pages is set: what a reader of Chinese would mark as a slip in a text. */

type Chinese = 'zh-Hans' | 'zh-Hant'

const han = '\\p{Script=Han}'

/** A rule's name, and what breaks it. `￼` stands for a value that is filled in later. */
const rules: [name: string, breach: RegExp, only?: Chinese][] = [
  ['half-width mark beside Chinese', new RegExp(`${han}\\s*[,:;?!](?!//)|[,:;?!]\\s*${han}|${han}\\.(?!\\w)`, 'u')],
  ['half-width bracket beside Chinese', new RegExp(`${han}\\s*[()]|[()]\\s*${han}`, 'u')],
  ['space beside a full-width mark', /[，。：；？！、（）「」“”]\s|\s[，。：；？！、）」”]/u],
  [
    'a space beside a letter or a number, which the style sheet leaves',
    new RegExp(`${han} (?!https?:)[A-Za-z\\d￼]|[A-Za-z\\d￼%](?<!\\s[-+.\\\\/][\\w.]*) ${han}`, 'u'),
  ],
  ['a dash between phrases', /\S——\S/u],
  ['a lone dash', /(?<!—)—(?!—)|\s[–-]\s/u],
  ['a straight quotation mark', new RegExp(`["']${han}|${han}["']`, 'u')],
  ['你 for 您', /你/u],
  ['Simplified quotation marks', /[“”]/u, 'zh-Hant'],
  ['Traditional quotation marks', /[「」]/u, 'zh-Hans'],
  ['轉帳, 帳戶 for 轉賬, 賬戶', /帳/u, 'zh-Hant'],
  ['帐 for 账', /[帐帳賬]/u, 'zh-Hans'],
]

/** The names of the rules that a text breaks, each with what breaks it. */
export function typographyFaults(text: string, language: Chinese): string[] {
  return rules.flatMap(([name, breach, only]) => {
    const found = only === undefined || only === language ? breach.exec(text) : null
    return found === null ? [] : [`${name}: ${found[0]}`]
  })
}

/** What runs on in a line of a page. */
const runsOn = /^(a|abbr|b|bdi|code|em|i|small|span|strong|time|wbr)$/
const stray = /.{0,12}([，。：；？！、] (?=[\p{Script=Han}\w])|） (?=\p{Script=Han})).{0,12}/gu

/**
 * Spaces of a page that a reader of Chinese would strike out, after a full-width mark that more of the text follows, each
 * with what stands around it. What only a screen reader says has no spaces that are seen.
 */
export function straySpaces(html: string): string[] {
  return html
    .replace(/<(head|script|style|svg|code|textarea|blockquote)\b[\s\S]*?<\/\1>|<span class="sr">[^<]*<\/span>/g, '')
    .replace(/\s+/g, ' ')
    .replace(/<\/?([a-z][\w-]*)\b[^>]*>/g, (_, name: string) => (runsOn.test(name) ? '' : '\n'))
    .split('\n')
    .flatMap((line) => [...line.matchAll(stray)].map(([found]) => found))
}
