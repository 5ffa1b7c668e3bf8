/** The first lines of a plain CSV as a mapping reads them, each for itself: what is wrong with one hides no other. */
import { UnreadableFile } from '../../../platform/files/unreadable-file.ts'
import type { DraftLine, ParsedItem, ParseOptions } from '../parser.ts'
import { rowSource } from '../rows.ts'
import type { StatementFault } from '../statement.ts'
import { heldItems, mappedCsv } from './mapped-csv.ts'
import type { CsvMapping } from './mapping.ts'

export interface PreviewLine {
  /** Where it stands in the file, from 1; 0 for the file as a whole. */
  line: number
  /** As it would be read; null where it cannot be, or, without a problem, where it says that no money moved. */
  read: Omit<DraftLine, 'account'> | null
  problem: { why: StatementFault; detail: string | null } | null
  /** The row as it stands there, cut short. */
  text: string
}

export type PreviewOptions = Omit<ParseOptions, 'counterparty'> & { mapping: CsvMapping }

const longestText = 160

/**
 * Reads the first lines.
 * @param stream the unpacked bytes from their beginning; it is read no further than needed
 * @param most how many lines, those with a problem counted too
 */
export async function previewCsv(
  stream: ReadableStream<Uint8Array>,
  head: Uint8Array,
  options: PreviewOptions,
  most = 20,
): Promise<PreviewLine[]> {
  const source = rowSource(true)
  const state = mappedCsv.begin(options)
  const lines: PreviewLine[] = []
  const texts = new Map<number, string>()
  try {
    const memory = source.begin(head, options)
    for await (const { parts } of source.batches(stream, { line: 0, offset: 0 }, memory)) {
      for (const { line, value } of parts) {
        texts.set(line, value)
        const items = () => mappedCsv.take(state, { line, value }, options)
        lines.push(...rowAsRead(state, line, texts, items))
        // Without the row of names no other row can be read.
        if (lines.length >= most || (state.columns === null && lines.length > 0)) return lines
      }
    }
    const last = state.held?.line ?? 0
    lines.push(...rowAsRead(state, last, texts, () => heldItems(state, options)))
    if (state.columns === null) lines.push({ line: 0, read: null, problem: { why: 'header', detail: null }, text: '' })
  } catch (error) {
    lines.push(problemOf(error, 0, ''))
  }
  return lines
}

/** What one row comes to: nothing, for one of names or without a word, or a line, or what is wrong with it. */
function rowAsRead(
  state: ReturnType<typeof mappedCsv.begin>,
  row: number,
  texts: ReadonlyMap<number, string>,
  items: () => readonly ParsedItem[],
): PreviewLine[] {
  const { neither = 0 } = state.tally
  const as = (read: PreviewLine['read']): PreviewLine => {
    const line = read?.line ?? row
    return { line, read, problem: null, text: shown(texts.get(line) ?? '') }
  }
  try {
    const lines = items().flatMap((item) => {
      if (item.is !== 'line') return []
      const { account: _, ...read } = item
      return [as(read)]
    })
    return (state.tally.neither ?? 0) > neither ? [...lines, as(null)] : lines
  } catch (error) {
    const { line } = problemOf(error, row, '')
    return [problemOf(error, row, texts.get(line) ?? '')]
  }
}

function problemOf(error: unknown, line: number, text: string): PreviewLine {
  if (!(error instanceof UnreadableFile)) throw error
  const { line: at, why, detail } = error as UnreadableFile<StatementFault>
  return { line: at || line, read: null, problem: { why, detail }, text: shown(text) }
}

function shown(text: string): string {
  return text.length > longestText ? `${text.slice(0, longestText)}…` : text
}
