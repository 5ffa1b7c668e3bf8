/** The way from the link to the voucher; a page that is sent is answered with the next one where its script asks for that. */
import { describe, expect, it } from 'vitest'
import { invite } from '../../../src/survey/respondents/actions.ts'
import { at, fillUpTo, ready, screening, send, textOf } from '../../support/begun.ts'
import { fresh, interpose, rewards } from '../../support/databases/fresh.ts'
import { hidden, Student } from '../../support/student.ts'
import type { World } from '../../support/world.ts'

const prefer = { prefer: 'return=representation' }

/** A student whose pages are sent by their script. */
function scripted(world: World, language = 'en'): Student {
  const student = new Student(world)
  student.headers = { 'accept-language': language, ...prefer }
  return student
}

/** When a page was drawn, which is all that two of them differ in. */
const drawnAt = /(name="shown" value=")[^"]*/

/** The page that an answer brings along, and the one that whoever asks for its address is shown. */
async function both(student: Student, answer: Response) {
  const address = answer.headers.get('content-location') ?? ''
  const html = await answer.text()
  const shown = await student.get(address)
  return {
    address,
    html,
    brought: [answer.status, html.replace(drawnAt, '$1')],
    shown: [shown.status, (await shown.text()).replace(drawnAt, '$1')],
  }
}

const location = (answer: Response) => answer.headers.get('location')

describe('the way from the link to the voucher', () => {
  it('leads through every page to a voucher of the offer for where one lives', async () => {
    const student = new Student(await fresh())
    const { path, html } = await student.complete()
    expect(path).toBe('/s/study-abroad/voucher')
    expect(textOf(html)).toContain('CNY 20.00')
  })
})

describe('what a sent page is answered with', () => {
  it.each(['en', 'zh-CN', 'zh-HK'])(
    'is the page at the next address, from the start to all answers once more (%s)',
    async (language) => {
      const world = await fresh()
      const student = scripted(world, language)
      let answer = await student.start()
      const addresses: string[] = []
      while (answer.status === 200 && addresses.length < 30) {
        const { address, html, brought, shown } = await both(student, answer)
        expect(brought).toEqual(shown)
        addresses.push(address)
        const page = address.slice(at('').length)
        const fields = page === '~review' ? {} : await student.sample(page, { Q02: 3, Q04: 1 })
        answer = await student.post(address, { ...hidden(html), ...fields, go: 'next' })
      }
      expect([addresses[0], addresses.at(-1), location(answer)]).toEqual([
        at('screening'),
        at('~review'),
        '/s/study-abroad/go',
      ])
      expect(new Set(addresses).size).toBe(addresses.length)
    },
  )

  it('is the same for a form that is sent again, as its answer was lost, and takes one read', async () => {
    const world = await fresh()
    const student = scripted(world)
    await student.start()
    await send(student, 'screening', screening())
    let reads = 0
    interpose(world, (db) => ({
      ...db,
      read: (query) => {
        reads += 1
        return db.read(query)
      },
    }))
    const form = { ...hidden((await student.open(at('places'))).html), ...(await student.sample('places')), go: 'next' }
    // What is known of the study, and of its keys, is known by now.
    await student.post(at('places'), { ...form, draft: '1' })
    reads = 0
    const first = await student.post(at('places'), form)
    expect(reads).toBe(1)
    const [one, two] = [await both(student, first), await both(student, await student.post(at('places'), form))]
    expect(one.brought).toEqual(one.shown)
    expect(two.brought).toEqual(one.brought)
  })

  it('is all answers once more, with the one that was changed from there', async () => {
    const { student, last } = await ready(await fresh())
    student.headers = { ...student.headers, ...prefer }
    await student.post(at('last'), { ...hidden((await student.open(at('last'))).html), ...last, go: 'next' })
    const { html } = await student.open(`${at('last')}?review=now`)
    const answer = await both(student, await student.post(at('last'), { ...hidden(html), Q30: '1999', go: 'next' }))
    expect(answer.address).toBe(at('~review'))
    expect(answer.brought).toEqual(answer.shown)
    expect(answer.html).toContain('1999')
  })

  it('is an address where another page is due: that the reward is gone, or the end', async () => {
    const world = await fresh({ study: rewards(0) })
    const [student, leaving] = [scripted(world), scripted(world)]
    await student.start()
    expect(location(await send(student, 'screening', screening()))).toBe('/s/study-abroad/reward?reason=budget')
    await leaving.start()
    expect(location(await send(leaving, 'screening', { Q02: ['5'] }))).toBe('/s/study-abroad/go')
  })

  it('shows whoever came by an invitation that was begun elsewhere nothing of what was answered there', async () => {
    const world = await fresh()
    const link = `/i/${await invite(world.ports, world.study.id, '2027-01-01T00:00:00.000Z')}`
    const [owner, other] = [new Student(world), scripted(world)]
    await owner.post(link)
    await owner.start()
    await send(owner, 'screening', screening())
    await fillUpTo(owner, 'course')
    await other.post(link)
    const answer = await both(other, await send(other, 'course', await other.sample('course')))
    expect(answer.address).not.toBe('')
    expect(answer.brought).toEqual(answer.shown)
    expect(answer.html).not.toContain('checked')
    expect(answer.html).not.toContain('value="back"')
  })
})
