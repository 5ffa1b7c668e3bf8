import { wallClock } from '../../../platform/time/wall-clock.ts'
import type { StudyWithOffers } from '../../study.ts'
import { setupCopy } from '../copy.ts'
import type { Setup } from '../setup.ts'

/** A study's settings as they would be typed. */
export function typedSettings(study: StudyWithOffers): Setup {
  const copy = setupCopy(study)
  const zone = copy.window.zone
  return {
    ...copy,
    study: { ...copy.study, slug: study.slug },
    window: {
      ...copy.window,
      opens: wallClock(zone, study.opensAt),
      closes: study.closesAt === null ? '' : wallClock(zone, study.closesAt),
    },
  }
}
