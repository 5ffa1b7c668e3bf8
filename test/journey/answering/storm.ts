/** A storm: students of a seed who begin, save, leave, come back and finish, while time passes and leases are swept. */
import { sweep } from '../../../src/app/app.ts'
import type { Posted } from '../../../src/platform/http/form.ts'
import { begun, fillUpTo, screening, send } from '../../support/begun.ts'
import { picker, type Student } from '../../support/student.ts'
import type { World } from '../../support/world.ts'

interface Person {
  student: Student
  last: Posted | null
}

const places = [1, 2, 3, 9]

/** Does `doings` things chosen by the seed, several at once; each is what some request could do at any time. */
export async function storm(world: World, seed: number, doings: number): Promise<void> {
  const pick = picker(seed)
  const people: Person[] = []
  let running: Promise<unknown>[] = []
  for (let n = 0; n < doings; n++) {
    running.push(doSomething(world, people, pick, seed * 1_000 + n))
    if (pick(4) > 0) continue
    await Promise.all(running)
    running = []
    if (pick(3) === 0) world.wait(pick(40))
  }
  await Promise.all(running)
}

function doSomething(world: World, people: Person[], pick: (n: number) => number, seed: number): Promise<unknown> {
  const known = people.length === 0 ? undefined : people[pick(people.length)]
  const place = places[pick(places.length)] ?? 1
  const what = pick(12)
  if (known === undefined || what < 3) return arrive(world, people, pick(3) === 0 ? 2 : 1, seed)
  const { student } = known
  switch (what) {
    case 3:
      return sweep(world.ports)
    case 4:
      return send(student, 'screening', screening(place, pick(8) === 0 ? 5 : 3), pick(6))
    case 5:
      return student.post('/s/study-abroad/p/screening', {
        ...screening(place),
        revision: [String(pick(6))],
        draft: ['1'],
      })
    case 6:
      return pick(6) === 0 ? student.post('/s/study-abroad/reward') : student.open('/s/study-abroad/go')
    case 7:
      return pick(10) === 0 ? send(student, 'start', { Q01: ['1'] }, 1) : student.open('/s/study-abroad/p/screening')
    case 8:
      return send(student, 'places', { Q05: [String(1 + pick(8))] }, pick(6))
    default:
      return finish(known)
  }
}

async function arrive(world: World, people: Person[], place: number, seed: number): Promise<void> {
  const address = `198.51.${seed % 3}.9`
  people.push({ student: await begun(world, { seed, place, address }), last: null })
}

/** Answers what is missing; whoever did already sends the last page again. */
async function finish(person: Person): Promise<void> {
  try {
    person.last ??= await fillUpTo(person.student, 'last', { Q30: 2001 })
  } catch {
    // The response has ended, or somebody saved in between: both are for the books to survive.
    return
  }
  await Promise.all([send(person.student.tab(), 'last', person.last), send(person.student, 'last', person.last)])
}
