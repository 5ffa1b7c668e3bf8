/** Answering whoever is not let in yet. */
import type { Context } from 'hono'
import { raw } from 'hono/html'
import { languages } from '../../../schema/questionnaire.ts'
import { assetUrls } from '../../platform/http/assets.ts'
import { field, type Posted } from '../../platform/http/form.ts'
import { refuse, wantsJson } from '../../platform/http/refuse.tsx'
import { contentPolicy } from '../../platform/http/safety.ts'
import { shellOf } from '../../platform/http/shell.ts'
import { languageOf, offeredLanguages } from '../../platform/i18n/language.ts'
import type { AppEnv } from '../../ports.ts'
import { paths } from '../paths.ts'
import type { StudyWithOffers } from '../study.ts'
import type { Challenged } from './admit.ts'
import { makeChallenge, type StartOf } from './challenge.ts'
import { takePlace, turnEveryMs } from './queue.ts'
import { placePage, waitingPage } from './waiting-page.tsx'

/** What a post says besides the answers. */
const controls = new Set(['start', 'go', 'lang', 'draft', 'proof', 'queue'])

/** Only our script asks for a page and nothing else; what a browser itself sends lists more. */
const isByScript = (c: Context<AppEnv>) => c.req.header('accept') === 'text/html'

/** With work to do, and with a place in the queue for a browser that has no scripts, or says that it cannot do the work. */
export async function holdAtDoor(
  c: Context<AppEnv>,
  study: StudyWithOffers,
  start: StartOf,
  posted: Posted,
  { mostKeys, rings }: Challenged,
) {
  if (wantsJson(c)) return refuse(c, 'too_many', [], 60)
  const { ports } = c.var
  const gaveUp = (field(posted, 'queue') ?? '') !== ''
  const place = gaveUp || !isByScript(c) ? await takePlace(ports, start, rings) : undefined
  c.header('Content-Security-Policy', contentPolicy({ frame: "'self'" }))
  return c.html(
    waitingPage({
      shell: shellOf(c, study),
      study: study.questionnaire.title[languageOf(c)],
      action: c.req.path,
      start: field(posted, 'start') ?? '',
      typed: Object.fromEntries(Object.entries(posted).filter(([name]) => !controls.has(name))),
      work: gaveUp
        ? null
        : {
            challenge: await makeChallenge(ports, start, mostKeys),
            mostKeys,
            script: assetUrls(ports.assets).proof,
          },
      queue:
        place === undefined ? null : place === null ? 'full' : paths.queue(study.slug, place.turnMs) + inItsLanguage(c),
    }),
  )
}

/** The place reads no study: of one that has only some languages, its address says which. */
function inItsLanguage(c: Context<AppEnv>): string {
  return offeredLanguages(c).length < languages.length ? `&lang=${languageOf(c)}` : ''
}

/** The place of a turn, which the address names: a time, a language, and nothing of anybody. It reads no more than the clock. */
export function showPlace(c: Context<AppEnv>) {
  const turnMs = Number(c.req.query('turn'))
  if (!Number.isSafeInteger(turnMs)) return refuse(c, 'not_found')
  const waitMs = Math.max(0, turnMs - Date.parse(c.var.ports.clock.now()))
  c.header('Content-Security-Policy', contentPolicy({ framedBy: "'self'" }))
  return c.html(
    <>
      {raw('<!doctype html>')}
      {placePage({ shell: shellOf(c), nth: Math.ceil(waitMs / turnEveryMs), waitMs })}
    </>,
  )
}
