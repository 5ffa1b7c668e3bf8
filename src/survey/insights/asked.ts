/** What is read for a page: whose answers, which of them, and what is stored stands for. */
import { type Decoder, decoderOf } from './decoder.ts'
import { type Matcher, matcherOf } from './filter/matcher.ts'
import type { Here } from './here.ts'
import type { DataOf } from './segments/store.ts'

export interface Asked {
  data: DataOf
  decoder: Decoder
  matcher: Matcher
}

export function askedOf({ study, choice, first, dictionary, filter }: Here): Asked {
  return {
    data: { studyId: study.id, dataVersion: choice.dataVersion },
    decoder: decoderOf(first.questionnaire),
    matcher: matcherOf(dictionary, filter),
  }
}
