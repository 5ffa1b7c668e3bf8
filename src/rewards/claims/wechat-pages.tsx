/** Being paid by WeChat: which account, and the confirmation that opens inside WeChat. */

import { claimMessages } from '../../../messages/generated/claim.ts'
import { voucherMessages } from '../../../messages/generated/voucher.ts'
import type { Html } from '../../platform/http/html.ts'
import { layout, type Shell } from '../../platform/http/layout.tsx'
import { formatDateTime, formatMoney } from '../../platform/i18n/format.ts'
import { IntoWechat } from './into-wechat.tsx'
import { Amount, Back, type ClaimPage } from './pages.tsx'

/**
 * Outside WeChat the way into it; inside, a button that asks WeChat who is there (`action`), or, once that is `known`,
 * one that claims.
 */
export function wechatPage(
  props: ClaimPage & {
    where: 'outside' | 'inside' | 'known'
    /** What opens the voucher in WeChat. */
    into: IntoWechat
    /** The other ways, if there are any. */
    other: string | null
  },
): Html {
  const { shell, where, other } = props
  const { wechat, other: otherWay } = claimMessages(shell.language)
  return layout({
    shell,
    title: wechat.title,
    study: props.study,
    languages: 'links',
    children: (
      <>
        <h1>{wechat.title}</h1>
        <Amount page={props} />
        {where === 'outside' ? (
          <IntoWechat language={shell.language} {...props.into} />
        ) : (
          <>
            <p>{where === 'known' ? wechat.known : wechat.text}</p>
            <form method="post" action={props.action}>
              <p>
                <button class="button big" type="submit">
                  {where === 'known' ? wechat.claim : wechat.button}
                </button>
              </p>
            </form>
          </>
        )}
        {other && (
          <p>
            <a href={other}>{otherWay}</a>
          </p>
        )}
        <Back page={props} />
      </>
    ),
  })
}

/**
 * What opens WeChat's confirmation, by a script of its own: `confirm` is what WeChat asks for, `home` says how it
 * stands afterwards.
 */
export function receivePage(props: {
  shell: Shell
  study: string
  amountMinor: number
  currency: string
  confirm: { appId: string; mchId: string; package: string }
  expiresAt: string
  script: string
  home: string
}): Html {
  const { shell, confirm } = props
  const { language } = shell
  const words = claimMessages(language).receive
  return layout({
    shell,
    title: words.title,
    study: props.study,
    languages: 'none',
    scripts: [props.script],
    children: (
      <>
        <h1>{words.title}</h1>
        <p class="lead">{formatMoney(props.amountMinor, props.currency, language)}</p>
        <p>{words.until({ time: formatDateTime(props.expiresAt, language) })}</p>
        <div
          id="confirm"
          data-app-id={confirm.appId}
          data-mch-id={confirm.mchId}
          data-package={confirm.package}
          data-opening={words.opening}
          data-shown={words.shown}
          data-closed={words.closed}
          data-not-here={words.notHere}
        >
          <p class="notice wait" id="status" role="status">
            {words.noScript}
          </p>
          <p class="actions">
            <button class="button" type="button" id="open" hidden>
              {words.open}
            </button>
            <a class="button quiet" href={props.home}>
              {voucherMessages(language).lookAgain}
            </a>
          </p>
        </div>
      </>
    ),
  })
}
