/** All that is kept of one respondent, read for that respondent alone. */
import type { Answers } from '../../../schema/answers.ts'
import type { Language, Questionnaire, Text } from '../../../schema/questionnaire.ts'
import type { JudgedState, Reason } from '../../../schema/tables.ts'
import { first, prepareQuery } from '../../platform/db/together.ts'
import type { Ports } from '../../ports.ts'
import { noticeCode } from '../../survey/consents/agreement.ts'
import { agreementsOf } from '../../survey/consents/store.ts'
import type { FlagTexts } from '../../survey/quality/flag-words.ts'
import type { StoredVisit } from '../../survey/quality/store.ts'
import { indexOf } from '../../survey/questionnaire/indexed.ts'
import { fillText } from '../../survey/questionnaire/page/fill.ts'
import type { Quota } from '../../survey/quotas/quota.ts'
import { findPlaces } from '../../survey/quotas/store.ts'
import { answersBut } from '../../survey/responses/response.ts'
import { openPages, packedTimes } from '../../survey/responses/saved.ts'
import { findQuestionnaire } from '../../survey/studies/store.ts'
import type { Study } from '../../survey/studies/study.ts'
import { openAnswers } from '../../survey/texts/stored-answers.ts'
import type { ResponseProgress } from '../answering/response-progress.ts'
import { type ReviewStatus, reviewStatus } from '../reviews/objections/review-status.ts'
import { sql } from '../tables.ts'

/** Times are ISO 8601 in UTC. */
export interface ReviewDecision {
  what: JudgedState | 'screened_out' | 'over_quota'
  reason: Reason | null
  /** Whether a rule made it, and nobody looked. */
  byRule: boolean
  at: string
}

/** Which version of a text it was, and the SHA-256 of it; null of consents from before there were versions. */
interface Version {
  version: number | null
  hash: string | null
}

export interface StoredResponse {
  progress: ResponseProgress
  questionnaire: Questionnaire
  answers: Answers
  pages: { page: string; at: string }[]
  exportRef: string
  /** The tag of the link that it was begun by, as staff made it; '' for one that nobody made, null for none. */
  source: string | null
  languageStart: Language
  savedAt: string
  endedAt: string | null
  /** The words that were agreed to, with what the study filled in. */
  consents: ({ code: string; text: Text; at: string } & Version)[]
  /** The privacy notice that was shown beside them; null for whoever began before there was one. */
  notice: ({ at: string } & Version) | null
  decisions: ReviewDecision[]
  hasVoucher: boolean
  /** Whether typing and pasting may be counted. */
  paradata: boolean
  /** Of the quotas: the groups that it counts in now, and the one that was full when it ended. */
  groups: Text[]
  fullGroup: Text | null
  /** Null when nobody has held it. */
  review: ReviewStatus | null
  /** What the checks found about a response that was decided about; null for nothing. */
  flags: FlagTexts | null
  /** By page, how long it was open and what was counted on it; null where nothing is known. */
  visits: Readonly<Record<string, StoredVisit>> | null
}

const responseOf = prepareQuery((p: { respondentId: string }) =>
  sql
    .selectFrom('responses')
    .leftJoin('documents', 'documents.respondent_id', 'responses.respondent_id')
    .leftJoin('source_tags', 'source_tags.id', 'responses.source')
    .select([
      'responses.export_ref as exportRef',
      'source_tags.tag as source',
      'responses.language_start as languageStart',
      'responses.progress_at as savedAt',
      'responses.ended_at as endedAt',
      'responses.paradata',
      'documents.document as answers',
      'documents.texts',
      'documents.texts_key as textsKey',
    ])
    .select(({ selectFrom, fn, ref }) => [
      selectFrom('vouchers')
        .select(fn.countAll<number>().as('count'))
        .whereRef('vouchers.respondent_id', '=', 'responses.respondent_id')
        .as('vouchers'),
      packedTimes(ref('responses.respondent_id')).as('pageTimes'),
    ])
    .where('responses.respondent_id', '=', p.respondentId),
)

/** In the order in which they were saved; of a page that is in both tables, when it was saved last. */
function timesOf(packed: string | null): StoredResponse['pages'] {
  const times = (packed === null ? [] : JSON.parse(`[${packed}]`)) as [page: string, at: string, revision: number][]
  const inOrder = times.sort((one, other) => one[2] - other[2])
  const last = new Map(inOrder.map(([page, , revision]) => [page, revision]))
  return inOrder.filter(([page, , revision]) => last.get(page) === revision).map(([page, at]) => ({ page, at }))
}

const judgements = prepareQuery((p: { respondentId: string }) =>
  sql
    .selectFrom('review_steps')
    .leftJoin('rejections', (join) =>
      join
        .onRef('rejections.respondent_id', '=', 'review_steps.respondent_id')
        .onRef('rejections.n', '=', 'review_steps.n'),
    )
    .select([
      'review_steps.state',
      'review_steps.move',
      'review_steps.reason',
      'review_steps.actor',
      'review_steps.at',
      'rejections.acts_at as actsAt',
    ])
    .where('review_steps.respondent_id', '=', p.respondentId)
    .orderBy('review_steps.n'),
)

/** What is kept of this respondent, as it stands now. */
export async function findStoredResponse(
  ports: Ports,
  study: Pick<Study, 'id' | 'settings'> & { settings: { calendar: string } },
  progress: ResponseProgress,
): Promise<StoredResponse> {
  const { db } = ports
  const { respondentId, state } = progress
  const response = await first(db, responseOf({ respondentId }))
  if (response === undefined) throw new Error('A response that was there is gone.')
  const questionnaire = await findQuestionnaire(db, progress.version)
  const { exportRef, savedAt, endedAt, answers: document, texts, textsKey } = response
  const answers =
    document === null
      ? answersBut(await openPages(ports, respondentId, progress.packedPages), null)
      : await openAnswers(ports, { respondentId, page: null }, { answers: document, texts, textsKey })
  const [steps, agreed, review, groups] = await Promise.all([
    db.read(judgements({ respondentId })),
    db.read(agreementsOf(progress)),
    reviewStatus(ports, study, respondentId),
    groupsOf(ports, study.settings.quotas, progress),
  ])
  return {
    progress,
    questionnaire,
    answers,
    pages: timesOf(response.pageTimes),
    exportRef,
    source: response.source,
    languageStart: response.languageStart as Language,
    savedAt,
    endedAt,
    consents: consentsIn(questionnaire, answers, progress, agreed),
    notice: agreed.find(({ code }) => code === noticeCode) ?? null,
    decisions: [
      ...(state === 'screened_out' || state === 'over_quota'
        ? [{ what: state, reason: null, byRule: true, at: endedAt ?? savedAt } satisfies ReviewDecision]
        : []),
      ...toldSteps(steps, ports.clock.now()).map(
        ({ state, reason, actor, at }): ReviewDecision => ({ what: state, reason, byRule: actor === 'service', at }),
      ),
    ],
    paradata: response.paradata === 1,
    review,
    ...(await toldChecks(ports, respondentId, steps.length > 0)),
    hasVoucher: response.vouchers !== null && response.vouchers > 0,
    ...groups,
  }
}

/** The groups of the study's quotas that a response has to do with, in the words of the study. */
async function groupsOf(
  ports: Ports,
  quotas: readonly Quota[],
  { respondentId, reservation, fullCell }: ResponseProgress,
): Promise<Pick<StoredResponse, 'groups' | 'fullGroup'>> {
  const counts = reservation !== null && reservation.state !== 'freed'
  const cells = counts ? await findPlaces(ports, respondentId) : []
  return {
    groups: quotas.filter(({ cell }) => cells.includes(cell)).map(({ label }) => label),
    fullGroup: quotas.find(({ cell }) => cell === fullCell)?.label ?? null,
  }
}

/** The steps that their respondent is told of: a rejection from when it acts, and one that was undone before, never. */
function toldSteps<Step extends { move: string; actsAt: string | null }>(steps: readonly Step[], now: string): Step[] {
  return steps.filter(
    ({ move, actsAt }, at) =>
      move !== 'rejected>held' && steps[at + 1]?.move !== 'rejected>held' && (actsAt === null || actsAt <= now),
  )
}

/** Those that were agreed to in versions; before there were any, the ticks on the first page, which began the response. */
function consentsIn(
  questionnaire: Questionnaire,
  answers: Answers,
  { facts, seed, startedAt }: ResponseProgress,
  agreed: readonly { code: string; version: number; hash: string; text: string; at: string }[],
): StoredResponse['consents'] {
  const ticked = questionnaire.pages
    .flatMap((page) => page.consents ?? [])
    .filter(({ code }) => answers[code] === 1 && !agreed.some((one) => one.code === code))
    .map(({ code, text }) => ({
      code,
      text: fillText(text, indexOf(questionnaire), answers, { facts, seed }),
      at: startedAt,
      version: null,
      hash: null,
    }))
  const versioned = agreed.filter(({ code }) => code !== noticeCode)
  return [...versioned.map((one) => ({ ...one, text: JSON.parse(one.text) as Text })), ...ticked]
}

/** What was found about it, and how long its pages took: loaded for those who look. */
async function toldChecks(
  { db }: Pick<Ports, 'db'>,
  respondentId: string,
  isDecided: boolean,
): Promise<Pick<StoredResponse, 'flags' | 'visits'>> {
  const [{ flagsForPerson }, { flagsOfRespondent: flagsOf, storedVisits }] = await Promise.all([
    import('../../survey/quality/flag-words.ts'),
    import('../../survey/quality/store.ts'),
  ])
  const flags = isDecided ? flagsForPerson(await flagsOf(db, respondentId)) : null
  return { flags, visits: await storedVisits(db, respondentId) }
}
