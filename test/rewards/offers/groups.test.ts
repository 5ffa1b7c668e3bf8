import { describe, expect, it } from 'vitest'
import { groupsOf } from '../../../src/rewards/offers/groups.ts'

/** `1:3 2:1` are three that ended on the first day of May and one on the second; one of `1:3!` is held. */
const of = (text: string, offerId: string | null = 'offer') =>
  text.split(' ').map((part) => {
    const [day = '', count = ''] = part.split(':')
    return {
      studyId: 'study',
      offerId,
      day: `2026-05-${day.padStart(2, '0')}`,
      count: Number.parseInt(count, 10),
      held: count.endsWith('!') ? 1 : 0,
    }
  })
const days = (groups: ReturnType<typeof groupsOf>) =>
  groups.map(({ from, to }) => `${Number(from.slice(8))}-${Number(to.slice(8))}`).join(' ')

describe('ended responses are shown', () => {
  it.each([
    ['by day where five of an offer end on it', '1:5 2:9', '1-1 2-2'],
    ['with those of the next days until there are five', '1:2 2:2 3:1 4:5', '1-3 4-4'],
    ['never fewer than five within a week', '1:4', ''],
    ['never fewer than five on its last day', '1:2 7:2', ''],
    ['after a week, together with the next', '1:2 8:1', '1-8'],
    ['after a week, with the next that comes, however late', '1:1 5:1 20:1', '1-20'],
    ['never alone, however long they wait', '1:1', ''],
    ['anew after a group that the week made', '1:2 8:1 9:4 10:1', '1-8 9-10'],
    ['alone after three days where a person has to decide about it', '1:1!', '1-1', '05'],
    ['not before', '1:1!', '', '04'],
    ['with those of the days between', '1:1 2:2! 3:1', '1-3', '05'],
    ['of another group not because of one that was shown', '1:5! 2:1', '1-1', '20'],
  ])('%s', (_, waiting, expected, today = '31') => {
    expect(days(groupsOf(of(waiting), 5, `2026-05-${today}`))).toBe(expected)
  })

  it('by offer, and without waiting where no voucher came of them', () => {
    const waiting = [...of('1:4', 'one'), ...of('1:4', 'other'), ...of('1:1', null), ...of('2:1', 'one')]
    expect(
      groupsOf(waiting, 5, '2026-05-31').map(({ offerId, from, to }) => [offerId, from.slice(8), to.slice(8)]),
    ).toEqual([
      [null, '01', '01'],
      ['one', '01', '02'],
    ])
  })
})
