/** The rows of a form as pages with what stands on them. Groups within groups are taken apart. */
import type { Notes } from '../sheet/notes.ts'
import { isHead, isYes, type RowType, rowTypeOf } from '../sheet/question-types.ts'
import type { SheetRow, SheetTable } from '../sheet/table.ts'

export type AskedRowType = Extract<RowType, { is: 'asked' }>

/** What is asked in one place: a question, or several rows that make one. */
export interface FormItem {
  is: 'question' | 'consent' | 'matrix' | 'ranking'
  row: SheetRow
  /** Null of a matrix or ranking. */
  asked: AskedRowType | null
  /** The rows of a matrix, or the places of a ranking. */
  rows: SheetRow[]
  /** Groups around it, below the page, whose conditions hold for it, too. */
  within: SheetRow[]
}

export interface Segment {
  /** The group that is the page; null for what stands outside any. */
  group: SheetRow | null
  items: FormItem[]
}

export interface FormTree {
  segments: Segment[]
  /** Groups in which nothing is asked. */
  empty: SheetRow[]
  /** Names of rows that were left out: what looks at them cannot be kept either. */
  gone: Set<string>
}

interface Open {
  row: SheetRow
  what: 'group' | 'repeat' | 'score' | 'ranking'
  /** How many items stood before it. */
  before: number
  /** Gathers the rows of a matrix or ranking; null where its rows are questions of their own. */
  item: FormItem | null
}

/** Reads the sheet `survey`. */
export function treeOf(table: SheetTable, notes: Notes): FormTree {
  const tree: FormTree = { segments: [], empty: [], gone: new Set() }
  let placed = 0
  const open: Open[] = []
  const tables = groupsThatAreTables(table)
  const place = (): Segment => {
    placed += 1
    const group = open[0]?.row ?? null
    const last = tree.segments.at(-1)
    if (last && last.group === group) return last
    const segment: Segment = { group, items: [] }
    tree.segments.push(segment)
    return segment
  }
  /** The groups below the page; a matrix has its own condition. */
  const within = (depth = open.length) => open.slice(1, depth).map(({ row }) => row)

  const begin = (row: SheetRow, what: Open['what']) => {
    const is = what === 'score' || tables.has(row) ? 'matrix' : what === 'ranking' ? 'ranking' : null
    const item: FormItem | null = is && { is, row, asked: null, rows: [], within: within() }
    if (what === 'repeat') notes.leave(row, 'type', row.get('name') || row.get('type'), 'repeat')
    open.push({ row, what, item, before: placed })
    if (item) place().items.push(item)
  }
  const end = (row: SheetRow) => {
    const ended = open.pop()
    if (ended === undefined) notes.faultAt(row, 'type', 'not_opened')
    else if (ended.before === placed && !ended.item) tree.empty.push(ended.row)
  }

  for (const row of table.rows) {
    const text = row.get('type')
    const type = rowTypeOf(row)
    if (isOff(row)) {
      tree.gone.add(row.get('name'))
      if (type.is !== 'end') notes.leave(row, 'type', `${text} ${row.get('name')}`.trim(), 'not_asked')
      continue
    }
    const inside = open.at(-1)?.item ?? null
    // Rows without a type are remarks, as whoever writes forms by hand leaves them.
    if (text === '') notes.leave(row, 'type', row.get('name') || row.get('label'), 'not_asked')
    else if (type.is === 'unknown') notes.faultAt(row, 'type', 'unknown_type', { type: text })
    else if (type.is === 'begin') begin(row, type.what)
    else if (type.is === 'end') end(row)
    else if (type.is === 'left') {
      tree.gone.add(row.get('name'))
      const name = row.get('name')
      notes.leave(row, 'type', name === text ? text : `${text} ${name}`.trim(), type.why)
    } else if (type.is !== 'asked') {
      if (inside) inside.rows.push(row)
      else notes.faultAt(row, 'type', 'unknown_type', { type: text })
    } else if (inside) inside.rows.push(row)
    else {
      const is = type.type === 'acknowledge' ? 'consent' : 'question'
      // The head of a table that is none here says its words and is not answered.
      const asked: AskedRowType = isHead(row) ? { ...type, type: 'note' } : type
      place().items.push({ is, row, asked, rows: [], within: within() })
    }
  }
  for (const { row } of open) notes.faultAt(row, 'type', 'not_closed', { name: row.get('name') })
  return tree
}

/** Switched off by whoever made the form: a column of pyxform and SurveyCTO, for the begin and the end of a group apart. */
const isOff = (row: SheetRow) => isYes(row.get('disabled'))

/** Groups that are shown as a table of questions with the same choices: each is one question with rows. */
function groupsThatAreTables(table: SheetTable): Set<SheetRow> {
  const found = new Set<SheetRow>()
  const open: { row: SheetRow; lists: Set<string>; isPlain: boolean; looks: boolean }[] = []
  for (const row of table.rows) {
    if (isOff(row)) continue
    const type = rowTypeOf(row)
    if (type.is === 'begin') {
      const around = open.at(-1)
      if (around) around.isPlain = false
      const looks = /\btable-list\b/.test(row.get('appearance')) || row.get('honorarium::type') === 'matrix'
      open.push({ row, lists: new Set(), isPlain: true, looks })
    } else if (type.is === 'end') {
      const group = open.pop()
      if (group?.looks && group.isPlain && group.lists.size === 1) found.add(group.row)
    } else {
      const group = open.at(-1)
      if (!group || row.get('type') === '') continue
      if (/\blist-nolabel\b/.test(row.get('appearance'))) group.looks = true
      if (type.is !== 'asked' || type.type !== 'select_one' || type.hasOther) group.isPlain = false
      else group.lists.add(type.list)
    }
  }
  return found
}
