/** Several rows of a form that make one question: a matrix, or a ranking by its places. */

import { isHead, isYes, rowTypeOf } from '../sheet/question-types.ts'
import type { SheetRow } from '../sheet/table.ts'
import { choiceLabel, isCode } from './choices.ts'
import { expressionScope, type FormContext } from './form-context.ts'
import { readOptions } from './options.ts'
import { answerableParts } from './question.ts'
import { readCondition } from './read-condition.ts'
import { rowWords } from './texts.ts'
import type { FormItem } from './tree.ts'

/** A matrix. Its rows have the codes that they say, or are counted from 1. */
export function matrixOf(form: FormContext, item: FormItem): Record<string, unknown> {
  const checks = item.rows.filter((row) => row.get('honorarium::attention') !== '')
  const asked = item.rows.filter((row) => !isHead(row) && !checks.includes(row))
  const [attention] = checks
  const [first] = item.rows
  const list = item.row.get('kobo--score-choices') || listIn(first)
  const from = item.row.get('honorarium::carry')
  const own = form.isOurs ? [item.row] : asked
  return {
    ...answerableParts(form, item, own),
    type: 'matrix',
    rows: asked.map((row, n) => rowOf(form, item, row, n + 1)),
    ...(from !== '' && { carry: { from } }),
    ...(isYes(item.row.get('honorarium::shuffle')) && { shuffle: true }),
    scale: readOptions(form, item, first ?? item.row, { list, hasOther: false, exclusive: [] }),
    ...(attention && { attention: attentionOf(form, item, attention) }),
  }
}

function listIn(row: SheetRow | undefined): string {
  const type = row && rowTypeOf(row)
  return type?.is === 'asked' ? type.list : ''
}

/** A name that a row of ours may have, as `rowSchema` says. */
const rowName = /^[A-Za-z_][A-Za-z0-9_.-]{0,63}$/

function rowOf(form: FormContext, item: FormItem, row: SheetRow, n: number) {
  const code = row.get('honorarium::code')
  const short = rowWords(form, item, row, 'honorarium::short')
  const when = readCondition(row, { ...form, scope: expressionScope(form, item) })
  const label = rowWords(form, item, row, 'label') ?? choiceLabel(row, row.get('name'), form.speech, form.notes)
  const name = row.get('honorarium::name') || (form.isOurs ? '' : row.get('name'))
  return form.origins.of(
    {
      code: isCode(code) ? Number(code) : n,
      label,
      ...(short && { short }),
      ...(rowName.test(name) && { name }),
      ...(when && { when }),
    },
    row,
  )
}

function attentionOf(form: FormContext, item: FormItem, row: SheetRow) {
  const targets = row
    .get('honorarium::attention')
    .split(/[\s,]+/)
    .map(Number)
  const label = rowWords(form, item, row, 'label') ?? choiceLabel(row, row.get('name'), form.speech, form.notes)
  return form.origins.of({ code: form.codes.get(row) ?? '', targets, label }, row)
}

/** A ranking that names its places one by one. */
export function rankingOf(form: FormContext, item: FormItem): Record<string, unknown> {
  const list = item.row.get('kobo--rank-items')
  return {
    ...answerableParts(form, item, item.rows),
    type: 'rank',
    options: readOptions(form, item, item.row, { list, hasOther: false, exclusive: [] }),
    max: Math.max(1, item.rows.length),
  }
}
