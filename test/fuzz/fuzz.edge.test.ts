/** The same inside workerd, where other code reads addresses, headers and bodies. */
import { expect, it } from 'vitest'
import { roles } from '../../schema/staff-tables.ts'
import { createApp } from '../../src/app/app.ts'
import { openEdge } from '../edge/edge.ts'
import { signedIn } from '../staff/accounts/member.ts'
import { closeAfterwards } from '../support/run/closing.ts'
import { isWhole } from '../support/run/whole.ts'
import { Student } from '../support/student.ts'
import { fuzz, targetsOf } from './fuzz.ts'
import { requestsOf } from './requests.ts'
import { expectUnharmed } from './unharmed.ts'

it('inside workerd no request, however odd, meets a 5xx, hangs or leaves memory behind', async () => {
  const edge = closeAfterwards(await openEdge())
  const holder = new Student(edge)
  await holder.complete()
  const readers: [string, Student][] = [
    ['nobody', new Student(edge)],
    ['a holder', holder],
  ]
  for (const role of roles) readers.push([role, await signedIn(edge, role)])
  const known: Record<string, string> = {
    study: 'study-abroad',
    slug: 'study-abroad',
    page: 'last',
    year: '2026',
    how: 'elsewhere',
  }
  const addressOf = (path: string) => path.replace(/:(\w+)\??/g, (_, name: string) => known[name] ?? `${name}_1`)
  const { routes } = createApp(() => edge.ports)
  const given = { targets: targetsOf(routes, addressOf), readers, origin: edge.ports.settings.origin }
  expect(given.targets.length).toBeGreaterThan(90)
  expectUnharmed(
    await fuzz(given, requestsOf(isWhole ? 300 : 120), () => {
      const failed = edge.lines.find((line) => line.includes('"failure"'))
      edge.lines.length = 0
      return failed
    }),
  )
})
