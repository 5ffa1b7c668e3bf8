/** Files of results that are made to break their reader: refused with the line, after no more than a limit. */
import { expect, it } from 'vitest'
import { zipped } from '../../../simulation/statements/pack.ts'
import { OffloadFailed } from '../../../src/platform/offload/job.ts'
import { readResultsFile, resultsOf } from '../../../src/rewards/payment-files/results.ts'

const head = '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.10">\n<CstmrPmtStsRpt>\n'
const times = (n: number, text: string) => text.repeat(n)
const bytesOf = (text: string) => new TextEncoder().encode(text)
const reading = (bytes: Uint8Array) => readResultsFile({ name: '', bytes, currency: 'CNY' })

it.each<[string, string, string, number | null]>([
  ['tags that are never closed', `${head}${times(100_000, '<A>')}`, 'limits', 3],
  ['nested tags', `${head}${times(300, '<A>')}${times(300, '</A>')}`, 'limits', 3],
  ['a text that does not end', `${head}<A>${times(1_000_000, 'x')}`, 'limits', 3],
  ['a comment that does not end', `${head}<!--${times(500_000, '>x')}`, 'limits', 3],
  ['elements without end', `${head}${times(1_100_000, '<A/>')}`, 'limits', 3],
  [
    'attributes without end',
    `${head}<A ${times(1, Array.from({ length: 101 }, (_, i) => `a${i}="1"`).join(' '))}/>`,
    'limits',
    3,
  ],
  ['a DTD', `<!DOCTYPE a [<!ENTITY a "aaaa">]>${head}`, 'xml', 1],
  ['rows without end', `reference,result\n${times(200_000, 'a,paid\n')}`, 'too_many', 10_021],
  ['cells without end', `reference,result\n${times(5_000, 'a,')}`, 'columns', 2],
  ['a quote that is never closed', `reference,result\n"${times(1_000_000, 'a\n')}`, 'quote', 2],
])('%s', async (_what, text, why, line) => {
  expect(await reading(bytesOf(text))).toEqual({ refused: [{ line, why }] })
})

it('a workbook of more files than any', async () => {
  const files = Array.from({ length: 101 }, (_, n) => ({ name: bytesOf(`xl/${n}.xml`), content: bytesOf('<a/>') }))
  expect(await reading(await zipped(files, false))).toEqual({ refused: [{ line: null, why: 'container' }] })
})

it('one at which its thread dies is refused, and ends no request', async () => {
  const offload = () => Promise.reject(new OffloadFailed('It took more than 30000 ms.'))
  const file = { name: '', bytes: bytesOf('a'), currency: 'CNY' }
  expect(await resultsOf({ offload }, file)).toEqual({ refused: [{ line: null, why: 'limits' }] })
})
