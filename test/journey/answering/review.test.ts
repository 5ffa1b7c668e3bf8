/** The page in front of the end: every answer once more, each with its way back, and the Finish. */
import { describe, expect, it } from 'vitest'
import { invite } from '../../../src/survey/respondents/actions.ts'
import { at, begun, fillUpTo, ready, send, textOf } from '../../support/begun.ts'
import { everything, fresh, rowsOf } from '../../support/databases/fresh.ts'
import { hidden, Student } from '../../support/student.ts'
import type { World } from '../../support/world.ts'

const review = at('~review')
const location = (answer: Response) => answer.headers.get('location')

/** A student who has pressed Next on the last page, as its form does. */
async function reviewing(world: World) {
  const { student, last } = await ready(world)
  const { html } = await student.open(at('last'))
  const answer = await student.post(at('last'), { ...hidden(html), ...last, go: 'next' })
  return { student, last, answer }
}

describe('the answers', () => {
  it('are shown once more before they are final: nothing ends by the last Next', async () => {
    const world = await fresh()
    const student = new Student(world)
    await student.start()
    const { html: form } = await student.answer({ stopBefore: 'last' })
    const answer = await student.post(at('last'), { ...hidden(form), ...(await student.sample('last')), go: 'next' })
    expect(location(answer)).toBe(review)
    expect((await rowsOf(world, 'responses')).map(({ state }) => state)).toEqual(['in_progress'])
    const before = await everything(world)
    const { html } = await student.open(review)
    expect(await everything(world)).toBe(before)
    expect(textOf(html)).toContain('Check your answers')
    const finished = await student.post(review, { ...hidden(html), go: 'next' })
    expect(location(finished)).toBe('/s/study-abroad/go')
    expect(await rowsOf(world, 'vouchers')).toHaveLength(1)
    // What was lost on the way is sent again.
    expect(location(await student.post(review, { ...hidden(html), go: 'next' }))).toBe('/s/study-abroad/go')
    expect(await rowsOf(world, 'vouchers')).toHaveLength(1)
  })

  it.each([
    ['en', 'In which year were you born?', '2001'],
    ['zh-Hans', '您的出生年份是？', '2001'],
    ['zh-Hant', '您的出生年份是？', '2001'],
  ])(
    'stand there in words, as the questions were seen, each with its way back (%s)',
    async (language, asked, answer) => {
      const { student } = await reviewing(await fresh())
      student.headers['accept-language'] = language
      const { html } = await student.open(review)
      expect(textOf(html)).toContain(`${asked} ${answer}`)
      const questions = html.match(/<dt>/g)?.length ?? 0
      expect(questions).toBeGreaterThan(20)
      expect(html.match(/\/p\/[a-z]+\?review=now#[A-Z]\d+"/g)).toHaveLength(questions)
    },
  )

  it('that are changed from there lead back there, by way of what a change makes necessary', async () => {
    const world = await fresh()
    const { student } = await reviewing(world)
    const { html } = await student.open(`${at('last')}?review=now`)
    const changed = await student.post(at('last'), { ...hidden(html), Q30: '1999', go: 'next' })
    expect(location(changed)).toBe(review)
    expect(textOf((await student.open(review)).html)).toContain('1999')
    const early = (await student.open(`${at('screening')}?review=now`)).html
    // Somebody who has not begun to study yet is asked other things.
    const other = await student.post(at('screening'), { ...hidden(early), Q02: '1', Q03: '1', Q04: '1', go: 'next' })
    expect(location(other)).not.toBe(review)
    expect((await student.open(review)).path).toBe(location(other))
  })

  it('that changed after they were seen are seen again, and nothing is final', async () => {
    const world = await fresh()
    const { student } = await reviewing(world)
    const { html } = await student.open(review)
    const tab = student.tab()
    const page = hidden((await tab.open(at('last'))).html)
    await tab.post(at('last'), { ...page, Q30: '1998', go: 'next' })
    const again = await student.post(review, { ...hidden(html), go: 'next' })
    const backAgain = await again.text()
    expect([again.status, textOf(backAgain).includes('1998')]).toEqual([409, true])
    expect(textOf(backAgain)).toContain('have changed since')
    expect(await rowsOf(world, 'vouchers')).toEqual([])
    expect(location(await student.post(review, { ...hidden(backAgain), go: 'next' }))).toBe('/s/study-abroad/go')
    expect(await rowsOf(world, 'vouchers')).toHaveLength(1)
  })

  it('are not shown before there are all of them, nor to whoever came by an invitation begun elsewhere', async () => {
    const world = await fresh()
    const student = await begun(world, { stopBefore: 'course' })
    expect((await student.open(review)).path).toBe(at('course'))
    const link = `/i/${await invite(world.ports, world.study.id, '2027-01-01T00:00:00.000Z')}`
    const [owner, stranger] = [new Student(world), new Student(world)]
    await owner.post(link)
    await owner.start()
    const last = await fillUpTo(owner, 'last', { Q30: 2001 })
    await stranger.post(link)
    expect((await stranger.open(review)).path).toBe(at('last'))
    expect(location(await send(stranger, 'last', last))).toBe('/s/study-abroad/go')
    expect(await rowsOf(world, 'vouchers')).toHaveLength(1)
  })
})
