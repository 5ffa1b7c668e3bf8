/**
 * What the server signs on each page of questions: for whom and when it was drawn, and whether with answers in it. It
 * comes back with the form and says, without anything of the device, how long the page was open and that it was shown at
 * all. Twenty characters: it travels with every page.
 */
import { derive, sameText } from '../../platform/crypto/codes.ts'
import type { Keys } from '../../ports.ts'
import type { ShownForm } from './visit.ts'

const macLength = 10
const marks = { blank: '-', filled: '+' }

export interface PageOf {
  respondentId: string
  page: string
}

/** The token of a page that is being drawn. @param at ISO 8601 */
export async function pageToken(keys: Keys, of: PageOf, at: string, isFilled: boolean): Promise<string> {
  const stamp = Date.parse(at).toString(36) + (isFilled ? marks.filled : marks.blank)
  return stamp + (await derive(keys.codes.newest, 'page', textOf(of, stamp), macLength))
}

const textOf = ({ respondentId, page }: PageOf, stamp: string) => `${respondentId} ${page} ${stamp}`

/**
 * Reads what came with a form.
 * @param pages the codes of the questionnaire's pages: whose token it is, if it is not this page's
 */
export async function readPageToken(
  keys: Keys,
  of: PageOf,
  pages: readonly string[],
  token: string | undefined,
): Promise<ShownForm> {
  if (token === undefined || token === '') return { is: 'missing' }
  const [said, mac] = [token.slice(0, -macLength), token.slice(-macLength)]
  const parts = /^([0-9a-z]{1,11})([-+])$/.exec(said)
  if (parts === null) return { is: 'unknown' }
  const isOf = async (one: PageOf) => {
    for (const key of [...keys.codes.all].reverse()) {
      if (sameText(mac, await derive(key, 'page', textOf(one, said), macLength))) return true
    }
    return false
  }
  if (await isOf(of)) {
    return { is: 'issued', since: Number.parseInt(parts[1] ?? '', 36), filled: parts[2] === marks.filled }
  }
  for (const page of pages) {
    if (page !== of.page && (await isOf({ ...of, page }))) return { is: 'of_another_page' }
  }
  return { is: 'unknown' }
}
