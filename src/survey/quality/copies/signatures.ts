/** Traces of answers by which those that agree find each other: bands of a MinHash, hashed under a key of the study. */
import { derive } from '../../../platform/crypto/codes.ts'
import type { MacKey } from '../../../platform/keys/secret-keys.ts'
import { isComparable, tidyText } from '../open-text.ts'
import type { Vector } from './answer-model.ts'
import { bandsOfAnswers, bandsOfText, hashBands } from './min-hash.ts'
import { trigrams } from './text-copies.ts'

/** Kind of the trace of closed answers; that of a free text is the code of its question. */
export const ofAnswers = 'answers'

export interface CopySignature {
  kind: string
  band: number
  hash: string
}

/** Long enough that two that differ never meet, short enough for millions of rows. */
const hashLength = 16

/** @param texts free texts by the code of their question */
export async function copySignatures(
  key: MacKey,
  vector: Vector,
  texts: ReadonlyMap<string, string>,
): Promise<CopySignature[]> {
  const items = [...vector].map(([item, answer]) => `${item}=${answer}`)
  const bands = hashBands(items, bandsOfAnswers).map((value, band) => ({ kind: ofAnswers, band, value }))
  for (const [question, text] of texts) {
    const tidy = tidyText(text)
    if (!isComparable(tidy)) continue
    hashBands(trigrams(tidy), bandsOfText).forEach((value, band) => {
      bands.push({ kind: question, band, value })
    })
  }
  return Promise.all(
    bands.map(async ({ kind, band, value }) => ({
      kind,
      band,
      hash: await derive(key, 'trace', `${kind} ${band} ${value}`, hashLength),
    })),
  )
}
