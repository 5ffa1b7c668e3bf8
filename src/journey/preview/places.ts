/** What can be looked at in a preview, by its name in the address: pages of questions, and what stands around them. */
import type { Questionnaire } from '../../../schema/questionnaire.ts'
import type { PreviewedVersion } from './asked-version.ts'
import { type Switches, writtenSwitches } from './switches.ts'

export const surroundingScreens = [
  'landing',
  'notice',
  'voucher',
  'held',
  'gone',
  'screened_out',
  'under_age',
  'unrewarded',
] as const
export type SurroundingScreen = (typeof surroundingScreens)[number]
export type PreviewScreen = SurroundingScreen | { page: string }

/** No page of questions has such a name: theirs begin with `p-`. */
export const screenName = (place: PreviewScreen): string => (typeof place === 'string' ? place : `p-${place.page}`)

/** The place of this name; undefined where the questionnaire has no such page. */
export function placeOfName({ pages }: Questionnaire, name: string): PreviewScreen | undefined {
  const known = surroundingScreens.find((one) => one === name)
  if (known !== undefined) return known
  const page = pages.find(({ code }) => `p-${code}` === name)
  return page === undefined ? undefined : { page: page.code }
}

/** Where it is drawn, in a frame of its own. */
export function drawnAt(slug: string, of: PreviewedVersion, on: Switches, place: PreviewScreen): string {
  return `/admin/studies/${slug}/preview/${of}/${writtenSwitches(on)}/${screenName(place)}`
}
