// Asked for `--help`, a command of package.json that runs a file says how it is used, which its file tells at its head, and
// does nothing else. It is loaded before anything is installed.
import { readFileSync } from 'node:fs'

/**
 * How a command is used, of the text of its file: the comment at its head, and what it prints where it is asked wrongly.
 * @param {string} source
 */
export function usageIn(source) {
  const [head = ''] = /^(\/\*\*[\s\S]*?\*\/|(\/\/.*\n)+)/.exec(source) ?? []
  const said = head
    .replace(/^\/\*\*|\*\/$/g, '')
    .replace(/^(\/\/| \*) ?/gm, '')
    .trim()
  const [, , usage] = /^const usage =\s*(['`])([\s\S]*?)\1$/m.exec(source) ?? []
  return usage === undefined ? said : `${said}\n\n${usage}`
}

/**
 * The file that is asked for its usage; undefined where nobody asks, or where a tool of others knows its own.
 * @param {readonly string[]} words what node was started with, after its own name
 */
export function askedFor([script = '', ...words]) {
  if (!words.includes('--help')) return undefined
  if (!/[/\\]run\.mjs$/.test(script)) return script
  const file = words[0] === 'tsx' ? words.findLast((word) => word.endsWith('.mjs')) : words[0]
  return /\.(ts|mjs)$/.test(file ?? '') ? file : undefined
}

const file = askedFor(process.argv.slice(1))
if (/[/\\]scripts[/\\](run\.mjs|complete-lock\.ts)$/.test(process.argv[1] ?? '') && file !== undefined) {
  console.log(usageIn(readFileSync(file, 'utf8')))
  process.exit(0)
}
