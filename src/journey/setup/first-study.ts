import type { Ports } from '../../ports.ts'
import { listStudies } from '../../survey/studies/store.ts'
import { openStudy } from './open-study.ts'
import { studyAbroadStudy } from './study-abroad.ts'

/** Opens the study of a fresh installation when there is none at all. True when it did. */
export async function openFirstStudy(ports: Ports): Promise<boolean> {
  const now = ports.clock.now()
  if ((await listStudies(ports.db, now)).length > 0) return false
  const opened = await openStudy(ports, studyAbroadStudy(now))
  return opened.done
}
