/** What is written about an objection, by whoever objects and by whoever decides: under the key of its study. */
import { decrypt, encrypt } from '../../../platform/crypto/encrypted.ts'
import { type KeyPorts, liveStudyKey, studyKey } from '../../../platform/keys/study-keys.ts'

/** Whose words they are. */
export type Side = 'objection' | 'reply'

/** The longest of them, in characters. */
export const longestWords = 4000

interface Place {
  respondentId: string
  /** The step of the rejection. */
  n: number
}

const placeOf = ({ respondentId, n }: Place, side: Side) => `${respondentId} ${side} ${n}`

/** Encrypts words for one objection; none are ''. */
export async function sealWords(
  ports: KeyPorts,
  studyId: string,
  place: Place,
  side: Side,
  words: string,
): Promise<{ texts: string; key: string | null }> {
  if (words === '') return { texts: '', key: null }
  const key = await liveStudyKey(ports, studyId, 'answers')
  return { texts: await encrypt(key, 'answers', words, placeOf(place, side)), key: key.kid }
}

/** The words; null when there are none, or when they or their key were erased. */
export async function openWords(
  ports: Omit<KeyPorts, 'ids'>,
  place: Place,
  side: Side,
  { texts, key }: { texts: string | null; key: string | null },
): Promise<string | null> {
  if (!texts || key === null) return null
  const found = await studyKey(ports, key)
  return found && decrypt([found], 'answers', texts, placeOf(place, side))
}
