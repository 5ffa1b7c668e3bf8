/** The first sheet of a workbook that holds anything, as the text of a CSV: whoever reads tables reads workbooks, too. */
import { UnreadableFile } from './unreadable-file.ts'

/** A column beyond this one holds nothing that we read. */
const lastColumn = 'CV'
/** Sheets that are looked at: the first may be a cover. */
const mostSheets = 8
/** So many characters go out at once. */
const pieceLength = 65_536
const startOfSerials = Date.UTC(1900, 0, 1)

/**
 * The rows with commas, in UTF-8, each on the line that its number says. A date is `2026-02-14`, with its time of day
 * where it has one; a number has a point and as many digits as a spreadsheet keeps of it.
 * @param bytes whose unpacked size was checked before (see `filesIn`)
 * @throws UnreadableFile `container` for what is no workbook, or a damaged one
 */
export async function* xlsxText(bytes: Uint8Array<ArrayBuffer>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  let text = ''
  for await (const row of filledSheet(bytes)) {
    text += row
    if (text.length < pieceLength) continue
    yield encoder.encode(text)
    text = ''
  }
  if (text !== '') yield encoder.encode(text)
}

async function* filledSheet(bytes: Uint8Array): AsyncGenerator<string> {
  const { streamXlsxRows } = await import('hucre/xlsx')
  for (let sheet = 0; sheet < mostSheets; sheet += 1) {
    let written = 0
    try {
      for await (const { index, values } of streamXlsxRows(bytes, { sheet, range: `A1:${lastColumn}1048576` })) {
        const row = values.map(cellOf).join(',').replace(/,+$/, '')
        if (row === '') continue
        // Rows that go back would each bring the empty ones between them again.
        if (index < written) throw new Error('The rows are not in order.')
        // Rows that are left out of the file stand empty in the sheet, and people count them.
        yield `${'\n'.repeat(Math.max(0, index - written))}${row}\n`
        written = index + 1
      }
    } catch {
      // The library has an error of its own for every way in which a file can be broken.
      throw new UnreadableFile('container', 0, 'xlsx')
    }
    if (written > 0) return
  }
}

/** A cell as text: a date is its day, with its time of day where it has one; nothing is an empty text. */
export function cellText(value: string | number | boolean | Date | null): string {
  if (value === null) return ''
  if (value instanceof Date) return momentOf(value)
  return typeof value === 'number' ? numberOf(value) : String(value)
}

function cellOf(value: string | number | boolean | Date | null): string {
  const text = cellText(value)
  if (typeof value !== 'string') return text
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** Fifteen digits are what a spreadsheet keeps; the rest is noise of its arithmetic. */
function numberOf(value: number): string {
  if (!Number.isFinite(value)) return ''
  const plain = String(Number(value.toPrecision(15)))
  return plain.includes('e') ? value.toLocaleString('en', { useGrouping: false, maximumFractionDigits: 20 }) : plain
}

/** As the sheet shows it: a serial number has no zone. Before the first day it is a time of day alone. */
function momentOf(value: Date): string {
  if (Number.isNaN(value.getTime())) return ''
  const [day = '', rest = ''] = new Date(Math.round(value.getTime() / 1000) * 1000).toISOString().split('T')
  const time = rest.slice(0, 8)
  if (value.getTime() < startOfSerials) return time
  return time === '00:00:00' ? day : `${day} ${time}`
}
