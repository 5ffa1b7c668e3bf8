/** The texts of a row, with the answers that stand in them. */

import type { Condition } from '../../../../../schema/condition.ts'
import { type Language, languages } from '../../../../../schema/questionnaire.ts'
import { isHead } from '../sheet/question-types.ts'
import type { SheetRow, SpokenText } from '../sheet/table.ts'
import type { FormContext } from './form-context.ts'
import { expressionScope } from './form-context.ts'
import { plainText } from './plain-text.ts'
import { firstCharacters, readCondition } from './read-condition.ts'
import type { FormItem } from './tree.ts'

/** `${name}` in a text, which has no braces within. */
const reference = /\$\{\s*([^{}$\s]+)\s*\}/g

/** What stands in braces otherwise, such as a calculation. */
const braces = /\$?\{([^{}]*)\}/g
/** Stand for the braces around a code until those of others are looked at: characters that no text has. */
const [open, close] = ['\uFFFE', '\uFFFF']

/** A text of a row, or undefined. In one from elsewhere `${name}` becomes `{Code}`. */
export function rowWords(
  form: FormContext,
  item: FormItem | null,
  row: SheetRow,
  field: string,
): SpokenText | undefined {
  const words = row.words(field, form.speech)
  if (!words || form.isOurs) return words
  return Object.fromEntries(
    languages.flatMap((language) => {
      const text = words[language]
      return text === undefined ? [] : [[language, withCodes(form, item, row, field, language, text)]]
    }),
  )
}

function withCodes(
  form: FormContext,
  item: FormItem | null,
  row: SheetRow,
  field: string,
  language: Language,
  text: string,
): string {
  const leave = (what: string, why: 'reference' | 'markup') =>
    form.notes.leftOut.push({
      sheet: row.table.name,
      cell: row.cell(field, language, form.speech),
      what: firstCharacters(what),
      why,
    })
  const plain = plainText(text)
  if (plain !== text) leave(text, 'markup')
  return plain
    .replace(reference, (whole, name: string) => {
      try {
        return `${open}${expressionScope(form, item).subject(name).code}${close}`
      } catch {
        leave(whole, 'reference')
        return '…'
      }
    })
    .replace(braces, (whole, inner: string) => {
      // What is a name may be one of ours.
      if (/^[A-Za-z]\w*$/.test(inner) && !whole.startsWith('$')) return whole
      leave(whole.replaceAll(open, '{').replaceAll(close, '}'), 'reference')
      return '…'
    })
    .replaceAll(open, '{')
    .replaceAll(close, '}')
}

/** A wording with the condition under which it is used. */
interface Wording {
  when?: Condition
  text: SpokenText
}

/** What a question asks: its label, or its wordings by condition with the label as the last. */
export function readWording(form: FormContext, item: FormItem): SpokenText | Wording[] {
  const { row } = item
  const head = headWithin(item)
  const label = rowWords(form, item, row, 'label') ?? (head && rowWords(form, item, head, 'label'))
  const rows = form.wordings.get(row.get('name'))
  if (!rows) return label ?? named(form, row)
  const wordings = rows.map((one) => {
    const when = readCondition(one, { ...form, scope: expressionScope(form, item) })
    return form.origins.of({ ...(when && { when }), text: rowWords(form, item, one, 'label') ?? named(form, row) }, one)
  })
  return label ? [...wordings, form.origins.of({ text: label }, row)] : wordings
}

/** What is said below the wording. A table that has a title of its own has there what its head says above the choices. */
export function rowHint(form: FormContext, item: FormItem): SpokenText | undefined {
  const { row } = item
  const own = rowWords(form, item, row, 'hint')
  const head = headWithin(item)
  return own ?? (head && row.words('label', form.speech) ? rowWords(form, item, head, 'label') : undefined)
}

/** A question without words is told by its name, so that nothing of it is lost. */
function named({ notes, speech, isOurs }: FormContext, row: SheetRow): SpokenText {
  const name = row.get('name')
  if (isOurs || name === '') notes.faultAt(row, 'label', 'no_label', { name })
  else notes.add('label', { name })
  return { [speech.plain]: name }
}

const headWithin = ({ rows }: FormItem) => rows.find(isHead)
