/** Keeping payees, and what goes with them, secret at rest: under a key of their study. */
import { decrypt, encrypt, keyIdOf } from '../../platform/crypto/encrypted.ts'
import type { CipherKey } from '../../platform/keys/secret-keys.ts'
import { type KeyPorts, liveStudyKey, studyKey } from '../../platform/keys/study-keys.ts'
import type { Keys, Payee } from '../../ports.ts'
import { payeeDigest } from './digest.ts'
import { openPayee, sealPayee } from './sealed-payee.ts'

/** Seals a text of no claim under the newest key of the service, for one row. `context` is that row's id. */
export function encryptText(keys: Pick<Keys, 'payees'>, text: string, context: string): Promise<string> {
  return encrypt(keys.payees.newest, 'text', text, context)
}

/**
 * Opens a text under whichever key of the ring sealed it.
 * @throws Error when the key is gone, the text was changed, or it was sealed for something else
 */
export function decryptText(keys: Pick<Keys, 'payees'>, jwe: string, context: string): Promise<string> {
  return decrypt(keys.payees.all, 'text', jwe, context)
}

/** A payee as a claim keeps it: a JWE, and the id of the study's key that it is under. */
interface SealedPayee {
  payee: string
  payeeKey: string
}

/** Seals a payee for one voucher of a study, under the key that the study has for payees. */
export async function encryptPayee(
  ports: KeyPorts,
  payee: Payee,
  { voucherId, studyId }: { voucherId: string; studyId: string },
): Promise<SealedPayee> {
  const key = await liveStudyKey(ports, studyId, 'payees')
  return { payee: await sealPayee(key, payee, voucherId), payeeKey: key.kid }
}

/**
 * Opens the payee of a voucher. Whoever shows it to staff records that in the audit trail first.
 * @throws Error when the key is gone, it was changed, or it was sealed for another voucher
 */
export async function decryptPayee(
  ports: Omit<KeyPorts, 'ids'>,
  { payee, voucherId }: { payee: string; voucherId: string },
): Promise<Payee> {
  return openPayee((await keysFor(ports, payee)) ?? ports.keys.payees.all, payee, voucherId)
}

/** The keys that may open this: one of a study, or for what is from before those of the service. Null when it was erased. */
async function keysFor(ports: Omit<KeyPorts, 'ids'>, jwe: string): Promise<readonly CipherKey[] | null> {
  const { all } = ports.keys.payees
  const kid = keyIdOf(jwe)
  if (kid === null || all.some((key) => key.kid === kid)) return all
  const key = await studyKey(ports, kid)
  return key && [key]
}

/** Seals what goes with the payees of a study, such as a file that names them, under their key. `context` is its row's id. */
export async function encryptBesidePayees(
  ports: KeyPorts,
  text: string,
  { studyId, context }: { studyId: string; context: string },
): Promise<string> {
  return encrypt(await liveStudyKey(ports, studyId, 'payees'), 'text', text, context)
}

/**
 * Opens what goes with payees; null when its key was erased with the last of them.
 * @throws Error when it was changed, or it was sealed for something else
 */
export async function decryptBesidePayees(
  ports: Omit<KeyPorts, 'ids'>,
  jwe: string,
  context: string,
): Promise<string | null> {
  const keys = await keysFor(ports, jwe)
  return keys && decrypt(keys, 'text', jwe, context)
}

/**
 * Seals a payee from before anew, under the key of its study. Into its header goes the digest of what was kept before, with
 * which a batch was approved: without the key nobody can put another payee in its place.
 */
export async function resealPayee(
  ports: KeyPorts,
  { payee, voucherId, studyId }: { payee: string; voucherId: string; studyId: string },
): Promise<SealedPayee> {
  const opened = await decryptPayee(ports, { payee, voucherId })
  const key = await liveStudyKey(ports, studyId, 'payees')
  return { payee: await sealPayee(key, opened, voucherId, payeeDigest(payee)), payeeKey: key.kid }
}
