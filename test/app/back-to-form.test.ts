/** An address that forms are sent to is loaded again: it leads to a page that has the form, whichever it is. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Everywhere, everywhere } from '../support/everywhere.ts'
import { Student } from '../support/student.ts'

let all: Everywhere
beforeAll(async () => {
  all = await everywhere()
})
afterAll(() => all.world.close())

/** What stands for parameters that no page has. */
const own: readonly (readonly [RegExp, string])[] = [
  [/\/:way\{.*\}$/, '/suspend'],
  [/(?<=take-back)\/:way$/, '/erase'],
  [/\/:way$/, '/hold'],
  [/\/:move$/, '/pause'],
  [/\/:which$/, '/others'],
  [/\/:n$/, '/2'],
]

function addressOf(route: string): string {
  const plain = own.reduce((path, [parameter, value]) => path.replace(parameter, value), route)
  const whole = all.addressOf(plain)
  if (whole !== null) return whole
  // Of an address that stands for nothing yet, any word will do: it is the page above that is shown.
  return plain
    .split('/')
    .map((part, at, parts) =>
      part.startsWith(':') ? (all.addressOf(parts.slice(0, at + 1).join('/')) ?? '').split('/').at(-1) || 'some' : part,
    )
    .join('/')
}

describe('an address of a form', () => {
  it('leads to a page that somebody can read when it is loaded again, of every form there is', async () => {
    const { world, readers } = all
    const forms = [...new Set(world.app.routes.filter(({ method }) => method === 'POST').map(({ path }) => path))]
    expect(forms.length).toBeGreaterThan(100)
    const lost: string[] = []
    // Providers send no forms.
    for (const form of forms.filter((path) => !path.startsWith('/providers/'))) {
      const address = addressOf(form)
      let isFound = false
      for (const [, reader] of readers) isFound ||= (await reader.open(address)).status === 200
      if (!isFound) lost.push(`${form}: ${address}`)
    }
    expect(lost).toEqual([])
  })

  it('is the page that has the form', async () => {
    const owner = all.readers.find(([who]) => who === 'an owner')?.[1] ?? expect.unreachable()
    const preparer = all.readers.find(([who]) => who === 'a preparer')?.[1] ?? expect.unreachable()
    const pages: [Student, string, string][] = [
      [owner, '/admin/setups', '/admin/studies'],
      [owner, '/admin/studies/study-abroad/state/pause', '/admin/studies/study-abroad'],
      [preparer, '/finance/batches', '/finance/payouts'],
      [preparer, '/finance/statements/pieces', '/finance/statements'],
      [preparer, '/finance/reports/signed/none', '/finance/reports'],
    ]
    for (const [reader, address, page] of pages) {
      expect((await reader.get(address)).headers.get('location'), address).toBe(page)
    }
  })

  it('leads nowhere from what nothing stands at, nor whoever asks for JSON', async () => {
    const nobody = new Student(all.world)
    for (const address of ['/finance/nothing', '/s/none', '/admin/studies/none'])
      expect((await nobody.get(address)).headers.get('location'), address).toBe(null)
    const answer = await nobody.send('/finance/batches', { headers: { accept: 'application/json' } })
    expect([answer.status, answer.headers.get('location')]).toEqual([404, null])
  })
})
