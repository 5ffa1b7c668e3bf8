/** How each kind of farm goes about it. */
import type { Language } from '../../../schema/questionnaire.ts'
import type { Filled } from '../browser.ts'
import { type Draws, drawsOf } from '../draws.ts'
import type { Form } from '../form.ts'
import { type Care, fillIn } from '../honest/fill.ts'
import { mannerOf } from '../honest/groups.ts'
import { timeFor } from '../honest/pace.ts'
import { type School, storyOf } from '../honest/story.ts'
import { proxyAddress, usualAddress } from '../networks.ts'
import { fillBy, level, like, weights } from './answers.ts'
import type { Plan } from './farm.ts'
import type { Kind } from './kinds.ts'
import { modelText } from './model-texts.ts'

export interface Member {
  /** Whose farm it is, by name, and which of its members, from 0. */
  farm: string
  n: number
  draws: Draws
  school: School
  year: number
}

/** How many one farm of the kind has, and how long after one the next comes, in milliseconds. */
export const sizes: Record<Kind, { members: number; gapMs: number }> = {
  'instant script': { members: 50, gapMs: 1_500 },
  'script that skips pages': { members: 50, gapMs: 2_000 },
  'straight-liners': { members: 30, gapMs: 240_000 },
  'random weights': { members: 60, gapMs: 150_000 },
  'proxies in one /24': { members: 60, gapMs: 120_000 },
  'human-speed replay': { members: 40, gapMs: 400_000 },
  'AI, one call a page': { members: 30, gapMs: 300_000 },
  'AI at human pace': { members: 30, gapMs: 900_000 },
  twins: { members: 15, gapMs: 420_000 },
  'mutual fill': { members: 60, gapMs: 1_700_000 },
}

const second = 1000
/** Pages that a program spreads its time over. */
const pages = 11
/** What is typed by a program whose owner gave it a list. */
const lists = [
  [],
  ['无', '没有', '希望流程更简单', '排队时间有点长', '都还可以', '希望多开通道'],
  ['好', '一般', '还行'],
]

export const planOf: Record<Kind, (member: Member) => Plan> = {
  'instant script': ({ farm, draws }) => ({
    language: 'zh-Hans',
    address: proxyAddress(drawsOf(farm)),
    draws,
    fill: (form) => fillBy(form, level(3), draws),
    time: () => 30,
  }),
  'script that skips pages': ({ farm, draws }) => ({
    language: 'zh-Hans',
    address: proxyAddress(drawsOf(farm)),
    draws,
    fill: (form) => fillBy(form, level(4), draws),
    time: () => 80,
  }),
  'straight-liners': ({ draws }) => {
    const at = draws.weighted([
      [3, 3],
      [4, 4],
      [5, 3],
    ])
    return {
      language: 'zh-Hans',
      address: usualAddress(draws),
      draws,
      fill: (form) => fillBy(form, level(at), draws),
      // A tap for each thing and no reading.
      time: (form) => 1000 * (0.8 + form.fields.length * draws.lognormal(0.45, 0.25)),
    }
  },
  'random weights': (member) => byWeights(member, proxyAddress(member.draws)),
  'proxies in one /24': (member) => {
    const [a, b, c] = proxyAddress(drawsOf(member.farm)).split('.')
    return byWeights(member, `${a}.${b}.${c}.${1 + ((member.n * 3) % 250)}`)
  },
  'human-speed replay': (member) => {
    const { draws, farm } = member
    const original = drawsOf(`${farm} original`)
    const before = recordingOf(member, original)
    const otherwise = weights(farm, [])
    return {
      language: 'zh-Hans',
      address: proxyAddress(draws),
      draws,
      fill: (form) => fillBy(form, like(before(form), 0.12, otherwise), draws),
      time: (form, filled) =>
        timeFor(form, filled, { slowness: 1, typing: 1.5, distraction: 0 }, drawsOf(`${farm} ${form.page}`)) *
        draws.lognormal(1, 0.15),
    }
  },
  'AI, one call a page': (member) => played(member, () => member.draws.lognormal(7 * second, 0.35)),
  'AI at human pace': (member) => {
    const { pace } = mannerOf('Simplified Chinese', 'zh-Hans', member.draws)
    return played(member, (form, filled) => timeFor(form, filled, pace, member.draws))
  },
  twins: (member) => {
    const { draws, farm, n } = member
    const original = drawsOf(`${farm} original`)
    const before = recordingOf(member, original)
    // It goes faster each time.
    const slowness = Math.max(0.3, 0.9 * 0.93 ** n)
    return {
      language: 'zh-Hans',
      address: usualAddress(draws),
      draws,
      fill: (form) => fillBy(form, like(before(form), 0.03, level(4)), draws),
      time: (form, filled) => timeFor(form, filled, { slowness, typing: 6, distraction: 0.01 }, draws),
    }
  },
  'mutual fill': ({ draws, school, year }) => {
    const story = { ...storyOf(draws, 'zh-Hans', school, year), levelling: draws.happens(0.3) ? 0.6 : 0.1 }
    const care: Care = { attentive: 0.75, slips: 0.03, writes: 0.12, agrees: 0.4 }
    const pace = { slowness: draws.lognormal(0.5, 0.25), typing: 1.8, distraction: 0.03 }
    return {
      language: 'zh-Hans',
      address: usualAddress(draws),
      draws,
      fill: (form) => fillIn(form, story, care, draws),
      time: (form, filled) => timeFor(form, filled, pace, draws),
    }
  },
}

/** Sixty to 120 seconds in all, as such programs are set. */
function byWeights({ farm, draws }: Member, address: string): Plan {
  const texts = lists[drawsOf(`${farm} texts`).pick(lists.length)] ?? []
  const choose = weights(farm, texts)
  const each = ((60 + draws.pick(61)) * second) / pages
  return {
    language: 'zh-Hans',
    address,
    draws,
    fill: (form) => fillBy(form, choose, draws),
    time: () => each * (0.7 + 0.6 * draws.share()),
  }
}

/** What an honest person once answered, page by page. */
function recordingOf({ farm, school, year }: Member, original: Draws): (form: Form) => Filled {
  const story = storyOf(original, 'zh-Hans', school, year)
  return (form) =>
    fillIn(form, story, { attentive: 1, slips: 0, writes: 1, agrees: 0 }, drawsOf(`${farm} ${form.page}`))
}

/** A model plays somebody: all of it fits together, nothing is overlooked, and every text is written. */
function played({ draws, school, year }: Member, time: Plan['time']): Plan {
  const language: Language = draws.weighted([
    ['zh-Hans', 7],
    ['en', 3],
  ])
  const story = {
    ...storyOf(draws, language, school, year),
    vigour: 0.8,
    mood: 0.3 + draws.normal() * 0.2,
    levelling: 0,
  }
  return {
    language,
    address: proxyAddress(draws),
    draws,
    time,
    fill(form) {
      const filled = fillIn(form, story, { attentive: 0.998, slips: 0, writes: 0, agrees: 0 }, draws)
      for (const { name, kind } of form.fields) if (kind === 'textarea') filled[name] = [modelText(language, draws)]
      return filled
    },
  }
}
