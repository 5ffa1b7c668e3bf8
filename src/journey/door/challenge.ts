/**
 * Work before a start, in the format of ALTCHA: of keys that PBKDF2 derives, the browser finds the one that begins as it
 * was told. The key to find is chosen here, so that the work has an end, and is signed, so that looking at a solution
 * costs one HMAC. A solution is good for one start form, from one connection, for ten minutes.
 */
import { createChallenge, type Payload, randomInt, verifySolution } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2'
import { derive, hashesOf } from '../../platform/crypto/codes.ts'
import type { MacKey } from '../../platform/keys/secret-keys.ts'
import { connectionOf } from '../../platform/network/network-of.ts'
import type { Ports } from '../../ports.ts'

/** Of PBKDF2 for each key that is tried. Browsers do it in compiled code, as whoever cheats does: that keeps them close. */
const iterations = 2_000
const lifeMs = 10 * 60_000

/** What a solution begins. */
export interface StartOf {
  slug: string
  respondentId: string
  /** The caller's, as `Ports.addressOf` gives it. */
  address: string
}

const boundTo = ({ slug, respondentId, address }: StartOf) => `${slug}\n${respondentId}\n${connectionOf(address)}`

async function secretsOf(key: MacKey) {
  const [hmacSignatureSecret, hmacKeySignatureSecret] = await Promise.all([
    derive(key, 'altcha', 'challenge', 51),
    derive(key, 'altcha', 'key', 51),
  ])
  return { hmacSignatureSecret, hmacKeySignatureSecret }
}

/**
 * A challenge as JSON, for the form's script.
 * @param mostKeys the most that has to be tried
 * @param counter which of them is the right one, from 0; chosen by chance unless told
 */
export async function makeChallenge(
  ports: Pick<Ports, 'keys' | 'clock'>,
  start: StartOf,
  mostKeys: number,
  counter = randomInt(mostKeys) - 1,
): Promise<string> {
  const { newest } = ports.keys.codes
  const [mark = ''] = await hashesOf(ports.keys.codes, 'start work', boundTo(start))
  const challenge = await createChallenge({
    algorithm: 'PBKDF2/SHA-256',
    cost: iterations,
    counter,
    deriveKey,
    // Its own `expiresAt` would be held against the clock of the machine, and not against ours.
    data: { for: mark, untilMs: Date.parse(ports.clock.now()) + lifeMs, mostKeys },
    ...(await secretsOf(newest)),
  })
  return JSON.stringify(challenge)
}

/** Whether this is the solution of a challenge that was made for this start, and in time. Whatever else is sent is none. */
export async function isSolved(ports: Pick<Ports, 'keys' | 'clock'>, start: StartOf, posted: string): Promise<boolean> {
  try {
    return await verify(ports, start, JSON.parse(atob(posted)) as Payload)
  } catch {
    return false
  }
}

async function verify({ keys, clock }: Pick<Ports, 'keys' | 'clock'>, start: StartOf, payload: Payload) {
  const { challenge, solution } = payload
  const { data } = challenge.parameters
  if (typeof data?.untilMs !== 'number' || data.untilMs < Date.parse(clock.now())) return false
  if (!(await hashesOf(keys.codes, 'start work', boundTo(start))).includes(String(data.for))) return false
  for (const key of [...keys.codes.all].reverse()) {
    const { verified } = await verifySolution({ challenge, solution, deriveKey, ...(await secretsOf(key)) })
    if (verified) return true
  }
  return false
}
