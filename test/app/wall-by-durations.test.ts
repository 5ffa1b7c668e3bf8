/**
 * The wall between answers and payees by how long people took. Finance sees when a reward is set aside and when it becomes a
 * voucher, so of each voucher how long its holder took is taken to be known to the second. The desk of answers sees flags of
 * pace, and files of times on pages. Two who put both together are right about one in five at the most.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chanceOf } from '../../simulation/chance.ts'
import { sweep } from '../../src/app/sweep.ts'
import { signedIn } from '../staff/accounts/member.ts'
import { textOf } from '../support/begun.ts'
import { addVouchers, made } from '../support/export-rows.ts'
import { records } from '../support/parse-csv.ts'
import type { Student } from '../support/student.ts'
import { type World, world } from '../support/world.ts'
import { exportOf } from './collected.ts'

const smallest = 5
const chance = chanceOf('the wall by durations')
const days = 14

/** Three ways through the questionnaire: what tells who went it, and which pages were seen. Few go the last. */
const ways: { Q02: number; pages: string[] }[] = [
  { Q02: 2, pages: ['start', 'screening'] },
  { Q02: 3, pages: ['start', 'screening', 'documents'] },
  { Q02: 4, pages: ['start', 'screening', 'border'] },
]

/** A person as nobody sees them whole: `seconds` is what finance has found out about their voucher. */
interface Person {
  ref: string
  day: string
  seconds: number
}

interface Guess {
  /** Among these the response of the voucher must be. */
  among: string[]
  ref: string
}

let here: World
let admin: Student
let people: Person[]
let responses: Record<string, string>[]

/** Most take minutes, some hours; one in five is far too fast, and one in seven takes the way of few. */
async function play(of: World): Promise<void> {
  for (let day = 0; day < days; day += 1) {
    for (let n = 6 + chance.pick(4); n > 0; n -= 1) {
      const way = ways[chance.percent(14) ? 2 : chance.pick(2)]
      if (way === undefined) throw new Error('no way')
      const isFast = chance.percent(20)
      const seconds = isFast ? 60 + chance.pick(60) : 300 * (1 + chance.pick(6)) ** 2 + chance.pick(200)
      await addVouchers(of, 1, 'issued', { answers: { Q01: 4, Q02: way.Q02, Q04: 1 } })
      await noteTimes(of, way.pages, seconds, isFast)
      of.wait(10)
    }
    of.wait(23 * 60)
    await sweep(of.ports)
  }
}

/** What whoever has none yet took, a part of it on each of their pages, as the server would have noted it. */
async function noteTimes({ ports, study }: World, seen: readonly string[], seconds: number, isFast: boolean) {
  const [row] = await ports.db.read<{ id: string; at: string }>({
    sql: 'select respondent_id as "id", ended_at as "at" from responses where paradata = 0',
    values: [],
  })
  if (row === undefined) throw new Error('nobody is without')
  const each = Math.floor((seconds * 1_000) / seen.length)
  const visits = seen.map((page) => [page, { ms: each, at: 0, base: 0, done: 1, again: 0, n: 1 }])
  const startedAt = new Date(Date.parse(row.at) - seconds * 1_000).toISOString()
  await made(ports.db, [
    {
      sql: 'update responses set paradata = 1, started_at = ?, active_ms = ? where respondent_id = ?',
      values: [startedAt, seconds * 1_000, row.id],
    },
    {
      sql: `insert into response_paradata (respondent_id, study_id, questionnaire_version, route, language, pages, network,
  ended_at, looked_at) values (?, ?, ?, ?, 'en', ?, null, ?, 'done')`,
      values: [row.id, study.id, study.version, seen.join(' '), JSON.stringify(Object.fromEntries(visits)), row.at],
    },
    ...(isFast
      ? [
          {
            sql: `insert into response_flags (respondent_id, name, family, points, facts, rules, flagged_at)
values (?, 'speeder', 'pace', 35, ?, '1', ?)`,
            values: [row.id, JSON.stringify({ ms: seconds * 1_000, usual: 600_000 }), row.at],
          },
        ]
      : []),
  ])
}

beforeAll(async () => {
  here = await world({ smallestGroup: smallest })
  await play(here)
  admin = await signedIn(here, 'admin')
  responses = records(await exportOf(admin, 'csv'))
  const rows = await here.ports.db.read<{ ref: string; ms: number }>({
    sql: 'select export_ref as "ref", active_ms as "ms" from responses',
    values: [],
  })
  const dayOf = new Map(responses.map(({ response = '', day = '' }) => [response, day]))
  people = rows.flatMap(({ ref, ms }) => {
    const day = dayOf.get(ref)
    return day === undefined ? [] : [{ ref, day, seconds: ms / 1_000 }]
  })
})
afterAll(() => here.close())

/** So many are right by chance at the most, but for one run in a thousand. */
const mostByChance = (count: number) => count / smallest + 3 * Math.sqrt((count / smallest) * (1 - 1 / smallest))

function judge(guesses: readonly Guess[]): { made: number; right: number } {
  const some = guesses.filter(({ among }) => among.length > 0)
  return { made: some.length, right: some.filter(({ among, ref }) => among[chance.pick(among.length)] === ref).length }
}

const refsOn = (day: string) => responses.filter((row) => row.day === day).map(({ response = '' }) => response)
const pagesOf = (row: Record<string, string>) =>
  Object.keys(row).filter((name) => !['version', 'day', 'told', 'other_pages'].includes(name) && row[name] !== '')
const secondsIn = (row: Record<string, string>) => pagesOf(row).reduce((sum, page) => sum + Number(row[page]), 0)
const sameList = (one: readonly string[], other: readonly string[]) =>
  one.length === other.length && one.every((page) => other.includes(page))
/** The row of times that is nearest to what a voucher's holder took. */
const nearest = (rows: readonly Record<string, string>[], { seconds, day }: Person) =>
  rows
    .filter((row) => row.day === day)
    .sort((a, b) => Math.abs(secondsIn(a) - seconds) - Math.abs(secondsIn(b) - seconds))[0]

/** Each way to find the response of a voucher whose duration and days are known. */
const findings: Record<string, () => Promise<Guess[]> | Guess[]> = {
  // By whatever column of a file of answers says how long somebody took: the nearest of the same days.
  'a column of a file': () =>
    people.map((person) => {
      const some = responses.filter((row) => row.day === person.day)
      const off = (row: Record<string, string>) => Math.abs(Number(row.minutes ?? 0) * 60 - person.seconds)
      const least = Math.min(...some.map(off))
      return { ref: person.ref, among: some.filter((row) => off(row) === least).map(({ response = '' }) => response) }
    }),
  // The row of times that is as long, then whoever went the way whose pages it has.
  'times on pages': async () => {
    const rows = records(await exportOf(admin, 'paradata'))
    return people.map((person) => {
      const row = nearest(rows, person)
      const pages = row === undefined ? [] : pagesOf(row)
      const went = ways.filter((way) =>
        row?.told === 'shared' ? pages.every((page) => way.pages.includes(page)) : sameList(pages, way.pages),
      )
      const among = responses.filter((one) => one.day === person.day && went.some(({ Q02 }) => one.Q02 === String(Q02)))
      return { ref: person.ref, among: among.map(({ response = '' }) => response) }
    })
  },
  // A filter that only the way of few meets, and the times of whoever is in it.
  'times on pages under a filter': async () => {
    const rows = records(await exportOf(admin, 'paradata', 'is.Q02=4'))
    const few = new Set(responses.filter(({ Q02 }) => Q02 === '4').map(({ response }) => response))
    return people.flatMap((person) => {
      const row = nearest(rows, person)
      if (row === undefined || Math.abs(secondsIn(row) - person.seconds) > 5) return []
      return [{ ref: person.ref, among: refsOn(person.day).filter((ref) => few.has(ref)) }]
    })
  },
  'a filter by seconds in the address': async () => {
    const guesses: Guess[] = []
    for (const person of people.slice(0, 12)) {
      const range = `from._active=${person.seconds - 1}&to._active=${person.seconds + 1}`
      const found = records(await exportOf(admin, 'csv', range)).map(({ response = '' }) => response)
      guesses.push({ ref: person.ref, among: found.filter((ref) => refsOn(person.day).includes(ref)) })
    }
    return guesses
  },
  'a filter by pace': async () => {
    const fast = records(await exportOf(admin, 'csv', 'is._flags=pace')).map(({ response = '' }) => response)
    return fastest((day) => refsOn(day).filter((ref) => fast.includes(ref)))
  },
  'no flag at all': async () => {
    const none = records(await exportOf(admin, 'csv', 'is._flags=none')).map(({ response = '' }) => response)
    return fastest((day) => refsOn(day).filter((ref) => !none.includes(ref)))
  },
  'the file of flags': async () => {
    const rows = records(await exportOf(admin, 'flags'))
    return fastest((day) => refsOn(day).filter((ref) => rows.some(({ response }) => response === ref)))
  },
  'the page of a response that nobody holds': async () => {
    const pageTexts = new Map<string, string>()
    for (const { response = '' } of responses.slice(0, 25)) {
      pageTexts.set(response, textOf((await admin.open(`/admin/reviews/${response}`)).html))
    }
    return people.map((person) => {
      const minutes = Math.round(person.seconds / 60)
      const own = new RegExp(`\\b(${minutes} min|${person.seconds} s)`)
      return { ref: person.ref, among: refsOn(person.day).filter((ref) => own.test(pageTexts.get(ref) ?? '')) }
    })
  },
}

/** The vouchers whose holders were far faster than others, with the responses that are said to have been. */
function fastest(flagged: (day: string) => string[]): Guess[] {
  return people.filter(({ seconds }) => seconds < 200).map(({ ref, day }) => ({ ref, among: flagged(day) }))
}

describe('two who know how long the holder of each voucher took', () => {
  it('know it of most, and of nobody alone', () => {
    expect(people.length).toBeGreaterThan(60)
    expect(new Set(people.map(({ seconds }) => seconds)).size).toBeGreaterThan(50)
    expect(Math.min(...people.map(({ day }) => refsOn(day).length))).toBeGreaterThanOrEqual(smallest)
    expect(people.filter(({ seconds }) => seconds < 200).length).toBeGreaterThan(4)
  })

  it.each(Object.keys(findings))('find no response by %s more often than chance', async (way) => {
    const { made: count, right } = judge((await findings[way]?.()) ?? [])
    expect(right, `${right} of ${count}`).toBeLessThanOrEqual(mostByChance(count))
  })

  it('find whoever they look for, where times stand beside answers', () => {
    // The same way, tried on what no file says any more: it can find.
    const published = people.map(({ ref, day, seconds }) => ({ ref, day, minutes: Math.floor(seconds / 300) * 5 }))
    const guesses = people.map(({ ref, day, seconds }) => ({
      ref,
      among: published
        .filter((one) => one.day === day && one.minutes === Math.floor(seconds / 300) * 5)
        .map((one) => one.ref),
    }))
    const { made: count, right } = judge(guesses)
    expect(right).toBeGreaterThan(mostByChance(count))
  })
})
