/** The page that asks before answers are taken back: it works without scripts. */
import { accountsMessages } from '../../../messages/generated/accounts.ts'
import type { Html } from '../../platform/http/html.ts'
import { layout, type Shell } from '../../platform/http/layout.tsx'
import type { Way } from './take-back.ts'

/**
 * Asks whether it is really meant; the button posts to `action`.
 * @param hasVoucher a reward was earned, which stays
 * @param held nothing can be taken back now
 */
export function takeBackPage(props: {
  shell: Shell
  study: string
  way: Way
  action: string
  back: string
  hasVoucher: boolean
  held: boolean
}): Html {
  const { shell, way, held } = props
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
        {held ? (
          <p class="lead" role="status">
            {words.held}
          </p>
        ) : (
          <>
            <p class="lead">{text}</p>
            <p>{props.hasVoucher ? words.reward.earned : words.reward.none}</p>
            <p>{words.final}</p>
          </>
        )}
        <form method="post" action={props.action}>
          <p class="actions">
            {!held && (
              <button class="button" type="submit">
                {button}
              </button>
            )}
            <a class="button quiet" href={props.back}>
              {words.back}
            </a>
          </p>
        </form>
      </>
    ),
  })
}
