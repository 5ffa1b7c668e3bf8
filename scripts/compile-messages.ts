/**
 * Turns the catalogue (`messages/LANGUAGE/AREA.json`, ICU message syntax) into one typed TypeScript module an area.
 * Whatever differs between the languages, or cannot be read, is a problem and not a module.
 */
import { type PluralCategory, parse, type Select, type Token } from '@messageformat/parser'

/** One file of the catalogue: nested objects, and a message at every leaf. */
export interface Tree {
  [key: string]: string | Tree
}
/** The files of one area, by language. */
export type Catalogue = Readonly<Record<string, Tree>>

/** What a message asks for: `string | number`, `number` where its plural depends on it, or the cases of a select. */
type Parameters = Map<string, string>

interface Compiled {
  parameters: Parameters
  code: string
}

/**
 * The module of one area. `languages` are all that must be there; the first decides nothing, all are alike.
 * `problems` has a line for everything that is missing, too many, different or broken; the code counts only when it
 * is empty.
 */
export function compileArea(
  area: string,
  catalogue: Catalogue,
  languages: readonly string[],
): { code: string; problems: string[] } {
  const problems: string[] = []
  const leaves = new Map<string, Map<string, Compiled>>()
  for (const language of languages) {
    const tree = catalogue[language]
    if (tree === undefined) {
      problems.push(`messages/${language}/${area}.json is missing`)
      continue
    }
    for (const [path, pattern] of leavesOf(tree)) {
      try {
        if (!/^\w+(\.\w+)*$/.test(path)) throw new Error('a key has letters, digits and _ only')
        if (typeof pattern !== 'string') throw new Error('a message is a text, or an object of messages')
        const byLanguage = leaves.get(path) ?? new Map<string, Compiled>()
        leaves.set(path, byLanguage.set(language, compileMessage(pattern, language)))
      } catch (error) {
        const reason = error instanceof Error ? error.message.split('\n')[0] : error
        problems.push(`messages/${language}/${area}.json ${path}: ${reason}`)
      }
    }
  }
  const parameters = new Map<string, Parameters>()
  for (const [path, byLanguage] of leaves) {
    const without = languages.filter((language) => catalogue[language] !== undefined && !byLanguage.has(language))
    for (const language of without) problems.push(`messages/${language}/${area}.json ${path}: missing or broken`)
    const { together, differing } = agreed([...byLanguage].map(([language, { parameters }]) => [language, parameters]))
    parameters.set(path, together)
    for (const differs of differing) problems.push(`${area} ${path}: ${differs}`)
  }
  return { code: problems.length > 0 ? '' : moduleOf(area, leaves, parameters, languages), problems }
}

/** Every message by its path, in the order of the file; what is no text is handed out as it is. */
export function leavesOf(tree: Tree, path = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]): [string, string][] => {
    const at = path === '' ? key : `${path}.${key}`
    const isGroup = value !== null && typeof value === 'object' && !Array.isArray(value)
    return isGroup ? leavesOf(value, at) : [[at, value as string]]
  })
}

/** What an area is called in code: payment-files gives paymentFiles. */
function nameOf(area: string): string {
  return area.replace(/^.*\//, '').replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
}

/** One message as TypeScript: a text, or a function of its parameters. Throws when the pattern cannot be read. */
export function compileMessage(pattern: string, language: string): Compiled {
  if (pattern.trim() === '') throw new Error('a message says something')
  const rules = new Intl.PluralRules(language)
  const cardinal = rules.resolvedOptions().pluralCategories as PluralCategory[]
  const tokens = parse(pattern, { cardinal, strict: true, strictPluralKeys: true })
  const parameters: Parameters = new Map()
  const used = new Set<string>()
  const text = templateOf(tokens, { parameters, used, language, cardinal, number: null })
  if (parameters.size === 0) return { parameters, code: quoted(pattern, tokens) }
  return { parameters, code: `(${used.size === 0 ? '' : `{ ${[...used].join(', ')} }`}) => \`${text}\`` }
}

interface Inside {
  parameters: Parameters
  /** The parameters that the text depends on: a plural of one form does not. */
  used: Set<string>
  language: string
  cardinal: PluralCategory[]
  /** What `#` stands for. */
  number: string | null
}

/** The inside of a template literal. */
function templateOf(tokens: readonly Token[], inside: Inside): string {
  return tokens.map((token) => partOf(token, inside)).join('')
}

function partOf(token: Token, inside: Inside): string {
  switch (token.type) {
    case 'content':
      return escaped(token.value, '`').replaceAll('${', '\\${')
    case 'octothorpe':
      inside.used.add(inside.number ?? '')
      return `\${${inside.number}}`
    case 'argument':
      ask(inside.parameters, token.arg, 'string | number')
      inside.used.add(token.arg)
      return `\${${token.arg}}`
    case 'function':
      throw new Error(`{${token.arg}, ${token.key}} is not known here: format it before, and name it {${token.arg}}`)
    case 'select':
      return `\${${selectOf(token, inside)}}`
    case 'plural':
      return `\${${pluralOf(token, inside)}}`
    case 'selectordinal':
      throw new Error('selectordinal is not known here: name the numbers in a plural (=1, =2)')
  }
}

function selectOf({ arg, cases }: Select, inside: Inside): string {
  ask(inside.parameters, arg, cases.map(({ key }) => `'${key}'`).join(' | '))
  const { other, chosen } = apart(cases)
  if (chosen.length > 0) inside.used.add(arg)
  return choice(
    chosen.map(({ key, tokens }) => [`${arg} === '${key}'`, textOf(tokens, inside)]),
    textOf(other, inside),
  )
}

/** The cases that name something, and what is said otherwise. */
function apart(cases: Select['cases']): { chosen: Select['cases']; other: readonly Token[] } {
  const other = cases.find(({ key }) => key === 'other')
  if (other === undefined) throw new Error('there is no case `other`')
  return { chosen: cases.filter((one) => one !== other), other: other.tokens }
}

function pluralOf({ arg, cases, pluralOffset }: Select, outside: Inside): string {
  if (pluralOffset) throw new Error('offset is not known here')
  ask(outside.parameters, arg, 'number')
  const inside = { ...outside, number: arg }
  const { other, chosen } = apart(cases)
  if (chosen.length > 0) inside.used.add(arg)
  return choice(
    chosen.map(({ key, tokens }) => [conditionOf(arg, key, inside), textOf(tokens, inside)]),
    textOf(other, inside),
  )
}

/** When a plural's case holds. English counts as most do; another language asks the platform for its rule. */
function conditionOf(arg: string, key: string, { language, cardinal }: Inside): string {
  if (key.startsWith('=')) return `${arg} === ${key.slice(1)}`
  if (language === 'en' && cardinal.length === 2) return `${arg} === 1`
  return `new Intl.PluralRules('${language}').select(${arg}) === '${key}'`
}

function choice(cases: [condition: string, text: string][], other: string): string {
  return cases.reduceRight((otherwise, [condition, text]) => `${condition} ? ${text} : ${otherwise}`, other)
}

function textOf(tokens: readonly Token[], inside: Inside): string {
  const plain = tokens.every(({ type }) => type === 'content')
  return plain ? `'${escaped(joined(tokens), "'")}'` : `\`${templateOf(tokens, inside)}\``
}

function quoted(pattern: string, tokens: readonly Token[]): string {
  if (tokens.some(({ type }) => type !== 'content')) throw new Error(`“${pattern}” has # outside of a plural`)
  return `'${escaped(joined(tokens), "'")}'`
}

function joined(tokens: readonly Token[]): string {
  return tokens.map((token) => (token.type === 'content' ? token.value : '')).join('')
}

function escaped(text: string, quote: string): string {
  return text
    .replaceAll('\\', '\\\\')
    .replaceAll(quote, `\\${quote}`)
    .replaceAll('\n', '\\n')
    .replaceAll('\u00a0', '\\u00a0')
    .replaceAll('\u202f', '\\u202f')
}

function ask(parameters: Parameters, name: string, type: string): void {
  if (!/^[a-z][a-zA-Z0-9]*$/.test(name)) throw new Error(`{${name}}: a parameter is named like a variable`)
  const narrowed = narrower(parameters.get(name), type)
  if (narrowed === null) throw new Error(`{${name}} is asked for as ${parameters.get(name)} and as ${type}`)
  parameters.set(name, narrowed)
}

/** The type that satisfies both; null when there is none. */
function narrower(before: string | undefined, type: string): string | null {
  const open = 'string | number'
  if (before === undefined || before === open || before === type) return type
  return type === open ? before : null
}

/** The parameters that all languages ask for alike, each by its narrowest type. */
function agreed(languages: readonly (readonly [string, Parameters])[]): { together: Parameters; differing: string[] } {
  const together: Parameters = new Map()
  const differing: string[] = []
  const names = new Set(languages.flatMap(([, parameters]) => [...parameters.keys()]))
  for (const name of names) {
    for (const [language, parameters] of languages) {
      const type = parameters.get(name)
      const narrowed = type === undefined ? null : narrower(together.get(name), type)
      if (type === undefined) differing.push(`{${name}} is not in ${language}`)
      else if (narrowed === null)
        differing.push(`{${name}} is ${together.get(name)} elsewhere, and ${type} in ${language}`)
      else together.set(name, narrowed)
    }
  }
  return { together, differing }
}

function moduleOf(
  area: string,
  leaves: ReadonlyMap<string, ReadonlyMap<string, Compiled>>,
  parameters: ReadonlyMap<string, Parameters>,
  languages: readonly string[],
): string {
  const name = nameOf(area)
  const type = `${name[0]?.toUpperCase()}${name.slice(1)}Messages`
  const paths = [...leaves.keys()]
  const shape = nested(paths, '', '\n', (path) => {
    const asked = [...(parameters.get(path) ?? [])]
    return asked.length === 0 ? 'string' : `(of: { ${asked.map(([at, of]) => `${at}: ${of}`).join('; ')} }) => string`
  })
  const variable = (language: string) => nameOf(language.toLowerCase())
  const objects = languages.map((language) => {
    const object = nested(paths, '', ',\n', (path) => leaves.get(path)?.get(language)?.code ?? '')
    return `const ${variable(language)}: ${type} = ${object}\n`
  })
  const all = languages.map((language) => (/^\w+$/.test(language) ? language : `'${language}': ${variable(language)}`))
  return `// Made from messages/*/${area}.json by \`npm run messages\`: change those.
import type { Language } from '${'../'.repeat(area.split('/').length)}../schema/questionnaire.ts'

export interface ${type} ${shape}

${objects.join('\n')}
const languages: Record<Language, ${type}> = { ${all.join(', ')} }

/** What is said of ${area}, in one language. */
export function ${name}Messages(language: Language): ${type} {
  return languages[language]
}
`
}

/** The paths as an object of objects, with what `leaf` says at each end. */
function nested(paths: readonly string[], indent: string, end: string, leaf: (path: string) => string): string {
  const build = (prefix: string, inner: string): string => {
    const keys = [...new Set(paths.filter((path) => path.startsWith(prefix)).map((path) => firstKey(path, prefix)))]
    const lines = keys.map((key) => {
      const path = prefix + key
      const value = paths.includes(path) ? leaf(path) : build(`${path}.`, `${inner}  `)
      return `${inner}  ${/^\d/.test(key) ? `'${key}'` : key}: ${value}`
    })
    return `{\n${lines.join(end)}${end}${inner}}`
  }
  return build('', indent)
}

function firstKey(path: string, prefix: string): string {
  return path.slice(prefix.length).split('.')[0] ?? ''
}
