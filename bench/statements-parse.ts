/** Parses the file at a path as an import would: a step at a time, nothing kept but the figures. */
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { openFile } from '../src/reconciliation/formats/open-file.ts'
import { readInSteps } from '../src/reconciliation/formats/read.ts'

export interface Parsed {
  rows: number
  /** What the last item was. */
  end: string
  bytes: number
  seconds: number
  cpuSeconds: number
  /** The most that was seen. */
  residentMiB: number
  /** More than before the first byte. */
  grownMiB: number
}

const [path = '', read = '{}'] = process.argv.slice(2)
const before = process.memoryUsage.rss()
let resident = before
let rows = 0
let end = 'nothing'
const began = performance.now()
const cpu = process.cpuUsage()
const opened = await openFile({
  size: (await stat(path)).size,
  from: (start) => Readable.toWeb(createReadStream(path, { start })) as ReadableStream<Uint8Array>,
})
if ('is' in opened) throw new Error(opened.why)
// The database notices a key that comes twice.
for await (const { items } of readInSteps(opened.format, opened.stream, { ...JSON.parse(read), keysElsewhere: true })) {
  for (const item of items) if (item.is === 'line') rows += 1
  end = items.at(-1)?.is ?? end
  resident = Math.max(resident, process.memoryUsage.rss())
}
const seconds = (performance.now() - began) / 1000
const { user, system } = process.cpuUsage(cpu)
const figures: Parsed = {
  rows,
  end,
  bytes: (await stat(path)).size,
  seconds,
  cpuSeconds: (user + system) / 1_000_000,
  residentMiB: resident / 1_048_576,
  grownMiB: (resident - before) / 1_048_576,
}
console.log(JSON.stringify(figures))
