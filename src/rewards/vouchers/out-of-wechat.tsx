import { raw } from 'hono/html'
import { voucherMessages } from '../../../messages/generated/voucher.ts'
import type { Language } from '../../../schema/questionnaire.ts'
import type { Html } from '../../platform/http/html.ts'

/** The top of a phone's screen: the button with three dots, and the list under it with a globe. */
const picture =
  '<path d="M4 96V12a8 8 0 0 1 8-8h136a8 8 0 0 1 8 8v84M4 32h152"/><rect x="118" y="10" width="32" height="16" rx="8"/>' +
  '<path d="M126 18h.1m7.9 0h.1m7.9 0h.1" stroke-width="4"/><rect x="64" y="42" width="84" height="40" rx="6"/>' +
  '<circle cx="84" cy="62" r="10"/><path d="M74 62h20M84 52q-9 10 0 20 9-10 0-20M104 62h34"/>'

/** How a page that was opened in WeChat is opened in the phone's own browser, in words and a small picture. */
export function OutOfWechat({ language }: { language: Language }): Html {
  const words = voucherMessages(language).browser
  const box = 'viewBox="0 0 160 96" width="160" height="96" fill="none" stroke="currentColor" stroke-width="2"'
  return (
    <>
      <h3>{words.title}</h3>
      <ol class="points">
        <li>{words.copy}</li>
        <li>
          {words.menu}
          <br />
          <span role="img" aria-label={words.picture}>
            {raw(`<svg ${box} stroke-linecap="round" aria-hidden="true">${picture}</svg>`)}
          </span>
        </li>
        <li>{words.paste}</li>
      </ol>
    </>
  )
}
