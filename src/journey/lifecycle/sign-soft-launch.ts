/** Signing what the first completes of a study look like, which lets it go on and fixes what its checks call usual. */
import { taken } from '../../../schema/constraints.ts'
import { sha256 } from '../../platform/crypto/sha256.ts'
import { canonicalJson } from '../../platform/crypto/version.ts'
import { perform, plan, stale, unexpected } from '../../platform/db/perform.ts'
import { first, prepareQuery } from '../../platform/db/together.ts'
import type { Ports } from '../../ports.ts'
import { addAudit } from '../../staff/audit-trail/audit.ts'
import { freezeBaseline } from '../../survey/quality/freeze-baseline.ts'
import {
  type FirstFigures,
  fewestOfRoute,
  readFirstFigures,
  routesToFreeze,
} from '../../survey/quality/soft-launch/first-figures.ts'
import { moveStudy, setPauseWords, setSoftLimit, statusOf, stepAt } from '../../survey/studies/state-store.ts'
import { forgetStudies } from '../../survey/studies/store.ts'
import { dataVersionOf } from '../../survey/studies/versions.ts'
import type { StudyWithOffers } from '../study.ts'
import { sql } from '../tables.ts'
import { hasPermitEnded, pauseByItself, sweepActor } from './moves.ts'
import { countShown, isSoftLaunchOver } from './soft-launch.ts'

export interface HashedFigures extends FirstFigures {
  /** SHA-256 of the figures: whoever signs names what they saw. */
  hash: string
}

/** The figures as they are now. */
export async function readHashedFigures(
  ports: Pick<Ports, 'db' | 'clock'>,
  study: StudyWithOffers,
): Promise<HashedFigures> {
  const look = await readFirstFigures(ports.db, await dataOf(ports, study), study.questionnaire)
  return { ...look, hash: sha256(canonicalJson(look)) }
}

/** Whose pace and blanks they are: a correction goes on with those of the version that it corrects. */
async function dataOf({ db, clock }: Pick<Ports, 'db' | 'clock'>, { id, version }: StudyWithOffers) {
  return { studyId: id, version: await dataVersionOf(db, id, version, clock.now()) }
}

const signatures = prepareQuery((p: { studyId: string }) =>
  sql
    .selectFrom('soft_launch_signatures')
    .select('nth')
    .where('study_id', '=', p.studyId)
    .orderBy('nth', 'desc')
    .limit(1),
)

const addSignature = prepareQuery(
  (p: {
    studyId: string
    nth: number
    softLimit: number
    look: string
    hash: string
    completes: number
    by: string
    at: string
  }) =>
    sql.insertInto('soft_launch_signatures').values({
      study_id: p.studyId,
      nth: p.nth,
      soft_limit: p.softLimit,
      completes: p.completes,
      figures: p.look,
      figures_hash: p.hash,
      signed_by: p.by,
      at: p.at,
    }),
)

/** `resumed`: it had paused itself, and people may start again. What a person paused waits for a person. */
type Signed = { signed: true; resumed: boolean }

/**
 * - `not_over`: no soft launch waits for a signature, perhaps because somebody else has signed
 * - `none_shown`: none of the responses are shown to whoever reads answers yet, so nobody has seen anything
 * - `changed`: the figures are others by now than those that were looked at
 */
export type SoftLaunchRefusal = { refused: 'not_found' | 'not_over' | 'none_shown' | 'changed' }

/**
 * Signs, freezes the medians of every way that enough have taken, and lets people start again. Others are frozen later, by
 * as many as without a soft launch.
 * @param seen the hash of the figures that the page showed
 */
export async function signSoftLaunch(
  ports: Ports,
  staff: { id: string },
  study: StudyWithOffers,
  seen: string,
): Promise<Signed | SoftLaunchRefusal> {
  const { db, clock, ids } = ports
  const { hash, ...look } = await readHashedFigures(ports, study)
  const done = await perform<Signed | SoftLaunchRefusal>(db, 'A signature of a soft launch', async () => {
    const at = clock.now()
    // Where the sweep has not been yet: whoever signs takes a step that a pause or a close in the same moment refuses.
    await pauseByItself(ports, study, 'soft_launch')
    const status = await first(db, statusOf({ id: study.id }))
    if (status === undefined) return { refused: 'not_found' }
    if (status.softLimit === null || !(await isSoftLaunchOver(db, status))) return { refused: 'not_over' }
    if ((await countShown(db, study.id)) === 0) return { refused: 'none_shown' }
    if (hash !== seen) return { refused: 'changed' }
    const [last] = await db.read(signatures({ studyId: study.id }))
    const { id, softLimit, state, n } = status
    const step = await first(db, stepAt({ studyId: id, n }))
    const resumed = state === 'paused' && step?.actor === sweepActor && !hasPermitEnded(status, at)
    return plan<Signed | SoftLaunchRefusal>({
      rows: [
        addSignature({
          ...{ studyId: id, nth: (last?.nth ?? 0) + 1, softLimit, completes: look.responses },
          ...{ look: canonicalJson(look), hash, by: staff.id, at },
        }),
        setSoftLimit({ id, limit: null }),
        ...(resumed
          ? [...moveStudy(status, { state: 'open', actor: staff.id, at }), setPauseWords({ id, words: null })]
          : []),
      ],
      audit: addAudit({ id: ids.next('audit'), actor: staff.id, action: 'study.soft_launch_signed', subject: id, at }),
      done: { signed: true, resumed },
      refused: (breach) =>
        breach.on === taken.studyStep || breach.on === taken.softLaunchSignature ? stale(breach) : unexpected,
    })
  })
  if ('signed' in done) {
    for (const of of routesToFreeze(await dataOf(ports, study), look)) {
      await freezeBaseline(ports, of, fewestOfRoute)
    }
  }
  forgetStudies(db)
  return done
}
