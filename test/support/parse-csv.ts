/** Reads RFC 4180, strictly: written for the tests, so that the writer is not judged by itself. */
export function parseCsv(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let at = 0
  while (at < text.length) {
    let cell = ''
    if (text[at] === '"') {
      for (at += 1; !(text[at] === '"' && text[at + 1] !== '"'); at += 1) {
        if (at >= text.length) throw new Error('A quoted cell does not end.')
        if (text[at] === '"') at += 1
        cell += text[at]
      }
      at += 1
    } else {
      for (; at < text.length && text[at] !== ',' && text[at] !== '\r'; at += 1) {
        if (text[at] === '"' || text[at] === '\n') throw new Error(`A bare ${JSON.stringify(text[at])} at ${at}.`)
        cell += text[at]
      }
    }
    row.push(cell)
    if (text[at] === ',') at += 1
    else if (text.startsWith('\r\n', at)) {
      rows.push(row)
      row = []
      at += 2
    } else throw new Error(`Neither a comma nor CRLF at ${at}.`)
  }
  if (row.length > 0) throw new Error('The last row does not end.')
  return rows
}

/** The rows of a CSV as records by header. */
export function records(text: string): Record<string, string>[] {
  const [header = [], ...rows] = parseCsv(text.replace(/^\uFEFF/, ''))
  return rows.map((row) => {
    if (row.length !== header.length) throw new Error(`A row has ${row.length} cells, the header ${header.length}.`)
    return Object.fromEntries(header.map((name, at) => [name, row[at] ?? '']))
  })
}
