/** A database whose study was opened with other texts: a changed text is a new version, the old one stays as it was. */
import { expect, it } from 'vitest'
import type { Questionnaire } from '../../../schema/questionnaire.ts'
import { studyAbroad } from '../../../schema/study-abroad/index.ts'
import { openFirstStudy } from '../../../src/journey/setup/first-study.ts'
import { openStudy } from '../../../src/journey/setup/open-study.ts'
import { studyAbroadStudy } from '../../../src/journey/setup/study-abroad.ts'
import { findStudyWithOffers } from '../../../src/journey/study.ts'
import { versionOf } from '../../../src/platform/crypto/version.ts'
import { signedIn } from '../../staff/accounts/member.ts'
import { at, begun, textOf } from '../../support/begun.ts'
import { another, fresh } from '../../support/databases/fresh.ts'
import { records } from '../../support/parse-csv.ts'
import { Student } from '../../support/student.ts'

/** The questionnaire as it was before the scale of importance got its present words. */
function older(): Questionnaire {
  const questionnaire = structuredClone(studyAbroad)
  for (const [position, en] of ['Very low', 'Low', 'Medium', 'High', 'Very high'].entries()) {
    const degree = questionnaire.sets.likert5?.[position]
    if (degree === undefined) throw new Error('the scale has five degrees')
    degree.label = { ...degree.label, en }
  }
  return questionnaire
}
const before: Parameters<typeof fresh>[0] = { study: (study) => ({ ...study, questionnaire: older() }) }

it('an older version goes on being asked, answered and exported in its own words', async () => {
  const world = await fresh(before)
  const student = await begun(world, { stopBefore: 'factors' })
  const asked = textOf((await student.open(at('factors'))).html)
  expect(asked).toContain('Very low')
  expect(asked).not.toContain('Not at all important')

  expect((await student.answer({ fixed: { Q30: 2001 } })).path).toBe('/s/study-abroad/voucher')

  const admin = await signedIn(world, 'admin')
  const [row] = records(await (await admin.post('/admin/studies/study-abroad/responses.csv?labels=en')).text())
  expect(Object.values(row ?? {})).toContain(versionOf(older()))
  expect(
    Object.values(row ?? {}).some((cell) => ['Very low', 'Low', 'Medium', 'High', 'Very high'].includes(cell)),
  ).toBe(true)
  expect(JSON.stringify(row)).not.toContain('Very important')
})

it('setting up again leaves the study and its version as they are', async () => {
  const world = await fresh(before)
  expect(await openFirstStudy(world.ports)).toBe(false)
  expect((await openStudy(world.ports, studyAbroadStudy(world.ports.clock.now()))).done).toBe(false)
  const study = await findStudyWithOffers(world.ports.db, 'study-abroad', world.ports.clock.now())
  expect(study?.version).toBe(versionOf(older()))
  expect(study?.questionnaire).toEqual(older())
})

it('a study opened later asks the present version beside it', async () => {
  const world = await fresh(before)
  expect((await openStudy(world.ports, another('second'))).done).toBe(true)
  const study = await findStudyWithOffers(world.ports.db, 'second', world.ports.clock.now())
  expect(study?.version).toBe(versionOf(studyAbroad))
  expect(study?.version).not.toBe(world.study.version)
  const { html } = await new Student(world).open('/s/study-abroad')
  expect(html).toContain(studyAbroad.title.en)
})
