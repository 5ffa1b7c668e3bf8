/** The voucher: shown to its respondent, or to whoever swapped its code for a cookie. */

import { type Context, Hono } from 'hono'
import { surveyMessages } from '../../../messages/generated/survey.ts'
import { voucherMessages } from '../../../messages/generated/voucher.ts'
import { groupedCode } from '../../platform/crypto/codes.ts'
import { first } from '../../platform/db/together.ts'
import { qrOf } from '../../platform/files/qr.ts'
import { field, readPosted } from '../../platform/http/form.ts'
import { refuse } from '../../platform/http/refuse.tsx'
import { shellOf } from '../../platform/http/shell.ts'
import { languageOf } from '../../platform/i18n/language.ts'
import { tryCode } from '../../platform/network/wrong-codes.ts'
import type { AppEnv, Ports } from '../../ports.ts'
import { ProgressView, StageView } from '../../rewards/claims/progress-view.tsx'
import { grossOf } from '../../rewards/offers/tax.ts'
import { voucherLinkPage, voucherPage } from '../../rewards/vouchers/page.tsx'
import { idInCode, isCodeOf, type Voucher, voucherCode, voucherReference } from '../../rewards/vouchers/voucher.ts'
import { ResumeCode } from '../../survey/responses/resume-code.tsx'
import { slugOfStudy } from '../../survey/studies/store.ts'
import { paths } from '../paths.ts'
import { offerPublicLanguages } from '../public-languages.ts'
import { resumeOf } from '../resume.ts'
import { type HolderVisit, heldHere, keepVoucher, progressHere, voucherWithSessions } from './holder.ts'
import { isPhone, isWechat } from './wechat-browser.ts'

export const voucherRoutes = new Hono<AppEnv>()
  .get('/s/:study/voucher', async (c) => {
    const visit = await heldHere(c)
    return visit instanceof Response ? visit : show(c, visit)
  })
  .get('/v', async (c) => {
    await offerPublicLanguages(c)
    return c.html(voucherLinkPage({ shell: shellOf(c), action: '/v', code: null }))
  })
  .get('/v/:code', async (c) => {
    const code = c.req.param('code')
    await offerPublicLanguages(c)
    return c.html(voucherLinkPage({ shell: shellOf(c), action: `/v/${encodeURIComponent(code)}`, code }))
  })
  .post('/v', async (c) => swapCode(c, field(await readPosted(c), 'code') ?? ''))
  .post('/v/:code', (c) => swapCode(c, c.req.param('code')))

async function show(c: Context<AppEnv>, visit: HolderVisit) {
  const { ports } = c.var
  const { study, voucher } = visit
  const { slug } = study
  const language = languageOf(c)
  const { progress, claim } = await progressHere(ports, visit)
  const code = await readVoucherCode(c, voucher)
  const link = `${ports.settings.origin}/v/${code}`
  const isInWechat = isWechat(c)
  // The phone that WeChat runs on cannot scan its own screen. Paper shows it, so that it is in the page from the start.
  const qrSvg = isInWechat ? null : await qrOf(link)
  const ways = {
    claim: paths.claim(slug),
    receive: isInWechat ? paths.receive(slug) : null,
    reminder: paths.reminder(slug),
    here: paths.voucher(slug),
    status: visit.isRespondent ? paths.status(slug) : null,
    wechat: { link, qrSvg: isPhone(c) ? null : qrSvg },
  }
  const account = (claim?.payee ?? []).map(({ text }) => text)
  return c.html(
    voucherPage({
      shell: shellOf(c, study),
      study: study.questionnaire.title[language],
      amountMinor: voucher.amountMinor,
      beforeTaxMinor: study.settings.tax.mode === 'net' ? grossOf(voucher) : null,
      currency: voucher.currency,
      reference: await voucherReference(ports.keys, voucher),
      code: groupedCode(code),
      link,
      isInWechat,
      qrSvg,
      isNew: progress.stage === 'held' || progress.stage === 'issued',
      isHeld: progress.stage === 'held',
      isLive: progress.who !== null,
      stage: <StageView progress={progress} language={language} account={account} ways={ways} />,
      progress: <ProgressView progress={progress} language={language} />,
      trustPath: paths.trust(slug),
      findingsPath: paths.findings(slug),
      forgetPath: `${paths.devices(slug)}/here`,
      devicesPath: visit.isRespondent ? paths.devices(slug) : null,
      // An account may yet be typed, or half typed.
      over: progress.may.claim || progress.may.change ? paths.page(slug, '') : `${paths.landing(slug)}/`,
      statusPath: visit.isRespondent ? paths.status(slug) : null,
      resume: await ownCode(c, visit),
    }),
  )
}

/** The code that opens what is kept of the respondent, when it is theirs to see. */
async function ownCode(c: Context<AppEnv>, { study, isRespondent, own }: HolderVisit) {
  const resume = isRespondent && own !== null ? await resumeOf(c, study.slug, own) : null
  if (resume === null) return null
  const words = surveyMessages(languageOf(c)).resume
  return (
    <details class="resume no-print">
      <summary>{words.label}</summary>
      <ResumeCode language={languageOf(c)} resume={resume} />
      <p>{words.keepAfter}</p>
    </details>
  )
}

/**
 * The voucher's code.
 * @throws Error when the key that it was made under is not in the key set any more
 */
export async function readVoucherCode(c: Context<AppEnv>, voucher: Voucher): Promise<string> {
  const code = await voucherCode(c.var.ports.keys, voucher)
  if (code === null)
    throw new Error(`The key ${voucher.codeKey}, under which vouchers were made, is not in the key set.`)
  return code
}

/** Swaps a voucher's code for a cookie, and goes to a clean address. */
async function swapCode(c: Context<AppEnv>, typed: string) {
  const { ports } = c.var
  await offerPublicLanguages(c)
  // Who guesses tries many ends of one voucher's code: what is counted is the voucher.
  const tried = await tryCode(ports, ports.addressOf(c.req.raw, c.env), idInCode(typed) ?? typed, () =>
    opened(ports, typed),
  )
  const again = [{ href: '/v', label: voucherMessages(languageOf(c)).enterCode }]
  if ('waitSeconds' in tried) return refuse(c, 'too_many_codes', again, tried.waitSeconds)
  if ('wrong' in tried) return refuse(c, 'link_invalid', again)
  const { slug, voucher } = tried.found
  await keepVoucher(c, slug, voucher)
  return c.redirect(paths.voucher(slug), 303)
}

/** The voucher that a code opens, and the slug of its study. */
async function opened({ db, keys }: Ports, typed: string) {
  const id = idInCode(typed)
  const voucher = id === null ? undefined : await first(db, voucherWithSessions({ id }))
  if (voucher === undefined || !(await isCodeOf(keys, voucher, typed))) return undefined
  const slug = await slugOfStudy(db, voucher.studyId)
  return slug === undefined ? undefined : { slug, voucher }
}
