/** Who comes to a study, and when: honest people of each group over some days, and farms among them. */
import { visits } from '../../demo/visits.ts'
import { type Draws, drawsOf } from './draws.ts'
import { blindly, through } from './farms/farm.ts'
import { type Kind, kinds } from './farms/kinds.ts'
import { planOf, sizes } from './farms/plans.ts'
import { type Group, groups, languageIn, mannerOf } from './honest/groups.ts'
import { honestPerson } from './honest/person.ts'
import { type School, schoolsOf, storyOf } from './honest/story.ts'
import { campusAddress, usualAddress } from './networks.ts'
import type { Course, Scheduler } from './scheduler.ts'
import type { Service } from './service.ts'

export interface Crowd {
  /** How many honest people come, the careless not counted. */
  people: number
  /** How many of each kind of farm. */
  farmed: number
  /** Over how many days they come. */
  days: number
}

/** Somebody who came to an end. */
export interface EndedPerson {
  who: Group | Kind
  respondentId: string
}

const hour = 3_600_000

/** How the honest share out, in hundredths; the careless come on top of them. */
const shares: Record<Group, number> = {
  English: 12,
  'Simplified Chinese': 20,
  'Traditional Chinese': 12,
  hurried: 12,
  'repeat visitors': 8,
  'a campus within an hour': 10,
  'shared networks': 8,
  'no scripts': 6,
  'assistive technology': 5,
  'offline and restored': 7,
  careless: 11,
}
const schools = 80
/** How many of one campus come within an hour. */
const class_ = 60

/** Everybody who comes, each added to the scheduler. @param from milliseconds since 1970 */
export function addCrowd(
  scheduler: Scheduler,
  service: Service,
  seed: string,
  from: number,
  { people, farmed, days }: Crowd,
  ended: (came: EndedPerson) => void,
): number {
  const draws = drawsOf(`${seed} crowd`)
  const schoolFor = schoolsOf(drawsOf(`${seed} schools`), schools)
  const year = new Date(from).getUTCFullYear()
  const timeAt = visits(from, from + days * 24 * hour)
  let count = 0
  for (const group of groups) {
    const size = Math.round((people * shares[group]) / 100)
    for (let n = 0; n < size; n++) {
      const own = drawsOf(`${seed} ${group} ${n}`)
      const isClass = group === 'a campus within an hour'
      const together = drawsOf(`${seed} class ${Math.floor(n / class_)}`)
      const school = schoolFor(isClass ? together : own)
      // A class is told to begin; the others come when they come.
      const at = isClass ? timeAt(together.share()) + own.lognormal(0.15 * hour, 0.8) : timeAt(own.share())
      // Some sit beside a friend whose story is theirs, too.
      const teller = isClass && own.happens(0.2) ? drawsOf(`${seed} friends ${Math.floor(n / 2)}`) : own
      scheduler.add(at, personOf(service, own, teller, group, school, year, ended))
      count += 1
    }
  }
  for (const kind of kinds)
    count += addFarms(kind, { scheduler, service, seed, draws, schoolFor, year, farmed, timeAt, ended })
  return count
}

function personOf(
  service: Service,
  draws: Draws,
  teller: Draws,
  group: Group,
  school: School,
  year: number,
  ended: (came: EndedPerson) => void,
): Course {
  const language = languageIn(group, teller)
  const isClass = group === 'a campus within an hour'
  const story = storyOf(teller, language, school, year, isClass)
  const levelling =
    group === 'careless' ? 0.55 : group === 'hurried' ? Math.min(0.6, story.levelling * 1.6) : story.levelling
  const isOnCampus = isClass || group === 'shared networks'
  return honestPerson(
    service,
    {
      group,
      language,
      story: { ...story, levelling },
      ...mannerOf(group, language, draws),
      address: isOnCampus ? campusAddress(school.network, draws) : usualAddress(draws),
      draws,
    },
    (respondentId) => ended({ who: group, respondentId }),
  )
}

interface Farming {
  scheduler: Scheduler
  service: Service
  seed: string
  draws: Draws
  schoolFor: (draws: Draws) => School
  year: number
  farmed: number
  timeAt: (share: number) => number
  ended: (came: EndedPerson) => void
}

/** As many farms of the kind as it takes. How many come. */
function addFarms(
  kind: Kind,
  { scheduler, service, seed, draws, schoolFor, year, farmed, timeAt, ended }: Farming,
): number {
  const { members, gapMs } = sizes[kind]
  const go = kind === 'script that skips pages' ? blindly : through
  for (let from = 0; from < farmed; from += members) {
    const farm = `${seed} ${kind} ${from}`
    // Not on the first day, and none so late that it would still go on when everybody is gone.
    const begins = timeAt(0.1 + 0.8 * draws.share())
    const school = schoolFor(drawsOf(`${farm} school`))
    for (let n = 0; n < Math.min(members, farmed - from); n++) {
      const own = drawsOf(`${farm} ${n}`)
      const isSteady = kind === 'proxies in one /24' || kind.includes('script')
      const gap = isSteady ? n * gapMs * (0.97 + 0.06 * own.share()) : n * gapMs * (0.5 + own.share())
      const plan = planOf[kind]({
        farm,
        n,
        draws: own,
        school: kind === 'twins' || kind.includes('replay') ? school : schoolFor(own),
        year,
      })
      scheduler.add(
        begins + gap,
        go(service, plan, (respondentId) => ended({ who: kind, respondentId })),
      )
    }
  }
  return farmed
}
