import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { Miniflare } from 'miniflare'
import { expect, inject, it } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))

// Everything that reads statements, as a Worker of its own: each format is made, packed, opened and read there, whole
// and cut, and in steps of which each knows only the checkpoint's JSON.
const entry = `
import { skipBytes } from './test/reconciliation/formats/skip-bytes.ts'
import { inMemory } from './src/platform/files/file-bytes.ts'
import { makeFile } from './simulation/statements/make.ts'
import { paymentsFrom } from './simulation/statements/movement.ts'
import { openFile } from './src/reconciliation/formats/open-file.ts'
import { readSome } from './src/reconciliation/formats/read.ts'
import { statementFormats } from './src/reconciliation/formats/statement.ts'
async function end(bytes, options) {
  let [from, lines, steps] = [null, 0, 0]
  for (;;) {
    const opened = await openFile(inMemory(bytes))
    if ('is' in opened) return opened.why
    const stream = skipBytes(opened.stream, from === null ? 0 : from.place.offset)
    const { items, next } = await readSome(opened.format, stream, 500, { ...options, from })
    lines += items.filter(({ is }) => is === 'line').length
    steps += 1
    const last = items.at(-1)
    // What is cut is told where it is met: at the opening, or once all before it was read.
    if (last?.is === 'broken') return last.why
    if (next === null) return last.is === 'totals' && steps > 1 ? lines : last
    from = JSON.parse(JSON.stringify(next))
  }
}
export default {
  async fetch() {
    const found = {}
    for (const format of statementFormats) {
      const { bytes, read } = await makeFile(format, paymentsFrom(3, 2000), { packed: true })
      found[format] = [await end(bytes, read), await end(bytes.slice(0, -9), read)]
    }
    return Response.json(found)
  },
}`

it('every format is opened and read in workerd, in steps, and one that was cut is refused', async () => {
  const { outputFiles } = await build({
    stdin: { contents: entry, resolveDir: root, loader: 'ts' },
    bundle: true,
    format: 'esm',
    write: false,
    platform: 'browser',
  })
  const contents = outputFiles[0]?.text ?? ''
  const worker = new Miniflare({
    telemetry: { enabled: false },
    workers: [
      {
        config: {
          name: 'statements',
          compatibilityDate: inject('worker').compatibilityDate,
          manifest: { mainModule: 'worker.js', modules: { 'worker.js': { type: 'esm', contents } } },
          env: {},
        },
      },
    ],
  })
  try {
    const reply = await worker.dispatchFetch('https://study.example.org/')
    const both = [2000, 'container']
    expect(await reply.json()).toEqual({
      wechat_fund_bill: both,
      alipay_bill: both,
      camt053: both,
      camt054: both,
      camt052: both,
      mt940: both,
      mt942: both,
      tremendous: both,
      csv: both,
    })
  } finally {
    await worker.dispose()
  }
})
