/** What every page of insights reads by: the study's data, how it is stored, and the filter. */
import type { Stored } from './axes/places.ts'
import { decoderOf } from './decoder.ts'
import { type Matcher, matcherOf } from './filter/matcher.ts'
import type { Here } from './here.ts'
import { layoutOf } from './segments/layout.ts'
import { segmentSize } from './segments/rewrite.ts'
import type { DataKey } from './segments/store.ts'

export interface InsightsQuery {
  data: DataKey
  stored: Stored
  matcher: Matcher
}

export function insightsQueryOf({ study, choice, first, dictionary, filter }: Here): InsightsQuery {
  return {
    data: { studyId: study.id, dataVersion: choice.dataVersion },
    stored: {
      decoder: decoderOf(first.questionnaire),
      layout: layoutOf(first.questionnaire),
      size: segmentSize,
    },
    matcher: matcherOf(dictionary, filter),
  }
}
