/** The voucher, and the page that a voucher link opens. */

import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { commonMessages } from '../../../messages/generated/common.ts'
import { findingsMessages } from '../../../messages/generated/insights/findings.ts'
import { voucherMessages } from '../../../messages/generated/voucher.ts'
import type { Language } from '../../../schema/questionnaire.ts'
import { CopyCode } from '../../platform/http/copy-code.tsx'
import type { Html } from '../../platform/http/html.ts'
import { layout, type Shell } from '../../platform/http/layout.tsx'
import { formatMoney } from '../../platform/i18n/format.ts'
import { OutOfWechat } from './out-of-wechat.tsx'

export interface VoucherPage {
  shell: Shell
  /** The study's title in the reader's language. */
  study?: string
  amountMinor: number
  /** What was promised when tax is taken from it; else null. */
  beforeTaxMinor: number | null
  currency: string
  reference: string
  /** Null when it can no longer be derived. */
  code: string | null
  /** The address that opens the voucher elsewhere. */
  link: string | null
  /** A QR code of `link` as trusted SVG markup. */
  qrSvg: string | null
  /** Whether the page is read inside WeChat. */
  isInWechat: boolean
  /** Whether it is just given or waits to be, so that its holder is thanked. */
  isNew: boolean
  /** Whether it waits for a person to look at the answers: nothing is promised before. */
  isHeld: boolean
  /** Whether there is still something to come of it: then it is to be kept. */
  isLive: boolean
  /** How it stands, inside the voucher. */
  stage: Child
  /** What has happened and what is to come, below it. */
  progress: Child
  /** Where it is answered whether this is real. */
  trustPath?: string
  /** What came of the answers. */
  findingsPath?: string
  /** Where this device is made to forget its owner. */
  forgetPath: string
  /** Where other devices are signed out; null for whoever brought the voucher's code alone. */
  devicesPath: string | null
  /** What the device may forget by now: addresses that begin so. */
  over?: string
  /** Where respondents see what is kept of them, and the code for it; null likewise. */
  statusPath: string | null
  /** That code, with what it is for; left out likewise. */
  resume?: Child
}

/** What a respondent holds, how it stands, what happens next, and how to keep it. */
export function voucherPage(props: VoucherPage): Html {
  const { shell, code, link } = props
  const { language } = shell
  const words = voucherMessages(language)
  const common = commonMessages(language)
  const title = props.isHeld ? words.titleHeld : words.title
  return layout({
    shell,
    title,
    study: props.study,
    languages: 'links',
    over: props.over,
    children: (
      <>
        <h1>{title}</h1>
        {props.isNew && <p class="lead">{props.isHeld ? words.thanksHeld : words.thanks}</p>}
        <section class="voucher" aria-label={title}>
          <p class="amount">{formatMoney(props.amountMinor, props.currency, language)}</p>
          {props.beforeTaxMinor !== null && (
            <p class="small">
              {common.beforeTax({ amount: formatMoney(props.beforeTaxMinor, props.currency, language) })}
            </p>
          )}
          {props.stage}
          {code && props.isLive && (
            <>
              <h2>{words.code}</h2>
              <CopyCode language={language} text={code} label={words.code} />
            </>
          )}
          <p class="small">
            {words.reference} {props.reference}
          </p>
        </section>
        {props.progress}
        {props.isLive && code && link && <Keeping {...props} language={language} link={link} />}
        <p class="small no-print">
          <a href={props.forgetPath}>{common.forget}</a>
        </p>
        {props.devicesPath !== null && (
          <p class="small no-print">
            <a href={props.devicesPath}>{common.devices}</a>
          </p>
        )}
        {props.resume}
        {props.statusPath !== null && (
          <p class="small no-print">
            <a href={props.statusPath}>{common.rights}</a>
          </p>
        )}
        {props.trustPath && (
          <p class="small no-print">
            <a href={props.trustPath}>{common.isReal}</a>
          </p>
        )}
        {props.findingsPath && (
          <p class="small no-print">
            <a href={props.findingsPath}>{findingsMessages(language).link}</a>
          </p>
        )}
      </>
    ),
  })
}

function Keeping(props: Pick<VoucherPage, 'qrSvg' | 'isHeld' | 'isInWechat'> & { language: Language; link: string }) {
  const { language, link, qrSvg } = props
  const words = voucherMessages(language)
  return (
    <>
      <h2>{words.keep}</h2>
      <p>{props.isHeld ? words.keepHeld : words.keepText}</p>
      <h3>{words.link}</h3>
      <CopyCode language={language} text={link} label={words.link} plain />
      {props.isInWechat && <OutOfWechat language={language} />}
      {qrSvg && (
        <details class="qr">
          <summary>{words.qr}</summary>
          <div class="qr-code">{raw(qrSvg)}</div>
          <p>{words.qrText}</p>
        </details>
      )}
    </>
  )
}

/**
 * What a voucher link shows: a button and nothing of the voucher. `action` is the link's own address, to which the
 * button posts `code`; the script takes the code out of the address that is shown. Without a code there is a field
 * to type it in.
 */
export function voucherLinkPage(props: { shell: Shell; action: string; code: string | null }): Html {
  const { shell, action, code } = props
  const words = voucherMessages(shell.language)
  return layout({
    shell,
    title: words.linkTitle,
    languages: { links: `${action}?lang=` },
    children: (
      <>
        <h1>{words.linkTitle}</h1>
        <p class="lead">{code === null ? words.typeText : words.linkText}</p>
        <form method="post" action={action} data-clean={code === null ? undefined : '/v'}>
          {code === null ? <CodeField label={words.code} /> : <input type="hidden" name="code" value={code} />}
          <p class="actions">
            <button class="button" type="submit">
              {words.linkButton}
            </button>
          </p>
        </form>
      </>
    ),
  })
}

function CodeField({ label }: { label: string }) {
  return (
    <p class="q">
      <label class="legend" for="code">
        {label}
      </label>
      <input
        type="text"
        id="code"
        name="code"
        maxlength={64}
        autocomplete="off"
        autocapitalize="characters"
        spellcheck={false}
        class="coded"
      />
    </p>
  )
}
