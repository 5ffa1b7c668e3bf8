import type { Ports } from '../../ports.ts'
import type { SetupFault } from './faults.ts'
import type { NewStudy } from './open-study.ts'
import { studyFromSetup } from './read/study-of.ts'
import { readContext, type SetupSources } from './read-context.ts'
import type { Setup } from './setup.ts'

/**
 * The study that a set-up describes, or everything that is wrong with it. Its budgets are what is asked for: the study is
 * made without them, because money takes two people.
 * @param id of the study that it becomes
 */
export async function describedStudy(
  ports: Pick<Ports, 'db' | 'clock' | 'payers'>,
  setup: Setup,
  id: string,
  given: SetupSources,
): Promise<{ study: NewStudy } | { faults: SetupFault[] }> {
  const context = await readContext(ports, setup, id, given)
  const { study, faults } = studyFromSetup(setup, context)
  // A questionnaire that is not there is a fault already.
  if (study === null || context.given === null) return { faults }
  return { study: { ...study, questionnaire: context.given } }
}

/** The same study with no money in it yet. */
export function withoutBudgets(study: NewStudy): NewStudy {
  const none = (offers: NewStudy['offers'] = []) => offers.map((offer) => ({ ...offer, budgetMinor: 0 }))
  return { ...study, offers: none(study.offers), thanks: none(study.thanks) }
}
