/** Workbooks of which a part lies, never ends, or names something else than is there. */
import type { StatementFault } from '../../../../src/reconciliation/formats/statement.ts'
import type { HostilePack } from './packed.ts'
import {
  type Changes,
  head,
  honest,
  line,
  link,
  links,
  main,
  paths,
  rows,
  styles,
  workbookOf,
} from './workbook-parts.ts'
import type { ZipPart } from './zip-parts.ts'

type Row = [
  what: string,
  comesTo: StatementFault | 'read',
  make: (n: number) => Changes,
  n?: number | undefined,
  readTo?: number | undefined,
  more?: (n: number) => ZipPart[],
]

const xml = '<?xml version="1.0"?>'
const laughs = (n: number) =>
  `${xml}<!DOCTYPE a [<!ENTITY l0 "lol">${Array.from({ length: n }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join('')}]>`
const some = (n: number, make: (i: number) => string) => Array.from({ length: n }, (_, i) => make(i)).join('')
const sheet = (inside: string): Changes => ({ sheet: rows(head + inside) })

const all: readonly Row[] = [
  ['as it should be', 'read', () => ({})],
  [
    'a row of columns without end',
    'container',
    (n) =>
      sheet(
        line(
          2,
          some(n, (i) => `<c><v>${i}</v></c>`),
        ),
      ),
    100_000,
  ],
  [
    'a cell in the last column and row',
    'read',
    () => sheet(`${line(2)}<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>`),
  ],
  [
    'a cell beyond the last row',
    'read',
    () => sheet(`${line(2)}<row r="99999999999"><c r="A99999999999"><v>1</v></c></row>`),
  ],
  ['columns beyond any', 'container', () => sheet(line(2, '<c r="ZZZZZZZZZZ2"><v>1</v></c>'))],
  [
    'a column of no letters',
    'day',
    () => sheet(line(2, '<c r="22"><v>1</v></c><c r=""><v>1</v></c><c r="-A2"><v>1</v></c>')),
  ],
  [
    'rows below zero',
    'read',
    () => sheet(`${line(2)}<row r="-5"><c r="A-5"><v>1</v></c></row><row r="0"><c r="A0"><v>1</v></c></row>`),
  ],
  [
    'rows of no number',
    'read',
    () => sheet(`${line(2)}<row r="NaN"><c><v>1</v></c></row><row r="1e9"><c><v>1</v></c></row>`),
  ],
  ['rows that go back', 'container', () => sheet(`${line(9)}${line(2)}`)],
  ['the same row over and over', 'container', (n) => sheet(line(2).repeat(n)), 50],
  ['rows without end', 'read', (n) => sheet(some(n, () => '<row/>') + line(n + 2)), 1_000, 80_000],
  ['rows of dates', 'read', (n) => sheet(some(n, (i) => line(i + 2))), 100, 4_000],
  ['an index below zero', 'read', () => sheet(line(2, '<c r="C2" t="s"><v>-1</v></c>'))],
  ['an index beyond all', 'read', () => sheet(line(2, '<c r="C2" t="s"><v>4294967296</v></c>'))],
  ['an index of no number', 'read', () => sheet(line(2, '<c r="C2" t="s"><v>__proto__</v></c>'))],
  ['a style below zero', 'read', () => sheet(line(2, '<c r="C2" s="-1"><v>1</v></c><c r="D2" s="1e9"><v>1</v></c>'))],
  ['a kind of cell that is none', 'read', () => sheet(line(2, '<c r="C2" t="constructor"><v>1</v></c>'))],
  [
    'dates of no day',
    'read',
    () =>
      sheet(
        line(
          2,
          ['-1', '1e308', 'NaN', 'Infinity', '99999999', '']
            .map((v, i) => `<c r="${'CDEFGH'[i]}2" s="1"><v>${v}</v></c>`)
            .join(''),
        ),
      ),
  ],
  ['numbers without end', 'read', (n) => sheet(line(2, `<c r="C2"><v>${'9'.repeat(n)}</v></c>`)), 1_000, 200_000],
  [
    'a text without end',
    'line_too_long',
    (n) => sheet(line(2, `<c r="C2" t="inlineStr"><is><t>${'x'.repeat(n)}</t></is></c>`)),
    200_000,
  ],
  [
    'rich text of nothing',
    'read',
    (n) => sheet(line(2, `<c r="C2" t="inlineStr"><is>${'<r><t/></r>'.repeat(n)}</is></c>`)),
    1_000,
    80_000,
  ],
  [
    'formulas without end',
    'read',
    (n) => sheet(line(2, `<c r="C2"><f>${'SUM('.repeat(n)}</f><v>1</v></c>`)),
    1_000,
    100_000,
  ],
  [
    'elements within elements',
    'read',
    (n) => sheet(line(2, `<c r="C2">${'<x>'.repeat(n)}${'</x>'.repeat(n)}</c>`)),
    1_000,
    100_000,
  ],
  ['tags that are never closed', 'read', (n) => sheet(line(2) + '<x>'.repeat(n)), 1_000, 100_000],
  [
    'merged cells without end',
    'read',
    (n) => ({
      sheet: `<worksheet xmlns="${main}"><sheetData>${head}${line(2)}</sheetData><mergeCells>${some(n, (i) => `<mergeCell ref="A${i + 1}:XFD1048576"/>`)}</mergeCells></worksheet>`,
    }),
    1_000,
    50_000,
  ],
  [
    'a size that it has not',
    'read',
    () => ({
      sheet: rows(head + line(2)).replace(
        '<sheetData>',
        '<dimension ref="A1:XFD1048576"/><cols><col min="1" max="99999999"/></cols><sheetData>',
      ),
    }),
  ],
  [
    'texts without end',
    'read',
    (n) => ({
      strings: `<sst xmlns="${main}" count="4294967295" uniqueCount="-1">${'<si><t>x</t></si>'.repeat(n)}</sst>`,
    }),
    1_000,
    50_000,
  ],
  [
    'a text of a table without end',
    'read',
    (n) => ({ strings: `<sst xmlns="${main}"><si>${'<r><t>x</t></r>'.repeat(n)}</si></sst>` }),
    1_000,
    64_000,
  ],
  [
    'texts within texts',
    'read',
    (n) => ({ strings: `<sst xmlns="${main}">${'<si>'.repeat(n)}${'</si>'.repeat(n)}</sst>` }),
    1_000,
    50_000,
  ],
  ['styles without end', 'read', (n) => ({ styles: styles('<xf numFmtId="14"/>'.repeat(n)) }), 1_000, 50_000],
  [
    'formats of dates without end',
    'read',
    (n) => ({
      styles: styles(
        '<xf/><xf numFmtId="200"/>',
        `<numFmts>${some(n, (i) => `<numFmt numFmtId="${200 + i}" formatCode="${'yyyy\\-mm\\-dd;'.repeat(3)}"/>`)}</numFmts>`,
      ),
    }),
    1_000,
    30_000,
  ],
  [
    'a format of brackets',
    'day',
    (n) => ({
      styles: styles(
        '<xf/><xf numFmtId="200"/>',
        `<numFmts><numFmt numFmtId="200" formatCode="${'['.repeat(n)}&quot;"/></numFmts>`,
      ),
    }),
    1_000,
    50_000,
  ],
  [
    'sheets without end',
    'read',
    (n) => ({
      book: honest.book.replace('</sheets>', `${'<sheet name="S" sheetId="1" r:id="rId1"/>'.repeat(n)}</sheets>`),
    }),
    1_000,
    24_000,
  ],
  ['a sheet that is not there', 'container', () => ({ links: links('worksheets/sheet9.xml') })],
  ['a sheet out of the folder', 'container', () => ({ links: links('../../../../etc/passwd') })],
  ['a sheet on another machine', 'container', () => ({ links: links('http://attacker.example/sheet.xml') })],
  ['a sheet that is the workbook', 'empty', () => ({ links: links('workbook.xml') })],
  [
    'links to other workbooks',
    'read',
    () => ({
      links: links(
        'worksheets/sheet1.xml',
        link('rId9', 'externalLink', 'file:///etc/passwd', ' TargetMode="External"'),
      ),
      book: honest.book.replace(
        '</sheets>',
        '</sheets><externalReferences><externalReference r:id="rId9"/></externalReferences>',
      ),
    }),
  ],
  ['no list of links', 'container', () => ({ links: null })],
  ['no workbook', 'container', () => ({ book: null })],
  ['no sheet', 'container', () => ({ sheet: null })],
  ['no styles and no texts', 'day', () => ({ styles: null, strings: null })],
  [
    'an entity of a file of ours',
    'read',
    () => ({
      sheet: `${xml}<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]>${rows(head + line(2, '<c r="C2" t="inlineStr"><is><t>&e;</t></is></c>'))}`,
    }),
  ],
  [
    'entities of entities',
    'read',
    (n) => ({ sheet: `${laughs(n)}${rows(head + line(2, `<c r="C2" t="inlineStr"><is><t>&l${n};</t></is></c>`))}` }),
    20,
  ],
  [
    'entities in its texts',
    'read',
    (n) => ({ strings: `${laughs(n)}<sst xmlns="${main}"><si><t>&l${n};</t></si></sst>` }),
    20,
  ],
  [
    'characters by number that are none',
    'unknown_format',
    () => sheet(line(2, '<c r="C2" t="inlineStr"><is><t>&#0;&#x110000;&#99999999999;</t></is></c>')),
  ],
  ['a sheet that ends in the middle', 'read', () => ({ sheet: rows(head + line(2)).slice(0, -20) })],
  ['a sheet that ends in a tag', 'read', () => ({ sheet: `${rows(head + line(2)).slice(0, -30)}<row r="` })],
  ['a sheet of noise', 'empty', () => ({ sheet: 'x'.repeat(1_000) })],
  [
    'macros, pictures and keys beside it',
    'read',
    () => ({}),
    1,
    undefined,
    () => [
      { name: 'xl/vbaProject.bin', content: 'x' },
      { name: 'EncryptedPackage', content: 'x' },
    ],
  ],
  [
    'two sheets of one name',
    'read',
    () => ({}),
    1,
    undefined,
    () => [{ name: paths.sheet, content: rows(head + line(2)) }],
  ],
]

export const hostileWorkbooks: readonly HostilePack[] = all.map(([what, comesTo, make, n = 1, readTo, more]) => ({
  what,
  comesTo,
  n,
  make: (count: number) => workbookOf(make(count), more?.(count)),
  ...(readTo === undefined ? {} : { readTo }),
}))
