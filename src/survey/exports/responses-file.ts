/**
 * The answers as a file. It says nothing of money, of who answered or of when, beyond the day (UTC), or the days within
 * which five of its offer ended: the order is that of the random export references, and the columns are those of the questionnaire version, whatever was answered.
 */
import { exportsMessages } from '../../../messages/generated/exports.ts'
import { erased, type Facts } from '../../../schema/answers.ts'
import type { Language, Questionnaire } from '../../../schema/questionnaire.ts'
import { byteOrderMark, csvRow, guardedCsvRow } from '../../platform/files/csv.ts'
import type { KeyPorts } from '../../platform/keys/study-keys.ts'
import { type Cell, cells } from '../questionnaire/cells.ts'
import type { Column } from '../questionnaire/column.ts'
import { columns } from '../questionnaire/columns.ts'
import { indexOf } from '../questionnaire/indexed.ts'
import type { Quota } from '../quotas/quota.ts'
import { openAnswers } from '../texts/stored-answers.ts'
import { escapeText } from './escape-text.ts'
import { labelled } from './labels.ts'
import { type EndedResponse, endedResponses } from './store.ts'

/** How many responses are in memory at a time. With 500, the garbage of an export took half as much memory again. */
const pageSize = 200

/**
 * Without `language`: raw codes for machines, one response a line, what was typed as `escapeText` writes it. With it:
 * labels for people, harmless in a spreadsheet.
 */
export interface ResponsesFile {
  studyId: string
  /** A version and its corrections, in the order in which they were asked: they have the same columns. The last words count. */
  versions: readonly AskedVersion[]
  /** What the study's texts leave open; only labels use them. */
  facts: Facts
  language: Language | null
  /** The cells of the study's quotas; where there are none, their column is left out. */
  quotas?: readonly Quota[]
}

export interface AskedVersion {
  version: string
  questionnaire: Questionnaire
}

/** The file piece by piece: the header, then one piece for each page of responses that was read. */
export async function* responsesFile(ports: Omit<KeyPorts, 'ids'>, file: ResponsesFile): AsyncGenerator<string> {
  const last = file.versions.at(-1)
  if (last === undefined) return
  const asked = columns(last.questionnaire)
  const format = file.language === null ? codes(file, last, asked) : labels(file, last, asked, file.language)
  yield format.header
  for (const { version, questionnaire } of file.versions) {
    let after: string | null = ''
    while (after !== null) {
      const page: EndedResponse[] = await ports.db.read(
        endedResponses({ studyId: file.studyId, version, after, limit: pageSize }),
      )
      let text = ''
      for (const response of page) {
        text += format.row(version, response, await answerCells(ports, questionnaire, asked, response))
      }
      if (text !== '') yield text
      after = page.length < pageSize ? null : (page.at(-1)?.ref ?? null)
    }
  }
}

function codes({ quotas = [] }: ResponsesFile, { questionnaire }: AskedVersion, asked: readonly Column[]) {
  const isOpen = asked.map((column) => isOpenText(questionnaire, column))
  const onOneLine = (cell: Cell, at: number) =>
    typeof cell === 'string' && isOpen[at] === true ? escapeText(cell) : cell
  const header = ['response', 'version', 'status', 'lang_start', 'lang_end', 'day', 'minutes']
  if (quotas.length > 0) header.push('full_cell')
  return {
    header: csvRow([...header, ...asked.map(({ name }) => name)]),
    row: (version: string, ended: EndedResponse, answers: Cell[]) =>
      csvRow([...aboutIt(version, ended), ...cellOf(quotas, ended), ...answers.map(onOneLine)]),
  }
}

/** Whether its texts are typed, not picked from a list or a calendar. */
function isOpenText(questionnaire: Questionnaire, column: Column): boolean {
  const known = indexOf(questionnaire).questions.get(column.question)
  if (column.kind === 'answer') return column.isTyped === true
  const option = known?.options.find(({ code }) => code === column.option)
  return column.kind === 'detail' && typeof option?.detail !== 'object'
}

function labels(file: ResponsesFile, last: AskedVersion, asked: readonly Column[], language: Language) {
  const words = exportsMessages(language)
  const { response, version, status, start, end, day, minutes, fullGroup } = words.columns
  const { quotas = [] } = file
  const full = quotas.length > 0 ? [fullGroup] : []
  const known = labelled(last.questionnaire, asked, language, file.facts)
  const headers = file.versions.map((one) => labelled(one.questionnaire, asked, language, file.facts))
  // A column that was corrected says what it said before, too.
  const headerOf = (at: number) => {
    const said = headers.map((of) => of[at]?.header ?? '')
    return [...new Set([known[at]?.header ?? '', ...said])].join(' / ')
  }
  const header = [response, version, status, start, end, day, minutes, ...full, ...known.map((_, at) => headerOf(at))]
  return {
    header: byteOrderMark + guardedCsvRow(header),
    row: (version: string, ended: EndedResponse, answers: Cell[]) => {
      const about = aboutIt(version, ended)
      about[2] = words.states[ended.state]
      const cell = cellOf(quotas, ended, language)
      return guardedCsvRow([...about, ...cell, ...answers.map((cell, at) => known[at]?.label(cell) ?? null)])
    },
  }
}

function aboutIt(version: string, response: EndedResponse): Cell[] {
  const endedAt = response.endedAt ?? response.startedAt
  return [
    response.ref,
    version,
    response.state,
    response.languageStart,
    response.language,
    response.shownFrom === response.shownTo ? response.shownFrom : `${response.shownFrom}/${response.shownTo}`,
    Math.round((Date.parse(endedAt) - Date.parse(response.startedAt)) / 60_000),
  ]
}

/** The cell that was full for a response, by its name or in words; no column for a study without quotas. */
function cellOf(quotas: readonly Quota[], { fullCell, state }: EndedResponse, language?: Language): Cell[] {
  if (quotas.length === 0) return []
  if (fullCell === null || state !== 'over_quota') return [null]
  const label = language && quotas.find(({ cell }) => cell === fullCell)?.label[language]
  return [label ?? fullCell]
}

/** What was answered; nothing for a response without a document, and nothing of one that was withdrawn. */
async function answerCells(
  ports: Omit<KeyPorts, 'ids'>,
  questionnaire: Questionnaire,
  asked: readonly Column[],
  { respondentId, document, texts, textsKey, state, seed }: EndedResponse,
): Promise<Cell[]> {
  if (document === null || state === 'withdrawn') return asked.map(() => null)
  const stored = { answers: document, texts, textsKey }
  const answers = await openAnswers(ports, { respondentId, page: null }, stored, erased)
  return cells(questionnaire, asked, answers, seed)
}
