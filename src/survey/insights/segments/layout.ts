/** Where each column stands: the columns of a question stand together in blocks, since they are mostly counted together. */
import type { Questionnaire } from '../../../../schema/questionnaire.ts'
import { isAlwaysOffered as isAlwaysOfferedIn } from '../../questionnaire/ask.ts'
import type { Column } from '../../questionnaire/column.ts'
import { columns } from '../../questionnaire/columns.ts'
import { indexOf } from '../../questionnaire/indexed.ts'
import { aboutWidths } from './about.ts'
import { bitsOfCharacter, charactersFor, type NumberPlace } from './alphabet.ts'
import { type Slots, slotsOf } from './slots.ts'

/** A column that is stored: in which block, and where in each of its places. */
export interface StoredColumn extends NumberPlace {
  name: string
  block: string
  slots: Slots | null
  /** Of an option: whether everybody who is shown its question is offered it, so that it tells who was. */
  isAlwaysOffered: boolean
}

export interface SegmentLayout {
  /** By the column's name; those about the response have none of the questionnaire's slots. */
  fields: ReadonlyMap<string, StoredColumn>
  /** The columns of the answers. */
  columns: readonly Column[]
  /** The width of each block. */
  blocks: ReadonlyMap<string, number>
}

/** So many characters has a place of a block at most. */
const widest = 200

const layouts = new WeakMap<Questionnaire, SegmentLayout>()

/** The layout of a version's data; it follows from the questionnaire alone, and never changes. */
export function layoutOf(questionnaire: Questionnaire): SegmentLayout {
  const found = layouts.get(questionnaire)
  if (found !== undefined) return found
  const made = make(questionnaire)
  layouts.set(questionnaire, made)
  return made
}

function make(questionnaire: Questionnaire): SegmentLayout {
  const blocks = new Map<string, number>()
  const fields: Omit<StoredColumn, 'stride'>[] = Object.entries(aboutWidths).map(([name, width]) => {
    blocks.set(name, width)
    return { name, block: name, at: 0, width, shift: 0, bits: bitsOfCharacter, slots: null, isAlwaysOffered: false }
  })
  const asked = columns(questionnaire)
  const index = indexOf(questionnaire)
  for (const column of asked) {
    const slots = slotsOf(questionnaire, column)
    const width = charactersFor(slots.most)
    const block = blockFor(blocks, column.question, width)
    const isAlwaysOffered =
      column.kind === 'option' && isAlwaysOfferedIn(index, column.question, column.option ?? Number.NaN)
    const isNarrow = slots.most < 4
    const before = fields.at(-1)
    // Columns of two bits share a character with those before them.
    if (isNarrow && before?.block === block && before.bits === 2 && before.shift < 4) {
      fields.push({ ...before, name: column.name, shift: before.shift + 2, slots, isAlwaysOffered })
      continue
    }
    const at = blocks.get(block) ?? 0
    blocks.set(block, at + width)
    const bits = isNarrow ? 2 : bitsOfCharacter
    fields.push({ name: column.name, block, at, width, shift: 0, bits, slots, isAlwaysOffered })
  }
  return {
    fields: new Map(fields.map((field) => [field.name, { ...field, stride: blocks.get(field.block) ?? 1 }])),
    columns: asked,
    blocks,
  }
}

/** The same with some of its blocks only. */
export function layoutWith(layout: SegmentLayout, blocks: readonly string[]): SegmentLayout {
  if (blocks.length === layout.blocks.size) return layout
  const named = new Set(blocks)
  const fields = new Map([...layout.fields].filter(([, { block }]) => named.has(block)))
  return {
    fields,
    columns: layout.columns.filter(({ name }) => fields.has(name)),
    blocks: new Map([...layout.blocks].filter(([name]) => named.has(name))),
  }
}

/** The block that has room for so many characters more; a question with very many columns has several. */
function blockFor(blocks: ReadonlyMap<string, number>, question: string, width: number): string {
  for (let n = 1; ; n += 1) {
    const name = n === 1 ? question : `${question}#${n}`
    if ((blocks.get(name) ?? 0) + width <= widest) return name
  }
}
