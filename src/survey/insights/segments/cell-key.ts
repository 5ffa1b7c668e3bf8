/**
 * The number of a response by which the viewers' figures are perturbed: the same each time it is computed, and shown to
 * nobody.
 */
import { base32Alphabet } from '../../../platform/crypto/base32.ts'
import { derive } from '../../../platform/crypto/codes.ts'
import type { Ports } from '../../../ports.ts'

/** Whoever looks at a database alone has no keys. */
export interface MayHaveKeys {
  keys?: Ports['keys'] | undefined
}

/** 30 bits; 0 for whoever has no keys. The key is the one that never changes; its label keeps this use of it apart from every other. */
export async function cellKey({ keys }: MayHaveKeys, respondentId: string): Promise<number> {
  if (keys === undefined) return 0
  const text = await derive(keys.accounts, 'cell key', respondentId, 6)
  return [...text].reduce((sum, character) => sum * 32 + base32Alphabet.indexOf(character), 0)
}
