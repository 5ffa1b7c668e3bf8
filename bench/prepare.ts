/** Sets the stage: a study with money enough, and responses answered up to the last page by the real code path. */
import { personOf } from '../demo/people.ts'
import { begin, goOn, nextForm, type Walker } from '../demo/respond.ts'
import { pickerOf } from '../demo/seeded.ts'
import type { ProgressLine } from '../src/cli/progress.ts'
import { openNode } from '../src/entry/node-ports.ts'
import { openStudy } from '../src/journey/setup/open-study.ts'
import { studyAbroadStudy } from '../src/journey/setup/study-abroad.ts'
import { findStudyWithOffers, type StudyWithOffers } from '../src/journey/study.ts'
import { signToken } from '../src/platform/crypto/tokens.ts'
import type { Ports } from '../src/ports.ts'
import { pageToken } from '../src/survey/quality/page-token.ts'
import type { Post } from './post.ts'
import { limits } from './server.ts'

/** A response of which only the last page has not been sent. */
export interface Ready {
  respondentId: string
  page: string
  post: Post
}

export const slug = 'study-abroad'
/** Enough for everybody, in minor units. */
const budgetMinor = 1_000_000_000_000
const aDay = 86_400
/** As long as a person takes: what a program sends is held by the checks, which is not what is measured. */
const pageMs = 60_000

/** Opens the site in this directory, with the same limits that the server under test is given, and other settings. */
export async function openSite(dataDirectory: string, env: Record<string, string> = {}) {
  const site = await openNode({ DATA_DIR: dataDirectory, LOG: 'none', ...limits, ...env })
  // Requests that are made within this process come by no connection.
  return { ...site, ports: { ...site.ports, addressOf: () => '127.0.0.1' } }
}

/** Opens the study that is measured: the seeded one, with a budget that does not end. */
export async function openMeasured(ports: Ports): Promise<StudyWithOffers> {
  const study = studyAbroadStudy(ports.clock.now())
  await openStudy(ports, { ...study, offers: study.offers.map((offer) => ({ ...offer, budgetMinor })) })
  const found = await findStudyWithOffers(ports.db, slug, ports.clock.now())
  if (found === undefined) throw new Error('The study is not there')
  return found
}

/** Makes `count` responses that lack the last page, and says how far it has come to whoever wants to know. */
export async function prepare(
  dataDirectory: string,
  count: number,
  progress?: ProgressLine,
  env: Record<string, string> = {},
): Promise<Ready[]> {
  const { ports, close } = await openSite(dataDirectory, env)
  try {
    const study = await openMeasured(ports)
    const ready: Ready[] = []
    let next = 0
    const worker = async () => {
      while (next < count) {
        ready.push(await prepareOne(ports, study, next++))
        progress?.at(ready.length)
      }
    }
    await Promise.all(Array.from({ length: 64 }, worker))
    progress?.end()
    return ready
  } finally {
    await close()
  }
}

async function prepareOne(ports: Ports, study: StudyWithOffers, number: number): Promise<Ready> {
  const walker = walkerOf(ports, study, number)
  const respondentId = await begin(ports, study, walker)
  const last = study.questionnaire.pages.at(-1)?.code ?? ''
  if (respondentId === null || (await goOn(ports, study, respondentId, walker, last)) !== 'left') {
    throw new Error('A response that was to be prepared ended early')
  }
  const { page, posted, revision } = await nextForm(ports, study, respondentId, walker)
  const drawn = new Date(Date.parse(ports.clock.now()) - pageMs).toISOString()
  const shown = await pageToken(ports.keys, { respondentId, page }, drawn, false)
  const body = new URLSearchParams({ revision: String(revision), shown, go: 'next' })
  for (const [name, values] of Object.entries(posted)) for (const value of values) body.append(name, value)
  const { keys, clock } = ports
  const token = await signToken(keys.tokens, {
    purpose: 'respondent',
    audience: slug,
    subject: respondentId,
    at: clock.now(),
    ttlSeconds: aDay,
    claims: { scope: 'full' },
  })
  const cookie = `respondent-${slug}=${token}`
  return { respondentId, page, post: { path: `/s/${slug}/p/${page}`, cookie, body: body.toString() } }
}

/** Someone who gets to the end: old enough, not screened out, patient. */
function walkerOf(ports: Ports, { questionnaire }: StudyWithOffers, number: number): Walker {
  const pick = pickerOf(`bench ${number}`)
  const pages = questionnaire.pages.map(({ code }) => code)
  const person = personOf(pick, Number(ports.clock.now().slice(0, 4)), pages)
  return {
    pick,
    pageMs,
    person: { ...person, age: Math.max(3, person.age), stage: Math.min(4, person.stage), leavesAt: null },
  }
}
