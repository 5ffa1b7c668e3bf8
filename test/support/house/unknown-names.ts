import { type TextFile, withoutComments } from './tree.ts'

/** Names in comments that are others', where our code writes them otherwise or not at all. */
const others = new Set([
  // ISO 20022's external code sets and types.
  'ClearingSystemIdentification',
  'PaymentTransactionStatus',
  'PhoneNumber',
  'ProxyAccountType',
  'StatusReason',
  // Of providers and libraries.
  'CurrencyCodes',
  'getD1Database',
  'sub_msg',
])

/** What stands for any name of its kind: LANGUAGE in a path, `prefix_`, `_x000B_`, `Q05_v1`. */
const isExample = (name: string) => /[A-Z]{4}|_$|^_x|^Q\d/.test(name)

/**
 * Names and files that comments speak of and nobody finds, as `file:line name`: a name in backticks with a capital or an
 * underscore inside, which stands nowhere in code; a file of code, of which there is none.
 */
export function unknownNames(files: readonly TextFile[]): string[] {
  const code = files.filter(({ path }) => /\.(tsx?|mjs|js|css|sql)$/.test(path) || path === 'package.json')
  const bare = new Map(
    code.map(({ path, text }) => [path, /\.tsx?$/.test(path) ? withoutComments(text) : text] as const),
  )
  const words = new Set([...bare.values()].flatMap((text) => text.match(/[A-Za-z_$][\w$]*/g) ?? []))
  const ends = new Set(files.flatMap(({ path }) => endsOf(path)))
  return code
    .filter(({ path }) => /\.tsx?$/.test(path))
    .flatMap(({ path, text }) => {
      const codeLines = (bare.get(path) ?? '').split('\n')
      return text.split('\n').flatMap((line, i) => {
        const comment = line.slice((codeLines[i] ?? '').trimEnd().length)
        const names = [...comment.matchAll(/`([A-Za-z]\w*)(?:\([^`]*\))?`/g)]
          .map(([, name = '']) => name)
          .filter((name) => /[a-z][A-Z]|_/.test(name) && !words.has(name) && !others.has(name))
        const paths = [...comment.matchAll(/(?<![\w./-])(?:[\w-]+\/)*[\w-]+(?:\.[\w-]+)*\.tsx?\b/g)]
          .map(([name]) => name)
          .filter((name) => !ends.has(name))
        return [...names, ...paths].filter((name) => !isExample(name)).map((name) => `${path}:${i + 1} ${name}`)
      })
    })
}

/** A path as it may be written from any folder above it: whole, without its first folder, ... its name alone. */
function endsOf(path: string): string[] {
  const parts = path.split('/')
  return parts.map((_, i) => parts.slice(i).join('/'))
}

/** Words of the glossary, each with what it is of where that is said: `stop (of a response)`. */
export function glossaryWords({ text }: TextFile): string[] {
  const heads = [...text.matchAll(/^\| ([^|]+) \|/gm)]
    .map(([, head = '']) => head)
    .filter((head) => !/^(word$|-)/.test(head))
  return heads.flatMap((head) => {
    const [, of = ''] = /( \([^)]*\))$/.exec(head) ?? []
    return head
      .slice(0, head.length - of.length)
      .split(', ')
      .map((word) => word.replace(/ \(.*\)$/, '') + of)
  })
}
