/** The page of somebody whose group is full while they answer: it works without scripts. */
import { accountsMessages } from '../../../messages/generated/accounts.ts'
import type { Html } from '../../platform/http/html.ts'
import { layout, type Shell } from '../../platform/http/layout.tsx'
import { formatMoney } from '../../platform/i18n/format.ts'

/**
 * @param isFinal nothing comes free by waiting
 * @param thanks what is given to whoever stops here; null for nothing
 * @param isReviewed whether a person may look at the answers before it can be claimed
 * @param action is posted to for stopping
 * @param retry goes on where a place can be had
 */
export function fullPage(props: {
  shell: Shell
  study: string
  group: string
  isFinal: boolean
  thanks: { amountMinor: number; currency: string } | null
  isReviewed: boolean
  action: string
  retry: string
}): Html {
  const { shell, group, isFinal, thanks } = props
  const words = accountsMessages(shell.language).full
  const amount = thanks === null ? '' : formatMoney(thanks.amountMinor, thanks.currency, shell.language)
  return layout({
    shell,
    title: words.title,
    study: props.study,
    languages: 'links',
    children: (
      <>
        <h1>{words.title}</h1>
        <p class="lead">{isFinal ? words.final : words.waiting}</p>
        <p>{words.group({ group })}</p>
        <p>{words.safe}</p>
        {thanks !== null && <p>{isFinal ? words.thanksFinal({ amount }) : words.thanks({ amount })}</p>}
        {thanks !== null && props.isReviewed && <p>{words.reviewed}</p>}
        <form method="post" action={props.action}>
          <p class="actions">
            {!isFinal && (
              <a class="button" href={props.retry}>
                {words.retry}
              </a>
            )}
            {(isFinal || thanks !== null) && (
              <button class={isFinal ? 'button' : 'button quiet'} type="submit">
                {thanks === null ? words.stop : words.stopThanks({ amount })}
              </button>
            )}
          </p>
        </form>
        {!isFinal && <p class="small">{words.later}</p>}
      </>
    ),
  })
}
