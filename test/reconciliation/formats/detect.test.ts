import { describe, expect, test } from 'vitest'
import { makeFile } from '../../../simulation/statements/make.ts'
import { paymentsFrom } from '../../../simulation/statements/movement.ts'
import { zipped } from '../../../simulation/statements/pack.ts'
import { detect } from '../../../src/reconciliation/formats/detect.ts'
import { statementFormats } from '../../../src/reconciliation/formats/statement.ts'
import { asBytes, readUpload } from './reading.ts'

const movements = paymentsFrom(1, 5)

describe('a file is known by what is in it', () => {
  test.each(statementFormats)('%s, whatever differs from file to file', async (format) => {
    for (let seed = 0; seed < 8; seed += 1) {
      const { bytes } = await makeFile(format, movements, { seed, mark: seed % 2 === 1 })
      expect(detect(bytes.slice(0, 4096))).toBe(format)
    }
  })

  test.each(statementFormats)('%s, packed as it is downloaded', async (format) => {
    const { bytes, read: options } = await makeFile(format, movements, { packed: true })
    expect(await readUpload(bytes, options)).toMatchObject({ format, broken: null, lines: { length: 5 } })
  })

  test('a Tremendous CSV, and a camt file with a prefix', async () => {
    expect(detect((await makeFile('tremendous', movements, { as: 'csv' })).bytes)).toBe('tremendous')
    expect(detect((await makeFile('camt054', movements, { prefix: 'ns2' })).bytes)).toBe('camt054')
  })

  test.each([
    ['a PDF', '%PDF-1.7 a,b'],
    ['a page', '<!doctype html><html><body>a,b</body></html>'],
    ['other XML', '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.001.001.09"/>'],
    ['other JSON', '{"rewards":[]}'],
    ['a letter', 'Dear all'],
    ['nothing', ''],
    ['a picture', '\u0089PNG\r\n\u001a\n\u0000,'],
  ])('%s is none', (_what, text) => {
    expect(detect(asBytes(text))).toBeNull()
  })

  test('a workbook is a ZIP, and none of ours', async () => {
    const file = (name: string) => ({ name: asBytes(name), content: asBytes('<x/>') })
    const workbook = await zipped([file('[Content_Types].xml'), file('xl/workbook.xml')], false)
    expect(detect(workbook)).toBeNull()
    expect((await readUpload(workbook)).broken).toMatchObject({ why: 'container' })
  })

  test('a gzip within a gzip is opened, and no third one', async () => {
    const { gzipped } = await import('../../../simulation/statements/pack.ts')
    const { bytes } = await makeFile('wechat_fund_bill', movements, { packed: true })
    const twice = await gzipped(bytes)
    expect(await readUpload(twice)).toMatchObject({ broken: null, format: 'wechat_fund_bill' })
    expect((await readUpload(await gzipped(twice))).broken).toMatchObject({ why: 'nested' })
  })
})

test('a stream that fails is a failure, not a broken file', async () => {
  const failing = () =>
    new ReadableStream<Uint8Array>({
      pull(controller) {
        controller.error(new Error('the disk is gone'))
      },
    })
  const { openFile } = await import('../../../src/reconciliation/formats/open-file.ts')
  const { readInSteps: stepsOf } = await import('../../../src/reconciliation/formats/read.ts')
  await expect(openFile({ size: 1, from: failing })).rejects.toThrow('the disk is gone')
  await expect(stepsOf('camt053', failing()).next()).rejects.toThrow('the disk is gone')
})
