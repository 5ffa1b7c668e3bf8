import { afterEach, describe, expect, it } from 'vitest'
import { Student } from '../../support/student.ts'
import { type World, world } from '../../support/world.ts'

let open: World | undefined
afterEach(async () => {
  await open?.close()
  open = undefined
})

async function fresh(options: Parameters<typeof world>[0] = {}): Promise<World> {
  open = await world(options)
  return open
}

/** What a person reads on a page: its text, with every space a plain one. */
function textOf(html: string): string {
  return html
    .replace(/<svg.*?<\/svg>/gs, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
}

describe('the way from the link to the voucher', () => {
  it('leads through every page to a voucher of the offer for where one lives', async () => {
    const student = new Student(await fresh())
    const { path, html } = await student.complete()
    expect(path).toBe('/s/study-abroad/voucher')
    expect(textOf(html)).toContain('CNY 20.00')
  })
})
