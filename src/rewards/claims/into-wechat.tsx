import { raw } from 'hono/html'
import { claimMessages } from '../../../messages/generated/claim.ts'
import { voucherMessages } from '../../../messages/generated/voucher.ts'
import type { Language } from '../../../schema/questionnaire.ts'
import { CopyCode } from '../../platform/http/copy-code.tsx'
import type { Html } from '../../platform/http/html.ts'

/** What opens a voucher in WeChat: its link, and a QR code of that as trusted SVG markup. */
export interface IntoWechat {
  link: string
  /** Null on a phone, which cannot scan its own screen. */
  qrSvg: string | null
}

/** The way into WeChat for whoever is outside it. */
export function IntoWechat({ language, link, qrSvg }: IntoWechat & { language: Language }): Html {
  const { wechat } = claimMessages(language)
  if (qrSvg === null) {
    return (
      <>
        <p>{wechat.outsidePhone}</p>
        <CopyCode language={language} text={link} label={voucherMessages(language).link} plain />
      </>
    )
  }
  return (
    <>
      <p>{wechat.outside}</p>
      <div class="qr-code">{raw(qrSvg)}</div>
      <p>{wechat.outsideLink}</p>
    </>
  )
}
