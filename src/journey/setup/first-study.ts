import type { Ports } from '../../ports.ts'
import { listStudies } from '../../survey/studies/store.ts'
import { type NewStudy, openStudy } from './open-study.ts'
import { studyAbroadStudy } from './study-abroad.ts'

/**
 * Opens the study of a fresh installation when there is none at all. True when it did.
 * @param change what is opened instead of the study as it is written down
 */
export async function openFirstStudy(
  ports: Ports,
  change: (study: NewStudy) => NewStudy = (study) => study,
): Promise<boolean> {
  const now = ports.clock.now()
  if ((await listStudies(ports.db, now)).length > 0) return false
  // Whoever comes may be anybody: the checks decide who waits for a person.
  const study: NewStudy = { ...studyAbroadStudy(now), openLinkPolicy: 'check', invitationPolicy: 'check' }
  const opened = await openStudy(ports, change(study))
  return opened.done
}
