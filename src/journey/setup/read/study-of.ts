/** A set-up as the study that it describes, or everything that is wrong with it. Pure: it looks at nothing but its arguments. */
import { findingIn, type SetupFault } from '../faults.ts'
import type { NewStudy } from '../open-study.ts'
import { type Setup, type SetupSection, sectionNames } from '../setup.ts'
import { readPrivacy, readQuestionnaire, readStudy, readWhoIsAsked, readWindow } from './about.ts'
import { readChecks } from './checks.ts'
import type { SetupContext } from './context.ts'
import { readRewards } from './rewards.ts'

/** The study, but for its questionnaire, which a set-up only names. */
export type DescribedStudy = Omit<NewStudy, 'questionnaire'>

interface ReadSetup {
  faults: SetupFault[]
  /** Null while there are faults. */
  study: DescribedStudy | null
}

/** Reads a set-up: the study, or every fault in the order of the sections. */
export function studyFromSetup(setup: Setup, context: SetupContext): ReadSetup {
  const faults: SetupFault[] = []
  const to = (section: SetupSection) => findingIn(section, faults)
  const study = readStudy(to('study'), setup, context)
  const questionnaire = readQuestionnaire(to('questionnaire'), setup, context)
  const window = readWindow(to('window'), setup, context)
  const people = readWhoIsAsked(to('people'), setup)
  const privacy = readPrivacy(to('privacy'), setup)
  const rewards = readRewards(to('rewards'), setup, context)
  const checks = readChecks(to('checks'), setup, context)
  if (faults.length > 0) return { faults, study: null }
  return {
    faults,
    study: {
      slug: study.slug,
      settings: {
        ...study.settings,
        ...questionnaire.settings,
        ...window.settings,
        ...people.settings,
        ...privacy.settings,
        ...rewards.settings,
        ...checks.settings,
      },
      openLinkPolicy: checks.openLinkPolicy,
      invitationPolicy: checks.invitationPolicy,
      opensAt: window.opensAt,
      closesAt: window.closesAt,
      offers: rewards.offers,
      thanks: rewards.thanks,
    },
  }
}

/** How many faults each section has. */
export function faultsBySection(faults: readonly SetupFault[]): Record<SetupSection, number> {
  return Object.fromEntries(
    sectionNames.map((name) => [name, faults.filter(({ section }) => section === name).length]),
  ) as Record<SetupSection, number>
}

/** What the study costs at most, by currency in minor units: the budgets that are asked for. */
export function mostCost(study: DescribedStudy): Map<string, number> {
  const costs = new Map<string, number>()
  for (const { currency, budgetMinor } of [...study.offers, ...(study.thanks ?? [])])
    costs.set(currency, (costs.get(currency) ?? 0) + budgetMinor)
  return costs
}
