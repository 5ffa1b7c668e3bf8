/** The page that asks before answers are taken back: it works without scripts. */
import { accountsMessages } from '../../../messages/generated/accounts.ts'
import type { Html } from '../../platform/http/html.ts'
import { layout, type Shell } from '../../platform/http/layout.tsx'
import type { WithdrawalKind } from './take-back.ts'

/**
 * Asks whether it is really meant; the button posts to `action`.
 * @param hasVoucher a reward was earned, which stays
 * @param wait why it cannot be done now: `held`, a person looks at the answers; `moved_on`, nobody does; `paying`, the money is on its way
 * @param giveUp where the reward can be given up instead of waiting
 */
export function takeBackPage(props: {
  shell: Shell
  study: string
  way: WithdrawalKind
  action: string
  back: string
  hasVoucher: boolean
  wait: 'held' | 'moved_on' | 'paying' | null
  giveUp: string | null
}): Html {
  const { shell, way, wait } = props
  const words = accountsMessages(shell.language).rights.takeBack
  const { title, text, button } = words[way]
  return layout({
    shell,
    title,
    study: props.study,
    languages: 'links',
    children: (
      <>
        <h1>{title}</h1>
        {wait !== null ? (
          <p class="lead" role="status">
            {words[wait]}
          </p>
        ) : (
          <>
            <p class="lead">{text}</p>
            {way !== 'give_up' && <p>{props.hasVoucher ? words.reward.earned : words.reward.none}</p>}
            <p>{words.final}</p>
          </>
        )}
        <form method="post" action={props.action}>
          <p class="actions">
            {wait === null && (
              <button class="button" type="submit">
                {button}
              </button>
            )}
            <a class="button quiet" href={props.back}>
              {words.back}
            </a>
            {wait === 'held' && props.giveUp !== null && (
              <a class="button quiet" href={props.giveUp}>
                {words.give_up.link}
              </a>
            )}
          </p>
        </form>
      </>
    ),
  })
}
