/** A voucher's link: opening it tells nothing, pressing the button swaps the code for a cookie. */
import { describe, expect, it } from 'vitest'
import { at, ready, send, textOf, voucherCodeIn } from '../../support/begun.ts'
import { everything, fresh, interpose } from '../../support/databases/fresh.ts'
import { Student } from '../../support/student.ts'

async function holder(seed = 1) {
  const world = await fresh()
  const { student, last } = await ready(world, { seed })
  await send(student, 'last', last)
  const { html } = await student.open('/s/study-abroad/go')
  const shown = voucherCodeIn(html) ?? ''
  const link = /https:\/\/study\.example\.org(\/v\/[0-9a-z]+)/.exec(html)?.[1] ?? ''
  return { world, student, shown, link, code: link.slice('/v/'.length) }
}

describe('opening a voucher link', () => {
  it('shows the same button for a right, a wrong and a garbage code, and asks the database nothing', async () => {
    const { world, link, code } = await holder()
    let asked = 0
    interpose(world, (db) => ({
      ...db,
      read(query) {
        asked += 1
        return db.read(query)
      },
    }))
    const before = await everything(world)
    // Which studies there are, and so in which languages, is remembered by the process; it depends on no code.
    await new Student(world).get('/v')
    asked = 0
    const wrong = code.replace(/.$/, (end) => (end === '0' ? '1' : '0'))
    const pages = []
    for (const one of [code, wrong, 'x', '0'.repeat(28), '<script>', '💥']) {
      const visitor = new Student(world)
      const answer = await visitor.get(`/v/${encodeURIComponent(one)}`)
      expect(answer.status).toBe(200)
      expect(visitor.cookies.size).toBe(0)
      const html = await answer.text()
      pages.push(html.replace(/(action="\/v\/|name="code" value="|href="\/v\/)[^"?]*/g, '$1'))
    }
    expect(new Set(pages).size).toBe(1)
    expect(pages[0]).not.toContain('20.00')
    expect(asked).toBe(0)
    expect(await everything(world)).toBe(before)
    expect(link).toBe(`/v/${code}`)
  })
})

describe('pressing its button', () => {
  it('with the right code keeps a cookie, goes to a clean address and shows the voucher', async () => {
    const { world, link, code, shown } = await holder()
    const before = await everything(world)
    const visitor = new Student(world)
    const pressed = await visitor.post(link)
    expect(pressed.headers.get('location')).toBe('/s/study-abroad/voucher')
    expect([...visitor.cookies.keys()]).toEqual(['__Host-voucher-study-abroad'])
    expect(JSON.stringify([...visitor.cookies])).not.toContain(code)
    const page = await visitor.open('/s/study-abroad/voucher')
    expect(page.path).toBe('/s/study-abroad/voucher')
    expect(voucherCodeIn(page.html)).toBe(shown)
    expect(await everything(world)).toBe(before)
    // It opens the voucher, and none of the answers.
    expect((await visitor.open(at('screening'))).path).toBe('/s/study-abroad')
  })

  it('again and again shows the same', async () => {
    const { world, link, shown } = await holder()
    for (const _ of [1, 2]) {
      const visitor = new Student(world)
      await visitor.post(link)
      expect(voucherCodeIn((await visitor.open('/s/study-abroad/voucher')).html)).toBe(shown)
    }
  })

  it('works with the code as people type it', async () => {
    const { world, code, shown } = await holder()
    const loose = code.replaceAll('0', 'O').replaceAll('1', 'l')
    const typed = [
      shown,
      shown.toLowerCase(),
      ` ${shown.replaceAll('-', ' ')} `,
      loose,
      loose.replaceAll('l', 'I'),
      shown.replaceAll('-', '－'),
    ]
    for (const one of typed) {
      const pressed = await new Student(world).post(`/v/${encodeURIComponent(one)}`)
      expect(pressed.headers.get('location'), one).toBe('/s/study-abroad/voucher')
    }
  })

  it('with a wrong code says that the link does not work', async () => {
    const { world, code } = await holder()
    const wrong = [
      code.replace(/.$/, (end) => (end === '0' ? '2' : '0')),
      code.slice(0, -1),
      `${code}0`,
      code.slice(0, 16) + '0'.repeat(12),
      '0'.repeat(28),
      'x',
      '\u0000',
      '<script>',
    ]
    for (const one of wrong) {
      const visitor = new Student(world)
      const answer = await visitor.post(`/v/${encodeURIComponent(one)}`)
      expect(answer.status).toBe(404)
      const html = await answer.text()
      expect(textOf(html)).toContain('This link does not work')
      expect(html).toContain('<a class="button" href="/v">')
      expect(visitor.cookies.size).toBe(0)
    }
  })

  it('leaves a cookie that ends after a day', async () => {
    const { world, link } = await holder()
    const visitor = new Student(world)
    await visitor.post(link)
    world.wait(24 * 60 + 1)
    expect((await visitor.open('/s/study-abroad/voucher')).status).toBe(401)
  })
})

describe('the code', () => {
  it('is stored nowhere, logged nowhere, and in no address that the app sends people to', async () => {
    const { world, student, link, code, shown } = await holder()
    const visitor = new Student(world)
    await visitor.get(link)
    const pressed = await visitor.post(link)
    await visitor.post(`/v/${code}x`)
    const stored = await everything(world)
    const logged = JSON.stringify(world.logged)
    const tail = code.slice(-12)
    for (const secret of [code, shown, tail, tail.toUpperCase()]) {
      expect(stored).not.toContain(secret)
      expect(logged).not.toContain(secret)
    }
    expect(pressed.headers.get('location')).toBe('/s/study-abroad/voucher')
    expect(student.token).not.toContain(tail)
  })
})

describe('the page to type a code in', () => {
  it('opens the voucher of a right code and refuses any other', async () => {
    const { world, shown } = await holder()
    const other = new Student(world)
    expect((await other.get('/v')).status).toBe(200)
    expect((await other.post('/v', { code: `${shown.slice(0, -1)}?` })).status).toBe(404)
    expect((await other.post('/v')).status).toBe(404)
    expect((await other.post('/v', { code: ` ${shown.toLowerCase()} ` })).headers.get('location')).toBe(
      '/s/study-abroad/voucher',
    )
    expect(textOf((await other.open('/s/study-abroad/voucher')).html)).toContain('CNY 20.00')
  })
})
