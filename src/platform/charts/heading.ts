/** What stands above the picture in a file that leaves its page: lines of text, wrapped by an estimate of how wide they are. */
import { escapeXml } from '../files/xml/write.ts'

const margin = 12
const [titleSize, lineSize] = [15, 12]
/** A line of a heading is never longer than this many lines of the file. */
const mostRows = 4
/** Signs that take a whole em: those of Chinese, Japanese and Korean with their punctuation. */
const wide = /[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60]/

const parts = /[^\s\u2e80-\u9fff\uff00-\uff60]+\s*|.[，。；：？！、）」』》〉】]*/gsu

/**
 * The first line in bold, the others below it.
 * @param width of the picture, in pixels
 * @returns SVG text, and how high it is in pixels
 */
export function headingOf([title = '', ...lines]: readonly string[], width: number): { svg: string; height: number } {
  const room = width - 2 * margin
  let y = 8
  const written = (text: string, size: number, style: string) =>
    wrapped(text, Math.max(1, Math.floor(room / size)))
      .map((row) => {
        y += size + 5
        return `<text x="${margin}" y="${y}" font-size="${size}"${style} fill="currentColor">${escapeXml(row)}</text>`
      })
      .join('')
  const svg = [
    written(title, titleSize, ' font-weight="bold"'),
    ...lines.filter((line) => line !== '').map((line) => written(line, lineSize, '')),
  ].join('')
  return { svg, height: y + 12 }
}

/** @param ems how wide a row may be; a letter of the Latin alphabet is a little over half of one */
function wrapped(text: string, ems: number): string[] {
  const rows: string[] = []
  let [row, taken] = ['', 0]
  // Words stay whole unless one alone is too long. A row may end between wide characters, but never before a punctuation mark.
  for (const part of text.match(parts) ?? []) {
    for (const piece of emsOf(part) > ems ? part : [part]) {
      if (taken > 0 && taken + emsOf(piece.trimEnd()) > ems) {
        rows.push(row.trimEnd())
        ;[row, taken] = ['', 0]
      }
      row += piece
      taken += emsOf(piece)
    }
  }
  if (row.trim() !== '') rows.push(row.trimEnd())
  if (rows.length <= mostRows) return rows
  return [...rows.slice(0, mostRows - 1), `${rows[mostRows - 1]?.slice(0, -1) ?? ''}…`]
}

const emsOf = (text: string) => [...text].reduce((sum, character) => sum + (wide.test(character) ? 1 : 0.58), 0)
