import { customAlphabet } from 'nanoid'
import type { Clock, Ids } from '../../ports.ts'
import { base32Alphabet } from '../crypto/base32.ts'
import { timePart } from '../time/id-time.ts'

const random = customAlphabet(base32Alphabet)

/** Many ids are made in one millisecond, so the last time is kept in words. */
function timeParts(): (iso: string) => string {
  let last = ''
  let text = ''
  return (iso) => {
    if (iso !== last) text = timePart(Date.parse(iso))
    last = iso
    return text
  }
}

/** Ids by nanoid behind a time, which keeps them in order: keys in random order halve what a database writes a second. */
export function nanoIds(clock: Clock): Ids {
  const timeOf = timeParts()
  return {
    next: (prefix, randomness = 12) => `${prefix}_${timeOf(clock.now())}${random(randomness)}`,
    random: (length) => random(length),
  }
}
