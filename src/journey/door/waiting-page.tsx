/** What somebody sees who is not let in yet: the work that goes on, or the place in the queue. */
import { accountsMessages } from '../../../messages/generated/accounts.ts'
import type { Language } from '../../../schema/questionnaire.ts'
import type { Posted } from '../../platform/http/form.ts'
import type { Html } from '../../platform/http/html.ts'
import { layout, type Shell } from '../../platform/http/layout.tsx'
import { formatMinutes } from '../../platform/i18n/format.ts'

export interface WaitingPage {
  shell: Shell
  /** The study's title in the reader's language. */
  study: string
  action: string
  /** The start form's token. */
  start: string
  /** What was typed on the first page, which travels along: nothing of it is stored yet. */
  typed: Posted
  /** What the script works on, and the script's address; null for whoever waits instead. */
  work: { challenge: string; mostKeys: number; script: string } | null
  /** The page that shows the place in the queue; `full`: there is none; null for whoever works. */
  queue: string | 'full' | null
}

/** The first page once more, unseen, with what it waits for. */
export function waitingPage(props: WaitingPage): Html {
  const { shell, work, queue } = props
  const words = accountsMessages(shell.language).door
  return layout({
    shell,
    title: words.title,
    study: props.study,
    languages: 'form',
    scripts: work === null ? undefined : [work.script],
    children: (
      <>
        <h1>{words.title}</h1>
        <p class="lead">{words.lead}</p>
        <form
          id="page"
          method="post"
          action={props.action}
          data-live
          data-challenge={work?.challenge}
          data-most={work?.mostKeys}
        >
          <input type="hidden" name="start" value={props.start} />
          <input type="hidden" name="proof" value="" />
          <input type="hidden" name="queue" value="" />
          {Object.entries(props.typed).flatMap(([name, values]) =>
            values.map((value) => <input hidden name={name} value={value} />),
          )}
          <div id="working" hidden>
            <p>{words.work}</p>
            <progress aria-label={words.workLabel} max={1} value={0} />
          </div>
          <div id="waiting">
            {queue === 'full' && <p class="note">{words.full}</p>}
            {queue !== null && queue !== 'full' && (
              <>
                <p>{words.queue}</p>
                <iframe src={queue} title={words.place} width="100%" height="140" frameborder="0" />
              </>
            )}
            <div class="actions">
              <button class="button" type="submit" name="go" value="next">
                {words.goOn}
              </button>
            </div>
          </div>
          <p class="status" id="status" role="status" />
        </form>
      </>
    ),
  })
}

/** How long it is, in words: seconds, or minutes once they are many. */
function timeOf(ms: number, language: Language): string {
  const seconds = Math.ceil(ms / 1000)
  return seconds < 90
    ? accountsMessages(language).door.seconds({ n: seconds })
    : formatMinutes(Math.ceil(seconds / 60), language)
}

const renewedEvery = 5

/**
 * The small page inside, which renews itself until the turn has come.
 * @param nth whose turn it is, counted from the next one; 0: it has come
 * @param waitMs until then
 */
export function placePage(props: { shell: Shell; nth: number; waitMs: number }): Html {
  const { shell, nth, waitMs } = props
  const { language } = shell
  const words = accountsMessages(language).door
  return (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <title>{words.place}</title>
        <meta name="robots" content="noindex" />
        {nth > 0 && <meta http-equiv="refresh" content={String(Math.min(renewedEvery, Math.ceil(waitMs / 1000)))} />}
        <link rel="stylesheet" href={shell.assets.style} />
      </head>
      <body>
        <p class="note" role="status">
          <b>{nth === 0 ? words.turn : words.nth({ n: nth, time: timeOf(waitMs, language) })}</b>
        </p>
      </body>
    </html>
  )
}
