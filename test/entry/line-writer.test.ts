import { expect, it } from 'vitest'
import { lineWriter } from '../../src/entry/line-writer.ts'

it('writes whole lines, gathered, and never more at once than a pipe takes in one piece from several processes', () => {
  const written: string[] = []
  const lines = lineWriter(60_000, (text) => written.push(text))
  const all = Array.from({ length: 100 }, (_, n) => `{"request":"${n}","route":"/s/:study/中文"}${' '.repeat(100)}\n`)
  for (const line of all) lines.write(line)
  lines.flush()
  expect(written.join('')).toBe(all.join(''))
  expect(written.length).toBeLessThan(10)
  for (const text of written) {
    expect(text.endsWith('\n')).toBe(true)
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(4_096)
  }
})
