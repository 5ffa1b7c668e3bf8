/** Being paid by WeChat: signing in says which account, a claim keeps it, and after approval a button receives the money. */

import { type Context, Hono } from 'hono'
import { claimMessages } from '../../../messages/generated/claim.ts'
import { commonMessages } from '../../../messages/generated/common.ts'
import { voucherMessages } from '../../../messages/generated/voucher.ts'
import { icsFile } from '../../platform/files/ics.ts'
import { assetUrls } from '../../platform/http/assets.ts'
import { messagePage } from '../../platform/http/message-page.tsx'
import { contentPolicy } from '../../platform/http/safety.ts'
import { shellOf } from '../../platform/http/shell.ts'
import { formatDate, formatMoney } from '../../platform/i18n/format.ts'
import { languageOf } from '../../platform/i18n/language.ts'
import type { AppEnv, PayeeLogin } from '../../ports.ts'
import { loadCalendar } from '../../rewards/calendar/store.ts'
import { loginOf } from '../../rewards/payees/channels.ts'
import { normalisePayee } from '../../rewards/payees/normalise.ts'
import { type ConfirmRefusal, confirmPayout } from '../../rewards/payouts/confirm.ts'
import { voucherReference } from '../../rewards/vouchers/voucher.ts'
import { paths } from '../paths.ts'
import { type Claiming, claimingHere, claimPageOf, keepPayee } from './claim-routes.tsx'
import { type HolderVisit, heldHere, progressHere } from './holder.ts'
import { reminderAt } from './reminder.ts'
import { readVoucherCode } from './routes.tsx'
import { intoWechat, isWechat } from './wechat-browser.ts'
import { beginSignIn, endSignIn, forgetOpenid, keepOpenid, openidHere } from './wechat-sign-in.ts'

type ForWechat = Claiming & { login: PayeeLogin }

/** A voucher that may be claimed and whose offer WeChat pays; for everybody else the answer to be given. */
async function forWechat(c: Context<AppEnv>): Promise<ForWechat | Response> {
  const claiming = await claimingHere(c)
  if (claiming instanceof Response) return claiming
  const login = loginOf(c.var.ports, 'wechat')
  if (login === undefined || !claiming.offered.includes('wechat')) {
    return c.redirect(paths.claim(claiming.study.slug), 303)
  }
  return { ...claiming, login }
}

export const wechatRoutes = new Hono<AppEnv>()
  .get('/s/:study/voucher/wechat', async (c) => {
    const claiming = await forWechat(c)
    if (claiming instanceof Response) return claiming
    const { study, voucher, login, offered } = claiming
    const openid = await openidHere(c, study.slug, voucher.id)
    const where = !isWechat(c) ? 'outside' : openid === null ? 'inside' : 'known'
    // Browsers hold a form to this policy also where its answer leads on.
    if (where === 'inside') c.header('Content-Security-Policy', contentPolicy({ formAction: login.authorizeOrigin }))
    const into = await intoWechat(c, `${c.var.ports.settings.origin}/v/${await readVoucherCode(c, voucher)}`)
    const action = where === 'known' ? `${paths.wechat(study.slug)}/claim` : paths.wechat(study.slug)
    const other = offered.length > 1 ? paths.claim(study.slug) : null
    const { wechatPage } = await import('../../rewards/claims/wechat-pages.tsx')
    return c.html(wechatPage({ ...(await claimPageOf(c, claiming)), action, where, into, other }))
  })
  .post('/s/:study/voucher/wechat', async (c) => {
    const claiming = await forWechat(c)
    if (claiming instanceof Response) return claiming
    const { study, voucher, login } = claiming
    const state = await beginSignIn(c, study.slug, voucher.id)
    const returnTo = `${c.var.ports.settings.origin}${paths.wechat(study.slug)}/return`
    return c.redirect(login.authorizeUrl(returnTo, state), 303)
  })
  .get('/s/:study/voucher/wechat/return', async (c) => {
    const claiming = await forWechat(c)
    if (claiming instanceof Response) return claiming
    const { study, voucher, login } = claiming
    const code = c.req.query('code') ?? ''
    const isOurs = await endSignIn(c, study.slug, voucher.id, c.req.query('state') ?? '')
    const openid = isOurs && code !== '' ? await login.openidOf(code) : null
    if (openid === null) return failed(c, claiming)
    await keepOpenid(c, study.slug, voucher.id, openid)
    return c.redirect(paths.wechat(study.slug), 303)
  })
  .post('/s/:study/voucher/wechat/claim', async (c) => {
    const claiming = await forWechat(c)
    if (claiming instanceof Response) return claiming
    const { study, voucher, login } = claiming
    const openid = await openidHere(c, study.slug, voucher.id)
    const read = normalisePayee('wechat', voucher.currency, { [login.identifies]: openid ?? '' })
    if ('faults' in read) return failed(c, claiming)
    forgetOpenid(c, study.slug)
    return keepPayee(c, claiming, read.payee)
  })
  .post('/s/:study/voucher/receive', async (c) => {
    const visit = await heldHere(c)
    if (visit instanceof Response) return visit
    const { progress } = await progressHere(c.var.ports, visit)
    if (!progress.may.receive || !isWechat(c)) return c.redirect(paths.voucher(visit.study.slug), 303)
    const made = await confirmPayout(c.var.ports, visit.voucher.id)
    return 'refused' in made ? notNow(c, visit, made) : receive(c, visit, made)
  })
  .get('/s/:study/voucher/reminder.ics', async (c) => {
    const visit = await heldHere(c)
    if (visit instanceof Response) return visit
    return reminder(c, visit)
  })

/** Signing in came to nothing: what happened, and the way to begin again. */
function failed(c: Context<AppEnv>, { study }: HolderVisit) {
  const claim = claimMessages(languageOf(c))
  const { failed: title, failedText: text, again } = claim.wechat
  const ways = [
    { href: paths.wechat(study.slug), label: again },
    { href: paths.voucher(study.slug), label: claim.back },
  ]
  // Its address has the code and the state in it, so the language is not switched here.
  return c.html(messagePage({ shell: shellOf(c, study), title, text, ways, languages: 'none' }), 400)
}

async function receive(
  c: Context<AppEnv>,
  { study, voucher }: HolderVisit,
  { confirm, expiresAt }: Exclude<Awaited<ReturnType<typeof confirmPayout>>, ConfirmRefusal>,
) {
  const { receivePage } = await import('../../rewards/claims/wechat-pages.tsx')
  // WeChat's bridge on iPhones calls the app through a frame of this scheme.
  c.header('Content-Security-Policy', contentPolicy({ frame: 'weixin:' }))
  return c.html(
    receivePage({
      shell: shellOf(c, study),
      study: study.questionnaire.title[languageOf(c)],
      amountMinor: voucher.amountMinor,
      currency: voucher.currency,
      confirm,
      expiresAt,
      script: assetUrls(c.var.ports.assets).wechat,
      home: paths.voucher(study.slug),
    }),
  )
}

function notNow(c: Context<AppEnv>, { study }: HolderVisit, refusal: ConfirmRefusal) {
  const language = languageOf(c)
  const { title, refused, opensOn } = claimMessages(language).receive
  const from =
    'opensOn' in refusal && refusal.opensOn !== null ? opensOn({ day: formatDate(refusal.opensOn, language) }) : ''
  const reason = refused[refusal.refused]
  const text = from === '' ? reason : commonMessages(language).sentences({ first: reason, second: from })
  const ways = [{ href: paths.voucher(study.slug), label: voucherMessages(language).lookAgain }]
  return c.html(messagePage({ shell: shellOf(c, study), title, text, ways, languages: 'none' }), 409)
}

/** A calendar file for the day to come back, which leads to the study and holds no code. */
async function reminder(c: Context<AppEnv>, visit: HolderVisit) {
  const { db, clock, keys, settings } = c.var.ports
  const { study, voucher } = visit
  const { progress } = await progressHere(c.var.ports, visit)
  if (progress.stage !== 'receive' && progress.stage !== 'receive_later') {
    return c.redirect(paths.voucher(study.slug), 303)
  }
  const now = clock.now()
  const language = languageOf(c)
  const words = claimMessages(language).receive
  const start = reminderAt(await loadCalendar(db, study.settings.calendar, now), now, progress.from)
  const file = icsFile({
    uid: `${await voucherReference(keys, voucher)}@${new URL(settings.origin).host}`,
    start,
    end: new Date(Date.parse(start) + 30 * 60_000).toISOString(),
    title: words.event({ amount: formatMoney(voucher.amountMinor, voucher.currency, language) }),
    text: `${words.eventText}\n${settings.origin}${paths.landing(study.slug)}`,
    stampedAt: now,
  })
  return c.body(file, 200, {
    'Content-Type': 'text/calendar; charset=utf-8',
    'Content-Disposition': `attachment; filename="${study.slug}.ics"`,
  })
}
