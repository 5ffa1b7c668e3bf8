/** A language that nobody speaks: every message of the catalogue in brackets. */
import { type Language, languages } from '../../schema/questionnaire.ts'
import { written } from '../../scripts/messages.ts'

interface Group {
  [key: string]: unknown
}

const open = '⟦'
const shut = '⟧'

/** Puts every message of every language into brackets, until the function that it gives back is called. */
export async function pseudoLocale(): Promise<() => void> {
  const undo: (() => void)[] = []
  for (const name of written().keys()) {
    // What the script says is no module.
    if (!name.endsWith('.ts')) continue
    const module: Record<string, (language: Language) => Group> = await import(`../../messages/generated/${name}`)
    for (const messages of Object.values(module)) {
      for (const language of languages) bracket(messages(language), undo)
    }
  }
  return () => {
    for (const one of undo) one()
  }
}

function bracket(group: Group, undo: (() => void)[]): void {
  for (const [key, value] of Object.entries(group)) {
    undo.push(() => {
      group[key] = value
    })
    if (typeof value === 'string') group[key] = open + value + shut
    else if (typeof value === 'function') group[key] = (of: unknown) => open + value(of) + shut
    else bracket(value as Group, undo)
  }
}

const attributes =
  /\s(?:aria-label|placeholder|alt|label|data-(?:left|done|opening|shown|closed|not-here|sending|words))="([^"]*)"/g

/** What a page says outside of brackets and has letters: texts between tags, and attributes that a reader meets. */
export function unbracketed(html: string): string[] {
  // What somebody wrote or answered has the language in which they did.
  const body = html
    .replace(/<(script|style|svg|code|textarea|blockquote)\b[\s\S]*?<\/\1>/g, '')
    .replace(/<(t[hd])\b[^>]* lang=[\s\S]*?<\/\1>/g, '')
    .replace(/<meta [^>]*>/g, '')
  const read = [...body.matchAll(attributes)].map(([, said = '']) => said.replace(/&quot;\w+&quot;:/g, ''))
  let text = [body.replace(/<[^>]*>/g, '\n'), ...read].join('\n').replaceAll('&quot;', '"')
  for (let before = ''; before !== text; ) {
    before = text
    text = text.replace(/⟦[^⟦⟧]*⟧/g, '')
  }
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => /\p{L}/u.test(line))
}
