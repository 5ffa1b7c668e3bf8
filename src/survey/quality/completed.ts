/** What is written with the completing of a response: how it was given, and what it says by itself. */
import { fingerprint } from '../../platform/crypto/fingerprint.ts'
import { canonicalJson } from '../../platform/crypto/version.ts'
import type { Write } from '../../platform/db/together.ts'
import { networkKey } from '../../platform/network/network.ts'
import type { Ports } from '../../ports.ts'
import { dataVersionOf } from '../studies/versions.ts'
import { verdictOf } from './flag.ts'
import { type Completed, ownFlags } from './own.ts'
import { findReportOnly } from './report-only.ts'
import { addParadata, findBaseline, flagWrites } from './store.ts'
import { activeMs } from './visit.ts'

export interface Completing extends Omit<Completed, 'baseline' | 'isKeyKnown'> {
  studyId: string
  version: string
  respondentId: string
  language: string
  /** The caller's network address; null where it is not to be compared with others'. */
  address: string | null
}

export interface JudgedResponse {
  rows: Write[]
  /** In milliseconds. */
  activeMs: number
  /** Whether it waits for a person, where the study asks the checks. */
  holds: boolean
}

/** A route as one word: responses that led through the same pages have the same. */
const routeName = (pages: readonly string[]) => fingerprint(pages.join(' ')).toString(36)

/** Runs the checks that need no other response. The rows belong into the completing write. */
export async function judgeCompleted(ports: Ports, of: Completing): Promise<JudgedResponse> {
  const { studyId, respondentId, language, at, asked, visits } = of
  const pages = asked.map(({ page }) => page.code)
  // What is usual of a version is usual of its corrections, too.
  const version = await dataVersionOf(ports.db, studyId, of.version, at)
  const route = routeName(pages)
  const [baseline, network, reportOnly] = await Promise.all([
    findBaseline(ports.db, { studyId, version, route, language }, at),
    of.address === null ? null : networkKey(ports, of.address, at),
    findReportOnly(ports.db, studyId, at),
  ])
  const isKeyKnown = (kid: string) => ports.keys.codes.all.some((named) => named.kid === kid)
  const flags = ownFlags({ ...of, baseline, isKeyKnown })
  const seen = pages.flatMap((page) => {
    const visit = visits.get(page)
    return visit === undefined ? [] : [[page, visit] as const]
  })
  return {
    rows: [
      addParadata({
        respondentId,
        studyId,
        version,
        route,
        language,
        pages: canonicalJson(Object.fromEntries(seen)),
        network,
        at,
      }),
      ...flagWrites(respondentId, flags, at),
    ],
    activeMs: activeMs(seen.map(([, visit]) => visit)),
    holds: verdictOf(flags, reportOnly).holds,
  }
}

/**
 * The same of a response that a full quota has ended before it was complete: what the pages say that were sent. The rows
 * belong into the write that ends it.
 */
export async function judgeStopped(
  ports: Ports,
  of: Omit<Completing, 'version' | 'language' | 'address'>,
): Promise<Pick<JudgedResponse, 'rows' | 'holds'>> {
  const { studyId, respondentId, at, visits } = of
  const reportOnly = await findReportOnly(ports.db, studyId, at)
  const isKeyKnown = (kid: string) => ports.keys.codes.all.some((named) => named.kid === kid)
  const asked = of.asked.filter(({ page }) => visits.has(page.code))
  const flags = ownFlags({ ...of, asked, baseline: null, isKeyKnown })
  return { rows: flagWrites(respondentId, flags, at), holds: verdictOf(flags, reportOnly).holds }
}
