/** By what a page's figures are weighted: a choice by its address, and what the weights come to. */
import type { Context } from 'hono'
import { weightsMessages } from '../../../../messages/generated/insights/weights.ts'
import type { Language } from '../../../../schema/questionnaire.ts'
import { leadIn, sentences } from '../../../platform/i18n/format.ts'
import { languageOf } from '../../../platform/i18n/language.ts'
import type { AppEnv } from '../../../ports.ts'
import { figures } from '../../../staff/frame/figures.ts'
import { filteredAddress } from '../filter/bar.tsx'
import type { Here } from '../here.ts'
import type { Base } from '../questions/result.ts'
import type { Weighted } from './fit.ts'
import { Problems } from './preview.tsx'
import type { MarginSet } from './store.ts'

interface WeightsBarProps {
  c: Context<AppEnv>
  here: Pick<Here, 'study' | 'filter' | 'choice' | 'choices'>
  weighted: Pick<Weighted, 'sets' | 'chosen'>
  /** What else stands in the address and stays. */
  kept?: readonly (readonly [string, string])[]
}

/** The sets to choose from, the one that is chosen first told; and the way to all of them. */
export function WeightsBar({ c, here, weighted: { sets, chosen }, kept = [] }: WeightsBarProps) {
  const words = weightsMessages(languageOf(c))
  const { study, filter, choice, choices } = here
  const stays = [...(choice === choices[0] ? [] : [['v', String(choice.n)] as const]), ...kept]
  const to = (weight: string | undefined) => filteredAddress(c.req.path, { ...filter, weight }, stays)
  const set = chosen?.set ?? null
  // Of each name the newest; the one that is chosen whatever it is.
  const newest = sets.filter(({ name }, at) => sets.findIndex((one) => one.name === name) === at)
  const others = newest.filter(({ id }) => id !== set?.id)
  return (
    <p class="small">
      {leadIn(words.bar.label, languageOf(c))}
      {filter.weight === undefined ? (
        <strong>{words.bar.none}</strong>
      ) : (
        <>
          {set !== null && (
            <>
              <strong lang="">{words.named(set)}</strong>
              {' · '}
            </>
          )}
          <a href={to(undefined)}>{words.bar.none}</a>
        </>
      )}
      {others.map((one) => (
        <>
          {' · '}
          <a href={to(one.id)} lang="">
            {words.named(one)}
          </a>
        </>
      ))}
      {' · '}
      <a
        href={filteredAddress(
          `/admin/studies/${study.slug}/insights/weights`,
          { held: 'in', clauses: [] },
          versionOf(here),
        )}
      >
        {words.bar.manage}
      </a>
    </p>
  )
}

const versionOf = ({ choice, choices }: Pick<Here, 'choice' | 'choices'>) =>
  choice === choices[0] ? [] : [['v', String(choice.n)] as const]

/** What the weights of a page come to, or why its figures are not weighted; nothing where none were asked for. */
export function WeightsNote({ weighted: { chosen }, language }: { weighted: Weighted; language: Language }) {
  const words = weightsMessages(language)
  if (chosen === null) return null
  if (chosen.set === null) {
    return (
      <p class="notice bad" role="alert">
        {sentences(language, words.notKnown, words.not)}
      </p>
    )
  }
  const { raked, set } = chosen
  if (chosen.weighing === null || raked?.figures == null) {
    return (
      <div class="notice bad" role="alert">
        <p>{sentences(language, words.notFit({ name: words.named(set) }), words.not)}</p>
        <Problems {...chosen} language={language} />
      </div>
    )
  }
  const { people, effective, designEffect, least, most } = raked.figures
  return (
    <p class="note">
      {words.told({
        name: words.named(set),
        people: figures(people),
        effective: figures(effective),
        deff: designEffect.toFixed(2),
        least: least.toFixed(2),
        most: most.toFixed(2),
      })}{' '}
      {words.notProbability}
    </p>
  )
}

/** Says so where the address asks for weights, and the page counts everybody as 1. */
export function NotWeighted({ here: { filter }, language }: { here: Pick<Here, 'filter'>; language: Language }) {
  return filter.weight === undefined ? null : <p class="note">{weightsMessages(language).notHere}</p>
}

/** The n of some figures, and the effective one where they are weighted. */
export function nOf({ base, effective }: Base, language: Language, plain: (n: { n: string }) => string): string {
  const n = figures(base)
  return effective === undefined
    ? plain({ n })
    : weightsMessages(language).effective({ n, effective: figures(effective) })
}

/** What a picture or a file says of its weights; null where it has none. */
export function weightedBy({ chosen, weighing }: Weighted, language: Language): string | null {
  if (weighing === null || chosen === null || chosen.set === null) return null
  return marginSetName(chosen.set, language)
}

/** How weights are named on a page: by what set of margins. */
export function marginSetName(set: Pick<MarginSet, 'name' | 'n'>, language: Language): string {
  const words = weightsMessages(language)
  return words.by({ name: words.named(set) })
}
