/** Reads what a set-up is looked at against. */
import type { Questionnaire } from '../../../schema/questionnaire.ts'
import { questionnaireSchema } from '../../../schema/shapes/questionnaire.ts'
import { first } from '../../platform/db/together.ts'
import type { Ports } from '../../ports.ts'
import type { SetupContext } from './read/context.ts'
import type { Setup } from './setup.ts'
import * as store from './store.ts'
import { findTemplate } from './templates.ts'

type Reading = Pick<Ports, 'db' | 'clock' | 'payers'>

export interface FoundContext extends SetupContext {
  /** The questionnaire as it is kept, no language filled in: what its version is the hash of. */
  given: Questionnaire | null
}

export interface SetupSources {
  /** Ids of the studies whose questionnaires it may take; left out for every study, as for a command. */
  seen?: readonly string[]
  /** Its questionnaire, where that is kept nowhere yet. */
  uploaded?: Questionnaire | undefined
}

/** @param id the set-up's: a study of that id is its own */
export async function readContext(
  ports: Reading,
  setup: Setup,
  id: string,
  { seen, uploaded }: SetupSources,
): Promise<FoundContext> {
  const { db, clock, payers } = ports
  const slug = setup.study.slug.trim()
  const [other, given] = await Promise.all([
    slug === '' ? undefined : first(db, store.studyWithSlug({ slug })),
    uploaded ?? givenQuestionnaire(ports, setup, seen),
  ])
  const questionnaire = given === null ? null : questionnaireSchema.parse(given)
  return {
    isTaken: other !== undefined && other.id !== id,
    questionnaire,
    given,
    payers,
    now: clock.now(),
  }
}

async function givenQuestionnaire(
  { db }: Pick<Ports, 'db'>,
  { questionnaire }: Setup,
  seen: SetupSources['seen'],
): Promise<Questionnaire | null> {
  const { from, template, study, version } = questionnaire
  if (from === 'template') return (await findTemplate(template)) ?? null
  const other = from === 'study' ? await first(db, store.studyWithSlug({ slug: study.trim() })) : undefined
  // The words of a study that somebody does not see are not theirs to take.
  const isSeen = other !== undefined && (seen === undefined || seen.includes(other.id))
  const wanted = from === 'study' ? (isSeen ? other.version : undefined) : version
  if (wanted === undefined || wanted === '') return null
  const row = await first(db, store.questionnaireDocument({ version: wanted }))
  return row === undefined ? null : (JSON.parse(row.document) as Questionnaire)
}
