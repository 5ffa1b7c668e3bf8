/**
 * Counting that the first page of a study was opened: by day, language, door and tag, and nothing of who opened it. The
 * page's script says so once it is seen: not when it is loaded anew, gone back to or reached from another page of ours, and
 * not in a browser that a program drives. Whoever has no scripts is not counted, so that a figure of openings is never a base.
 */

import { limit } from '../../../schema/constraints.ts'
import type { Language } from '../../../schema/questionnaire.ts'
import { derive } from '../../platform/crypto/codes.ts'
import { UnexpectedBreach } from '../../platform/db/perform.ts'
import { addressParser } from '../../platform/network/network.ts'
import { countStart } from '../../platform/network/store.ts'
import { dayThere } from '../../platform/time/wall-clock.ts'
import type { Ports } from '../../ports.ts'
import { type Study, studyZone } from '../studies/study.ts'
import * as store from './store.ts'
import { tagFrom } from './tag.ts'

/** So many of one connection count in ten minutes: a lecture hall does not reach it, and a flood moves no figure for long. */
const mostOfConnection = 300
const slotMs = 10 * 60_000

export interface PageOpening {
  /** The caller's address, as `Ports.addressOf` gives it. */
  address: string
  language: Language
  door: 'open_link' | 'invitation'
  /** What `?from=` said. */
  from: string | undefined
}

/** Counts one more, unless too many came from its connection. */
export async function countOpening(
  { db, clock, keys }: Pick<Ports, 'db' | 'clock' | 'keys'>,
  study: Pick<Study, 'id' | 'settings'>,
  { address, language, door, from }: PageOpening,
): Promise<void> {
  const at = clock.now()
  const { connectionOf } = await addressParser()
  const slot = Math.floor(Date.parse(at) / slotMs)
  const network = await derive(keys.codes.newest, `openings ${slot}`, connectionOf(address), 26)
  const tag = tagFrom(from)
  const written = await db.together(
    countStart({ network, startsCap: mostOfConnection, at }),
    store.addOpening({
      studyId: study.id,
      day: dayThere(studyZone(study.settings), at),
      language,
      door,
      tag: tag ?? '',
      unknown: tag === null ? 'none' : 'other',
    }),
  )
  if (!written.done && written.breach.on !== limit.starts)
    throw new UnexpectedBreach('Counting an opening', written.breach)
}
