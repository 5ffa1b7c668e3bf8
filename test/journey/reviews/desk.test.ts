/** The review desk: several decisions at once, the answers as they were given, twins, and objections. */
import { describe, expect, it } from 'vitest'
import { accountsMessages } from '../../../messages/generated/accounts.ts'
import { languages } from '../../../schema/text.ts'
import { choiceOf, readBulkDecisions } from '../../../src/journey/reviews/desk/bulk.ts'
import { sideBySide } from '../../../src/journey/reviews/desk/side-by-side.ts'
import { leastDecided } from '../../../src/journey/reviews/report-only.ts'
import { startState, transition } from '../../../src/platform/db/state-machine.ts'
import { reviewMachine } from '../../../src/rewards/machines.ts'
import { addReview } from '../../../src/rewards/vouchers/reviews-store.ts'
import { rulesOf } from '../../../src/survey/quality/flag.ts'
import { addReportOnly, findReportOnly, forgetReportOnly } from '../../../src/survey/quality/report-only.ts'
import { signedIn } from '../../staff/accounts/member.ts'
import { ready, send, textOf } from '../../support/begun.ts'
import { fresh, rowsOf } from '../../support/databases/fresh.ts'
import { addVouchers } from '../../support/export-rows.ts'
import { Student } from '../../support/student.ts'

interface Row {
  export_ref: string
  respondent_id: string
}

async function heldWorld(count: number, more: { opensAt?: string } = {}) {
  const world = await fresh({ study: (study) => ({ ...study, openLinkPolicy: 'hold', ...more }) })
  const students: Student[] = []
  for (let seed = 1; seed <= count; seed++) {
    const { student, last } = await ready(world, { seed })
    await send(student, 'last', last)
    students.push(student)
  }
  const refs = students.map(async ({ respondentId }) => {
    const rows = await rowsOf<Row>(world, 'responses')
    return rows.find((row) => row.respondent_id === respondentId)?.export_ref ?? ''
  })
  return { world, students, refs: await Promise.all(refs), mei: await signedIn(world, 'admin') }
}

const status = '/s/study-abroad/status'

describe('several decisions at once', () => {
  it('each take effect with a reason of their own; what somebody else decided meanwhile stays, and is said', async () => {
    const { world, refs, mei } = await heldWorld(4)
    const [one = '', two = '', three = '', four = ''] = refs
    const { html } = await mei.open('/admin/reviews')
    for (const ref of refs) expect(html).toContain(`value="${ref} 1 release looks_genuine"`)
    // Ticked without a decision: nothing is done, and what was ticked stays so.
    const undecided = await mei.post('/admin/reviews/decide', { ticked: [`${two} 1`, '"><b> 1'], common: [''] })
    const again = (await mei.open(undecided.headers.get('location') ?? '')).html
    expect(again.match(/value="[0-9a-z]+ 1" checked/g)).toEqual([`value="${two} 1" checked`])
    await mei.post(`/admin/reviews/${four}/release`, { reason: 'other' })
    const posted = await mei.post('/admin/reviews/decide', {
      decision: [`${one} 1 release looks_genuine`, '', `${four} 1 reject automated`],
      ticked: [`${two} 1`, `${three} 1`],
      common: ['reject careless_answers'],
    })
    const pageText = textOf((await mei.open(posted.headers.get('location') ?? '')).html)
    expect(pageText).toContain('Released 1, rejected 2. 1 had been decided by somebody else in the meantime')
    const steps = await rowsOf<{ respondent_id: string; move: string; reason: string | null }>(world, 'review_steps')
    expect(
      steps
        .filter(({ reason }) => reason !== null)
        .map(({ move, reason }) => `${move} ${reason}`)
        .sort(),
    ).toEqual([
      'held>accepted looks_genuine',
      'held>accepted other',
      'held>rejected careless_answers',
      'held>rejected careless_answers',
    ])
  })

  it.each([
    ['nothing', [], [], '', 0, 0],
    ['a tick without a decision', [], ['a 1'], '', 0, 1],
    ['a tick with the common one', [], ['a 1', 'a 1'], 'release other', 1, 0],
    ['a reason of another way', ['a 1 release automated'], [], '', 0, 0],
    ['no reason at all', ['a 1 hold other', 'a x release other', 'a 1 release'], [], '', 0, 0],
  ] as const)('%s', (_name, decisions, ticked, common, count, open) => {
    const read = readBulkDecisions(decisions, ticked, common)
    expect([read.choices.length, read.open]).toEqual([count, open])
  })

  it('a decision of its own wins over the common one', () => {
    const own = { ref: 'a', n: 1, way: 'reject', reason: 'automated' } as const
    expect(readBulkDecisions([choiceOf(own)], ['a 1'], 'release other').choices).toEqual([own])
  })
})

describe('one response', () => {
  it('shows what was answered in the words in which it was asked, beside another, and nothing of money', async () => {
    const { refs, mei } = await heldWorld(2)
    const [one = '', two = ''] = refs
    const html = await (await mei.post(`/admin/reviews/${one}`, { twin: two })).text()
    const text = textOf(html)
    expect(text).toMatch(/[0-9]+ of [0-9]+ answers are the same/)
    // The code by which the flags name a question stands beside it.
    expect(html).toMatch(/<th scope="row" lang="(en|zh-Hans|zh-Hant)">[^<]+ <code class="small">Q01</)
    for (const word of ['oucher', 'Alipay', '20.00']) expect(text).not.toContain(word)
    // What an option was answered with is said in the reader's language, and not marked as of another.
    expect(html).toContain('<td>yes</td>')
    expect((await mei.get('/admin/reviews/0000000000000')).status).toBe(404)
  })

  it('names the pages that a flag is about by their titles', async () => {
    const { world, refs, mei } = await heldWorld(1)
    await world.ports.db.together({
      sql: `insert into response_flags (respondent_id, name, family, points, facts, rules, flagged_at)
select respondent_id, 'page_too_fast', 'automation', 35, '{"pages":["screening","gone"]}', '1', 'now' from responses`,
      values: [],
    })
    const title = world.study.questionnaire.pages.find(({ code }) => code === 'screening')?.title.en ?? ''
    for (const path of ['/admin/reviews', `/admin/reviews/${refs[0]}`]) {
      expect(textOf((await mei.open(path)).html)).toContain(`answered within a second: ${title}, gone`)
    }
  })

  it('shows no answer before it is asked for, and each look is in the audit trail first, a twin of its own', async () => {
    const { world, refs, mei } = await heldWorld(2)
    const [one = '', two = ''] = refs
    const looks = async () =>
      (await rowsOf<{ action: string; subject: string; actor: string }>(world, 'audit_entries')).filter(
        ({ action }) => action === 'answers.viewed',
      )
    const answer = /<td lang="/
    expect((await mei.open(`/admin/reviews/${one}`)).html).not.toMatch(answer)
    expect(await looks()).toEqual([])
    expect(await (await mei.post(`/admin/reviews/${one}`)).text()).toMatch(answer)
    expect(await (await mei.post(`/admin/reviews/${one}`, { twin: 'ccccccccccccc' })).text()).toContain('ccccccccccccc')
    await mei.post(`/admin/reviews/${one}`, { twin: two })
    const rows = await rowsOf<Row>(world, 'responses')
    const idOf = (ref: string) => rows.find(({ export_ref }) => export_ref === ref)?.respondent_id
    // Of one moment, in no order.
    expect((await looks()).map(({ subject }) => subject).sort()).toEqual(
      [idOf(one), idOf(one), idOf(one), idOf(two)].sort(),
    )
    expect((await mei.post('/admin/reviews/0000000000000')).status).toBe(404)
    expect(await looks()).toHaveLength(4)
  })

  it('has the questions of both in order', () => {
    const answer = (name: string, value: number) => ({
      name,
      question: `${name}?`,
      value,
      label: value,
      isTyped: false,
    })
    const lines = sideBySide([answer('a', 1), answer('c', 2)], [answer('a', 1), answer('b', 1), answer('c', 3)])
    expect(lines.map(({ name, isSame }) => `${name} ${isSame}`)).toEqual(['a true', 'b false', 'c false'])
  })
})

describe('a decision', () => {
  it.each([
    ['the list leads back to it', {}, (ref: string) => `/admin/reviews?ref=${ref}&`],
    ['the response’s own page leads back there', { from: 'response' }, (ref: string) => `/admin/reviews/${ref}?`],
  ])('on %s, and what was done is said', async (_name, from, back) => {
    const { refs, mei } = await heldWorld(1)
    const [ref = ''] = refs
    expect((await mei.open(`/admin/reviews/${ref}`)).html).toContain('name="from" value="response"')
    for (const [reason, said, text] of [
      ['', 'reason', 'Choose a reason, then press the button again.'],
      ['automated', 'reject', 'This can be undone for an hour.'],
    ] as const) {
      const posted = await mei.post(`/admin/reviews/${ref}/reject`, { reason, n: '1', ...from })
      expect(posted.headers.get('location')).toBe(`${back(ref)}said=${said}`)
      expect(textOf((await mei.open(`${back(ref)}said=${said}`)).html)).toContain(text)
    }
  })
})

describe('an objection', () => {
  it('is made on the status page, decided by somebody else with an answer, and nothing typed is lost', async () => {
    const { world, students, refs, mei } = await heldWorld(1)
    const [student, ref = ''] = [students[0], refs[0]]
    if (student === undefined) throw new Error('nobody answered')
    const read = async () => textOf((await student.open(status)).html)
    expect(await read()).toContain('decides within 5 working days')
    const voucher = async () => textOf((await student.open('/s/study-abroad/voucher')).html)
    expect(await voucher()).toContain('A person decides within 5 working days.')
    expect(await read()).toContain('you can object here for 14 days')
    await mei.post(`/admin/reviews/${ref}/reject`, { reason: 'automated', n: '1' })
    const early = await student.post(`${status}/objection`, { words: 'I wrote it.' })
    expect(early.status).toBe(422)
    expect(textOf(await early.text())).toContain('I wrote it.')
    expect(await read()).not.toContain('not accepted, so')
    expect(await voucher()).not.toContain('Not accepted')
    world.wait(60)
    expect(await read()).toContain('Why should it be decided otherwise?')
    expect(await voucher()).toContain('If you do not agree, you can object until')
    const empty = await student.post(`${status}/objection`, { words: ' ' })
    expect([empty.status, await rowsOf(world, 'objections')]).toEqual([422, []])
    const askedAgain = await empty.text()
    expect(textOf(askedAgain)).toContain('You have written nothing yet.')
    expect(askedAgain).toContain('name="wordless" value="1"')
    expect((await student.post(`${status}/objection`, { words: 'I wrote it <b>myself</b>.' })).status).toBe(303)
    expect(await read()).toContain('I wrote it &lt;b&gt;myself&lt;/b&gt;.')
    const late = await signedIn(world, 'admin')
    expect(textOf((await late.open('/admin')).html)).toContain('Objections 1')
    expect(textOf((await late.open(`/admin/reviews/${ref}`)).html)).toContain('You rejected this response')
    const own = await late.post(`/admin/reviews/${ref}/uphold`, { reply: 'Yes.', reason_uphold: 'other', n: '3' })
    expect([own.status, textOf(await own.text()).includes('another person decides')]).toEqual([422, true])
    const zoe = await signedIn(world, 'reviewer')
    const silent = await zoe.post(`/admin/reviews/${ref}/dismiss`, { reply: 'Kept.', reason_dismiss: '', n: '3' })
    const missing = await silent.text()
    expect(textOf(missing)).toContain('Kept.')
    // What is wrong is the reason beside the button that was pressed, and where the reader begins.
    expect(missing).toMatch(/<select[^>]* id="reason-dismiss"[^>]* aria-invalid="true" aria-describedby="objection-e"/)
    expect(missing).toMatch(/id="objection-e"[^>]* data-focus/)
    const mute = await zoe.post(`/admin/reviews/${ref}/uphold`, { reply: ' ', reason_uphold: 'other', n: '3' })
    expect(await mute.text()).toMatch(/<option[^>]* value="other" selected/)
    await zoe.post(`/admin/reviews/${ref}/uphold`, { reply: 'You are right.', reason_uphold: 'other', n: '3' })
    expect(await read()).toContain('Their answer to you: You are right.')
    expect(textOf((await student.open('/s/study-abroad/voucher')).html)).toContain('Ready to claim')
  })
})

describe('an objection without words', () => {
  it('is made once it is sent a second time, for nobody needs a reason', async () => {
    const { world, students, refs, mei } = await heldWorld(1)
    const [student, ref = ''] = [students[0], refs[0]]
    // There is nothing to object to yet, so nobody is asked for words about it.
    expect(await (await student?.post(`${status}/objection`, { words: '' }))?.text()).not.toContain('nothing yet')
    await mei.post(`/admin/reviews/${ref}/reject`, { reason: 'automated', n: '1' })
    world.wait(60)
    for (const language of languages) {
      const page = await (await student?.post(`${status}/objection?lang=${language}`, { words: '' }))?.text()
      expect(page).toContain(accountsMessages(language).rights.objection.refused.empty)
    }
    expect((await student?.post(`${status}/objection`, { words: '', wordless: '1' }))?.status).toBe(303)
    expect(await rowsOf(world, 'objections')).toMatchObject([{ texts: '' }])
  })
})

describe('a flag most of whose holds are released', () => {
  it('is report-only once twenty have been decided about, says so, and holds nobody any more', async () => {
    const { world, refs, mei } = await heldWorld(2)
    const [one = '', two = ''] = refs
    const { db } = world.ports
    const [study] = await rowsOf<{ id: string }>(world, 'studies')
    await db.together({
      sql: `insert into response_flags (respondent_id, name, family, points, facts, rules, flagged_at)
select respondent_id, 'twin', 'copy', 40, '{"alike":9,"items":9,"with":["bbbbbbbbbbbbb"]}', '${rulesOf('twin')}', 'now' from responses`,
      values: [],
    })
    expect(leastDecided).toBe(20)
    await mei.post(`/admin/reviews/${one}/release`, { reason: 'other' })
    expect(await rowsOf(world, 'report_only_flags')).toEqual([])
    await db.together(addReportOnly({ studyId: study?.id ?? '', name: 'twin', decided: 20, released: 11, at: 'now' }))
    forgetReportOnly(db)
    const text = textOf((await mei.open(`/admin/reviews/${two}`)).html)
    expect(text).toContain('Agrees with another response in 9 of 9 answers')
    expect(text).toContain('Report only: people released most of what it held')
    expect(text).toContain('The checks name these as much alike: bbbbbbbbbbbbb')
    expect(await findReportOnly(db, study?.id ?? '', world.ports.clock.now())).toEqual(new Set(['twin']))
  })

  it('is counted with every release', async () => {
    const { world, refs, mei } = await heldWorld(1)
    const [ref = ''] = refs
    const [row] = await rowsOf<Row & { study_id: string }>(world, 'responses')
    const flagged = (name: string, rules: string, id = '') => ({
      sql: `insert into response_flags (respondent_id, name, family, points, facts, rules, flagged_at) values (?, '${name}', 'copy', 40, '{}', '${rules}', 'now')`,
      values: [id],
    })
    // What a check found before it was changed says nothing of what it finds now.
    const flags = (id?: string) => [flagged('twin', rulesOf('twin'), id), flagged('speeder', '1', id)]
    await world.ports.db.together(...flags(row?.respondent_id))
    await addVouchers(world, leastDecided - 1, 'issued')
    for (const { respondent_id: id } of await rowsOf<Row>(world, 'responses')) {
      if (id === row?.respondent_id) continue
      await world.ports.db.together(
        ...flags(id),
        startState(reviewMachine, id, { state: 'held', actor: 'service', at: 'now' }),
        addReview({ respondentId: id, pending: 0 }),
        ...transition(reviewMachine, { id, n: 1, state: 'held' }, { state: 'accepted', actor: 'zoe', at: 'now' }),
      )
    }
    await mei.post(`/admin/reviews/${ref}/release`, { reason: 'other' })
    expect(await rowsOf(world, 'report_only_flags')).toMatchObject([{ name: 'twin', decided: 20, released: 20 }])
  })
})

describe('the queue', () => {
  it('is named before anybody starts once it is longer than five working days', async () => {
    const { world } = await heldWorld(1)
    const visitor = new Student(world)
    const landing = async () => textOf((await visitor.open('/s/study-abroad')).html)
    expect(await landing()).not.toContain('reviewed by a person')
    world.wait(14 * 24 * 60)
    expect(await landing()).toContain('At present that takes up to 10 working days.')
  })

  it('counts no days on which nothing waited, and those on which something did', async () => {
    const pageAfter = async (waits: number) => {
      const { world, refs, mei } = await heldWorld(1)
      world.wait(waits * 24 * 60)
      const reviewer = waits === 0 ? mei : await signedIn(world, 'admin')
      await reviewer.post(`/admin/reviews/${refs[0]}/release`, { reason: 'other', n: '1' })
      world.wait((13 - waits) * 24 * 60)
      const { html } = await new Student(world).open('/s/study-abroad')
      return / up to (\d+) working days/.exec(textOf(html))?.[1]
    }
    expect([await pageAfter(0), await pageAfter(1), await pageAfter(10)]).toEqual([undefined, undefined, '9'])
  })

  it('is told by the days that a study has been open for, where they are fewer than two weeks', async () => {
    const { world, refs, mei } = await heldWorld(3, { opensAt: '2026-11-23T00:00:00.000Z' })
    const visitor = new Student(world)
    const landing = async () => textOf((await visitor.open('/s/study-abroad')).html)
    await mei.post(`/admin/reviews/${refs[0]}/release`, { reason: 'other', n: '1' })
    world.wait(24 * 60)
    expect(await landing()).not.toContain('At present that takes')
  })

  it('does not move what was promised to whoever is held, on the status page, the voucher and the desk', async () => {
    const { world, students, refs, mei } = await heldWorld(1)
    const pageTexts = async (student: Student | undefined, ref: string, staff: Student) => {
      const pages = [await student?.open(status), await student?.open('/s/study-abroad/voucher')]
      const desk = textOf((await staff.open('/admin/reviews')).html)
      return [
        ...pages.map((page) => / by (\d+ \w+ 2026)/.exec(textOf(page?.html ?? ''))?.[1]),
        new RegExp(`${ref}.*?due by (\\d+ \\w+ 2026)`).exec(desk)?.[1],
      ]
    }
    const first = await pageTexts(students[0], refs[0] ?? '', mei)
    expect(first).toEqual(Array(3).fill('30 November 2026'))
    // Two weeks later nobody has decided, so that whoever is held then waits longer; it is told the same ever after.
    world.wait(14 * 24 * 60)
    const { student, last } = await ready(world, { seed: 2 })
    await send(student, 'last', last)
    const rows = await rowsOf<Row>(world, 'responses')
    const ref = rows.find((row) => row.respondent_id === student.respondentId)?.export_ref ?? ''
    const later = await pageTexts(student, ref, await signedIn(world, 'admin'))
    expect(new Set(later).size).toBe(1)
    expect(textOf((await student.open(status)).html)).toContain('decides within 10 working days')
    world.wait(7 * 24 * 60)
    const zoe = await signedIn(world, 'admin', 'Zoe')
    expect(await pageTexts(students[0], refs[0] ?? '', zoe)).toEqual(first)
    await zoe.post(`/admin/reviews/${refs[0]}/release`, { reason: 'other', n: '1' })
    world.wait(10)
    expect(await pageTexts(student, ref, zoe)).toEqual(later)
  })
})
