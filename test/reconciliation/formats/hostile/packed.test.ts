/** Packed files that are made to break whoever opens them: each is refused in a word, or read, whatever its fields say. */
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { statementsMessages } from '../../../../messages/generated/statements.ts'
import { runs } from '../../../support/run/whole.ts'
import { type Reading, readUpload } from '../reading.ts'
import { mapping } from './mapping.ts'
import { bankFile, hostileGzips, hostileZips } from './packed.ts'
import { workbookOf } from './workbook-parts.ts'
import { hostileWorkbooks } from './workbooks.ts'
import { joinedBytes, zipOf } from './zip-parts.ts'

type Bytes = Uint8Array<ArrayBuffer>

const wordOf = ({ broken, totals }: Reading) => (broken !== null ? broken.why : totals.length > 0 ? 'read' : 'nothing')
/** A table proves nothing of itself, so that all of it was read where that is what is said. */
async function comesTo(bytes: Bytes) {
  const word = wordOf(await readUpload(bytes, { mapping, claims: {} }))
  return word === 'unproved' ? 'read' : word
}

describe.each([
  ['ZIP', hostileZips],
  ['gzip', hostileGzips],
  ['workbook', hostileWorkbooks],
])('%s', (_kind, all) => {
  it.each(all)('$what: $comesTo', async ({ make, n, comesTo: word }) => {
    expect(await comesTo(make(n))).toBe(word)
  })
})

const words = new Set(['read', ...Object.keys(statementsMessages('en').problems)])
const bases: readonly Bytes[] = [
  zipOf([
    { name: 'a.xml', content: bankFile },
    { name: 'b', content: 'note' },
  ]),
  hostileGzips.find(({ comesTo: word }) => word === 'read')?.make(10) ?? new Uint8Array(),
  workbookOf({}),
]

/** What a bad cable, a bad disk or a bad person makes of bytes. */
const changes = fc.array(
  fc.record({
    how: fc.constantFrom('set', 'cut', 'double', 'move'),
    at: fc.nat(0xffff),
    length: fc.integer({ min: 1, max: 60 }),
    to: fc.constantFrom(0, 1, 8, 0x50, 0x7f, 0x80, 0xff),
  }),
  { minLength: 1, maxLength: 4 },
)

function changed(bytes: Bytes, { how, at: any, length, to }: { how: string; at: number; length: number; to: number }) {
  const at = any % bytes.length
  const [before, some, after] = [bytes.slice(0, at), bytes.slice(at, at + length), bytes.slice(at + length)]
  if (how === 'set') return joinedBytes(before, some.fill(to), after)
  if (how === 'cut') return joinedBytes(before, after)
  return how === 'double' ? joinedBytes(before, some, some, after) : joinedBytes(some, before, after)
}

describe('whatever becomes of a packed file', () => {
  it('it is refused in a word of ours, or read', async () => {
    const files = fc.constantFrom(...bases).chain((base) => changes.map((all) => all.reduce(changed, base)))
    await fc.assert(
      fc.asyncProperty(files, async (bytes) => {
        expect(words).toContain(bytes.length === 0 ? 'empty' : await comesTo(bytes))
      }),
      { numRuns: runs(300) },
    )
  })

  it('a ZIP that ends at any byte of its directory is refused', async () => {
    const [zip = new Uint8Array()] = bases
    const found = new Set<string>()
    for (let end = zip.length - 140; end < zip.length; end += 1) found.add(await comesTo(zip.slice(0, end)))
    expect([...found]).toEqual(['container'])
  })

  it('no entity of a workbook is looked up: its name stays as it stands there', async () => {
    const sheet = hostileWorkbooks.find(({ what }) => what === 'an entity of a file of ours')?.make(1)
    const { broken, lines } = await readUpload(sheet ?? new Uint8Array(), { mapping: { ...mapping, reference: 'C' } })
    expect([broken?.why ?? 'unproved', lines.map(({ reference }) => reference)]).toEqual(['unproved', ['&e;']])
  })
})
