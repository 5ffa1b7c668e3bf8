/** Banks' messages whose XML never ends, is nested, or holds more of one thing than anybody can use. */
import type { StatementFault } from '../../../../src/reconciliation/formats/statement.ts'
import { type HostileFile, repeated } from './hostile-file.ts'

const before = '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.054.001.08">\n<BkToCstmrDbtCdtNtfctn>\n<Ntfctn>\n'
const after = '\n</Ntfctn></BkToCstmrDbtCdtNtfctn></Document>'
const entry = '<Ntry><Amt Ccy="CNY">1.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><BookgDt><Dt>2026-02-24</Dt></BookgDt>'

function within(
  what: string,
  inside: (n: number) => string,
  why: StatementFault,
  refusedFrom: number,
  readTo?: number,
): HostileFile {
  const make = (n: number) => `${before}${inside(n)}${after}`
  return { what, format: 'camt054', make, why, refusedFrom, ...(readTo === undefined ? {} : { readTo }) }
}

export const hostileBankFiles: readonly HostileFile[] = [
  within('tags that are opened and never closed', (n) => repeated(n, '<A>'), 'too_deep', 80),
  within('nested tags that are closed', (n) => `${repeated(n, '<A>')}${repeated(n, '</A>')}`, 'too_deep', 80),
  within('a field of nothing but fields', (n) => `<X>${repeated(n, '<A/>')}</X>`, 'too_many', 11_000, 9_000),
  within('fields without end', (n) => repeated(n, '<A/>'), 'too_many', 10_000_001, 40_000),
  within('comments without end', (n) => repeated(n, '<!---->'), 'too_many', 11_000, 9_000),
  within('processing instructions without end', (n) => repeated(n, '<?a b?>'), 'too_many', 11_000, 9_000),
  within('CDATA without end', (n) => `<A>${repeated(n, '<![CDATA[x]]>')}</A>`, 'too_many', 11_000, 9_000),
  within('a text that does not end', (n) => `<A>${repeated(n, 'x')}`, 'line_too_long', 70_000),
  within('a text of closing brackets', (n) => repeated(n, '>'), 'line_too_long', 70_000),
  within('a text of entities', (n) => `<A>${repeated(n, '&amp;')}</A>`, 'line_too_long', 70_000, 13_000),
  within('an entity that does not end', (n) => `<A>&${repeated(n, 'a')}`, 'line_too_long', 140_000),
  within('a comment that does not end', (n) => `<!--${repeated(n, '>x')}`, 'line_too_long', 70_000),
  within('an instruction that does not end', (n) => `<?x ${repeated(n, '>x')}`, 'line_too_long', 70_000),
  within('CDATA that does not end', (n) => `<A><![CDATA[${repeated(n, '>x')}`, 'line_too_long', 70_000),
  within('a name that does not end', (n) => `<${repeated(n, 'x')}/>`, 'line_too_long', 140_000),
  within('an attribute that does not end', (n) => `<A a="${repeated(n, 'x>')}"/>`, 'line_too_long', 70_000),
  within('attributes without end', (n) => `<A${repeated(n, (i) => ` a${i}="1"`)}/>`, 'too_many', 101, 100),
  within('accounts without end', (n) => `</Ntfctn>${repeated(n, '<Ntfctn></Ntfctn>')}<Ntfctn>`, 'too_many', 1_001, 900),
  within(
    'balances without end',
    (n) => repeated(n, '<Bal><Amt Ccy="CNY">1.00</Amt><CdtDbtInd>CRDT</CdtDbtInd></Bal>\n'),
    'too_many',
    1_001,
    900,
  ),
  within(
    'an entry of nothing but notes that name batches',
    (n) => `${entry}${repeated(n, (i) => `<AddtlNtryInf>batch${String(i).padStart(21, '0')}</AddtlNtryInf>\n`)}</Ntry>`,
    'too_many',
    1_001,
    900,
  ),
  within(
    'an entry of nothing but batches',
    (n) =>
      `${entry}<NtryDtls>${repeated(n, (i) => `<Btch><PmtInfId>BATCH${String(i).padStart(21, '0')}</PmtInfId></Btch>\n`)}</NtryDtls></Ntry>`,
    'too_many',
    1_001,
    900,
  ),
  within('entries that say the same', (n) => repeated(n, `${entry}</Ntry>\n`), 'too_many', 3_000_000, 8_000),
]
