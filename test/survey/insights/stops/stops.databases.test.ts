/** Where people stopped is counted once nobody has come back for a week, whoever they were. */
import { expect, it } from 'vitest'
import { openStudy } from '../../../../src/journey/setup/open-study.ts'
import { sweepStops } from '../../../../src/survey/insights/stops/count-stops.ts'
import { quietDays, stopOf } from '../../../../src/survey/insights/stops/stop.ts'
import { eraseAnswers } from '../../../../src/survey/responses/withdraw.ts'
import { forEachDatabase } from '../../../support/databases/databases.ts'
import { another, rowsOf } from '../../../support/databases/fresh.ts'
import { Student } from '../../../support/student.ts'
import { type World, world } from '../../../support/world.ts'
import { ask, given, option, page, small, text } from '../../questionnaire/small.ts'

const aDay = 24 * 60

const questionnaire = small([
  page('one', [
    ask('Q1', 'single', { options: [option(1), option(2)] }),
    ask('N', 'note', {}),
    ask('Q2', 'nps', { low: text('low'), high: text('high') }),
  ]),
  page('two', [
    ask('Q3', 'nps', { low: text('low'), high: text('high'), optional: true }),
    ask('Q4', 'nps', { low: text('low'), high: text('high') }),
  ]),
])

const stopsIn = async (here: World) =>
  (await rowsOf<{ page: string; question: string; stopped: number }>(here, 'study_stops'))
    .map(({ page, question, stopped }) => `${page} ${question} ${stopped}`)
    .sort()

forEachDatabase((_, open, once) => {
  once('is the first page that lacks something, and the question behind the last answer on it', () => {
    const stopped = (answers: Record<string, number>) => {
      const { page, question } = stopOf(questionnaire, answers, given())
      return `${page} ${question}`
    }
    expect(stopped({})).toBe('one Q1')
    expect(stopped({ Q1: 1 })).toBe('one Q2')
    expect(stopped({ Q1: 1, Q2: 3 })).toBe('two Q3')
    expect(stopped({ Q1: 1, Q2: 3, Q3: 3 })).toBe('two Q4')
    expect(stopped({ Q1: 1, Q2: 3, Q4: 3 })).toBe('two ')
    expect(stopped({ Q1: 1, Q2: 3, Q3: 3, Q4: 3 })).toBe('~review ')
  })

  once('is told before a draft is erased, and after a week at the latest', () => {
    expect([null, 30, 8, 5, 1].map((drafts) => quietDays({ drafts }))).toEqual([7, 7, 7, 4, 1])
  })

  once('is counted of the other studies where one fails, and of no more at once than a database answers', async () => {
    const here = await world({ open })
    try {
      await openStudy(here.ports, another('second'), { state: 'ready' })
      for (let n = 0; n < 3; n += 1) await new Student(here).start()
      here.wait(9 * aDay)
      const { db } = here.ports
      const asked: number[] = []
      const read: typeof db.read = async (query) => {
        if (query.sql.includes('stops_counted') && query.values[0] !== here.study.id) throw new Error('unreadable')
        if (query.sql.includes(`state = 'in_progress' and study_id`)) asked.push(Number(query.sql.split('limit ')[1]))
        return db.read(query)
      }
      await expect(sweepStops({ ...here.ports, db: { ...db, read, mostStatements: 1_000 } })).rejects.toThrow(
        'unreadable',
      )
      expect((await stopsIn(here)).map((line) => line.split(' ')[2])).toEqual(['3'])
      expect(Math.max(...asked)).toBeLessThanOrEqual(50)
    } finally {
      await here.close()
    }
  })

  it('is counted once by two sweeps at once, and stays when somebody goes on, is erased or stops again', async () => {
    const here = await world({ open })
    try {
      const [one, two] = [new Student(here), new Student(here)]
      for (const student of [one, two]) await student.start()
      await one.answer({ stopBefore: 'money' })
      here.wait(7 * aDay - 60)
      await sweepStops(here.ports)
      expect(await stopsIn(here)).toEqual([])
      here.wait(aDay)
      await Promise.all([sweepStops(here.ports), sweepStops(here.ports)])
      const counted = await stopsIn(here)
      expect(counted).toHaveLength(2)
      expect(counted.every((line) => line.endsWith(' 1'))).toBe(true)
      expect(counted.some((line) => line.startsWith('money '))).toBe(true)
      await sweepStops(here.ports)
      expect(await stopsIn(here)).toEqual(counted)
      await one.answer()
      await here.ports.db.together(...eraseAnswers(two.respondentId))
      expect(await stopsIn(here)).toEqual(counted)
      here.wait(9 * aDay)
      await sweepStops(here.ports)
      const total = (await stopsIn(here)).reduce((sum, line) => sum + Number(line.split(' ')[2]), 0)
      expect(total).toBe(2)
      const rows = JSON.stringify(await rowsOf(here, 'study_stops'))
      for (const student of [one, two]) expect(rows).not.toContain(student.respondentId)
    } finally {
      await here.close()
    }
  })
})
