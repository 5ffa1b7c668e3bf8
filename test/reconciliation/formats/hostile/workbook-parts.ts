/** Workbooks made part by part, as other programs write them; each part may be anything else, or missing. */
import { type ZipPart, zipOf } from './zip-parts.ts'

export const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006/relationships'

/** The insides of a workbook, each as it stands in the ZIP; null leaves a part out. */
interface Parts {
  types: string
  package: string
  book: string
  links: string
  styles: string
  strings: string
  sheet: string
}
export type Changes = { [part in keyof Parts]?: string | null }

export const paths: { [part in keyof Parts]: string } = {
  types: '[Content_Types].xml',
  package: '_rels/.rels',
  book: 'xl/workbook.xml',
  links: 'xl/_rels/workbook.xml.rels',
  styles: 'xl/styles.xml',
  strings: 'xl/sharedStrings.xml',
  sheet: 'xl/worksheets/sheet1.xml',
}

export const head = `<row r="1">${['Date', 'Amount', 'C', 'D', 'E', 'F', 'G', 'H'].map((name, i) => `<c r="${'ABCDEFGH'[i]}1" t="str"><v>${name}</v></c>`).join('')}</row>`
/** Day 46070 is 17 February 2026. */
export const line = (n: number, cells = '') =>
  `<row r="${n}"><c r="A${n}" s="1"><v>46070</v></c><c r="B${n}"><v>${n}</v></c>${cells}</row>`
export const rows = (inside: string) => `<worksheet xmlns="${main}"><sheetData>${inside}</sheetData></worksheet>`
export const link = (id: string, kind: string, target: string, more = '') =>
  `<Relationship Id="${id}" Type="${office}/${kind}" Target="${target}"${more}/>`
export const links = (sheet = 'worksheets/sheet1.xml', more = '') =>
  `<Relationships xmlns="${packages}">${link('rId1', 'worksheet', sheet)}${link('rId2', 'styles', 'styles.xml')}${link('rId3', 'sharedStrings', 'sharedStrings.xml')}${more}</Relationships>`
export const styles = (inside = '<xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/>', formats = '') =>
  `<styleSheet xmlns="${main}">${formats}<cellXfs>${inside}</cellXfs></styleSheet>`

export const honest: Parts = {
  types: `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
  package: `<Relationships xmlns="${packages}">${link('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
  book: `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  links: links(),
  styles: styles(),
  strings: `<sst xmlns="${main}"><si><t>one</t></si></sst>`,
  sheet: rows(head + line(2)),
}

export function workbookOf(changes: Changes, more: readonly ZipPart[] = []) {
  const parts = { ...honest, ...changes }
  const names = Object.keys(paths) as (keyof Parts)[]
  return zipOf([
    ...names.flatMap((name) => (parts[name] === null ? [] : [{ name: paths[name], content: parts[name] }])),
    ...more,
  ])
}
