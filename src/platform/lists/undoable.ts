/**
 * Lists whose every state is kept, so that each change can be undone and redone. When two people change a list at once,
 * the second one is told.
 */
import { perform, plan, stale, unexpected } from '../db/perform.ts'
import type { Breach, Database, Write } from '../db/together.ts'

/** What such a list is of. */
interface Numbered {
  /** The number of the next thing in it. What is taken back keeps its own: nothing else may be meant by it later. */
  nextId: number
}

interface State {
  /** The list as JSON. */
  document: string
  undoTo: number | null
  redoTo: number | null
}

/** The newest state of a list as it is stored. */
interface Newest extends State {
  n: number
  at: string
  changedBy: string | null
}

export interface Undoable<List> {
  list: List
  /** 0 as long as nothing has been written. */
  n: number
  undoTo: number | null
  redoTo: number | null
  /** Who changed it last, by name, and when (ISO 8601, UTC); null before anybody has. */
  last: { by: string; at: string } | null
}

/** An edit, or going back and on again through what was edited. */
export type UndoableChange<Edit> = Edit | { do: 'undo' | 'redo' }

/** `overtaken`: somebody else has changed it since the page was drawn: who, and when. */
export type UndoableResult<Refusal extends string> =
  | { done: true }
  | { refused: Refusal | 'nothing_there' }
  | { refused: 'overtaken'; by: string; at: string }

/** A list as it stands; empty where no state of it is stored. */
export function undoable<List>(row: Newest | undefined, empty: List, read: (document: string) => List): Undoable<List> {
  if (row === undefined) return { list: empty, n: 0, undoTo: null, redoTo: null, last: null }
  const { n, undoTo, redoTo, at } = row
  return { list: read(row.document), n, undoTo, redoTo, last: { by: row.changedBy ?? '', at } }
}

interface Kept<List, Edit, Refusal extends string> {
  empty: List
  read(): Promise<Undoable<List>>
  stateAt(n: number): Promise<State | undefined>
  parse(document: string): List
  edit(list: List, edit: Edit): List | { refused: Refusal }
  /** The new state, and its entry in the audit trail. */
  add(state: State & { n: number; before: number | null }): { rows: Write[]; audit: Write }
  /** Whether a breach says that somebody else was faster. */
  isTaken(breach: Breach): boolean
}

/**
 * Makes one change. Nothing is lost by it: what it replaces can be had back by undoing.
 * @param action what is being done, as the subject of a sentence
 * @param seen the list, by its `n`, that whoever makes the change was looking at
 */
export function changeUndoable<List extends Numbered, Edit extends { do: string }, Refusal extends string>(
  db: Pick<Database, 'together'>,
  action: string,
  list: Kept<List, Edit, Refusal>,
  { seen, change }: { seen: number; change: UndoableChange<Edit> },
): Promise<UndoableResult<Refusal>> {
  return perform<UndoableResult<Refusal>>(db, action, async () => {
    const now = await list.read()
    if (now.n !== seen) return { refused: 'overtaken', by: now.last?.by ?? '', at: now.last?.at ?? '' }
    const next = await after(list, now, change)
    if ('refused' in next) return next
    return plan<UndoableResult<Refusal>>({
      ...list.add({ ...next, n: now.n + 1, before: now.n || null }),
      done: { done: true },
      refused: (breach) => (list.isTaken(breach) ? stale(breach) : unexpected),
    })
  })
}

async function after<List extends Numbered, Edit extends { do: string }, Refusal extends string>(
  { empty, stateAt, parse, edit }: Kept<List, Edit, Refusal>,
  now: Undoable<List>,
  change: UndoableChange<Edit>,
): Promise<State | { refused: Refusal | 'nothing_there' }> {
  if (!isStep(change)) {
    const list = edit(now.list, change)
    return isRefused(list) ? list : { document: JSON.stringify(list), undoTo: now.n, redoTo: null }
  }
  const target = change.do === 'undo' ? now.undoTo : now.redoTo
  if (target === null) return { refused: 'nothing_there' }
  const first = { document: JSON.stringify(empty), undoTo: null, redoTo: null }
  const found = target === 0 ? first : await stateAt(target)
  if (found === undefined) return { refused: 'nothing_there' }
  const document = JSON.stringify({ ...parse(found.document), nextId: now.list.nextId })
  return { ...found, document, redoTo: change.do === 'undo' ? now.n : found.redoTo }
}

function isStep<Edit extends { do: string }>(change: UndoableChange<Edit>): change is { do: 'undo' | 'redo' } {
  return change.do === 'undo' || change.do === 'redo'
}

function isRefused<Refusal extends string>(found: object | { refused: Refusal }): found is { refused: Refusal } {
  return 'refused' in found
}
