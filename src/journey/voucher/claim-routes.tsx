/** Claiming: which way, which account, is that right; and giving another account while no batch holds the claim. */

import { type Context, Hono } from 'hono'
import { claimMessages } from '../../../messages/generated/claim.ts'
import type { Language } from '../../../schema/questionnaire.ts'
import type { Channel } from '../../../schema/tables.ts'
import { field, type Posted, readPosted } from '../../platform/http/form.ts'
import { refuseFields, wantsJson } from '../../platform/http/refuse.tsx'
import { shellOf } from '../../platform/http/shell.ts'
import { languageOf, namedLanguage, offeredLanguages, rememberLanguage } from '../../platform/i18n/language.ts'
import type { AppEnv, Payee } from '../../ports.ts'
import { changePayee, claimVoucher } from '../../rewards/claims/claim.ts'
import { accountPage, type ClaimPage, checkClaimPage, choosePage } from '../../rewards/claims/pages.tsx'
import { offerById } from '../../rewards/offers/offer.ts'
import { channelsFor, fieldsAsked, isSignedInto } from '../../rewards/payees/channels.ts'
import { type FieldFault, normalisePayee } from '../../rewards/payees/normalise.ts'
import { referenceHash } from '../../rewards/vouchers/voucher.ts'
import { paths } from '../paths.ts'
import { claimStepOf } from './claim-step.ts'
import { type HolderVisit, heldHere, progressHere } from './holder.ts'

export interface Claiming extends HolderVisit {
  /** The ways of being paid that are offered now. */
  offered: Channel[]
  isChange: boolean
  waits: boolean
  language: Language
}

/** A voucher that its holder may claim or give another account now; for everybody else the answer to be given. */
export async function claimingHere(c: Context<AppEnv>): Promise<Claiming | Response> {
  const visit = await heldHere(c)
  if (visit instanceof Response) return visit
  const { study, voucher } = visit
  const { progress, waits } = await progressHere(c.var.ports, visit)
  // The voucher's page says why not.
  if (!progress.may.claim && !progress.may.change) return c.redirect(paths.voucher(study.slug), 303)
  const offer = offerById(study, voucher.offerId)
  const offered = offer === undefined ? [] : channelsFor(offer, c.var.ports)
  return { ...visit, offered, isChange: progress.may.change, waits, language: languageOf(c) }
}

/** What every page of claiming knows. */
export async function claimPageOf(
  c: Context<AppEnv>,
  { study, voucher, isChange, waits, language }: Claiming,
): Promise<ClaimPage> {
  return {
    mark: (await referenceHash(c.var.ports.keys, voucher)).slice(0, 8),
    shell: shellOf(c, study, language),
    study: study.questionnaire.title[language],
    amountMinor: voucher.amountMinor,
    currency: voucher.currency,
    isChange,
    waits,
    action: paths.claim(study.slug),
    home: paths.voucher(study.slug),
  }
}

/** Keeps the payee, and goes to the voucher, which says how it stands: also when the claim was refused. */
export async function keepPayee(
  c: Context<AppEnv>,
  { study, voucher, isChange, isRespondent }: Claiming,
  payee: Payee,
) {
  const { ports } = c.var
  await (isChange ? changePayee : claimVoucher)(ports, voucher, payee, isRespondent ? 'respondent' : 'holder')
  return c.redirect(paths.voucher(study.slug), 303)
}

export const claimingRoutes = new Hono<AppEnv>()
  .get('/s/:study/voucher/claim', async (c) => {
    const claiming = await claimingHere(c)
    if (claiming instanceof Response) return claiming
    const [only, ...others] = claiming.offered
    const asked = c.req.query('way') ?? (others.length === 0 ? only : undefined)
    const channel = claiming.offered.find((one) => one === asked)
    if (channel !== undefined) return askFor(c, claiming, channel, {}, [])
    return choose(c, claiming, c.req.query('go') !== undefined || asked !== undefined)
  })
  .post('/s/:study/voucher/claim', async (c) => {
    const here = await claimingHere(c)
    if (here instanceof Response) return here
    const posted = await readPosted(c)
    const asked = namedLanguage(field(posted, 'lang'))
    const language = offeredLanguages(c).find((one) => one === asked)
    if (language !== undefined) rememberLanguage(c, language)
    const claiming = { ...here, language: language ?? here.language }
    const channel = claiming.offered.find((one) => one === field(posted, 'way'))
    if (channel === undefined) return choose(c, claiming, true)
    if (isSignedInto(channel)) return c.redirect(paths.wechat(claiming.study.slug), 303)
    return taken(c, claiming, channel, posted)
  })

async function choose(c: Context<AppEnv>, claiming: Claiming, isFaulty: boolean) {
  const page = await claimPageOf(c, claiming)
  return c.html(choosePage({ ...page, channels: claiming.offered, isFaulty }), isFaulty ? 422 : 200)
}

/** Asks for the account of one way of being paid; where payees sign in, that says which one is theirs. */
async function askFor(
  c: Context<AppEnv>,
  claiming: Claiming,
  channel: Channel,
  typed: Record<string, string>,
  faults: FieldFault[],
) {
  const { study, voucher, offered } = claiming
  if (isSignedInto(channel)) return c.redirect(paths.wechat(study.slug), 303)
  const fields = fieldsAsked(c.var.ports, channel, voucher.currency)
  if (faults.length > 0 && wantsJson(c)) {
    const claim = claimMessages(claiming.language)
    const problems = faults.map(({ field: name, fault }) => ({ field: name, code: fault, detail: claim.faults[fault] }))
    return refuseFields(c, claim.errors({ n: faults.length }), problems)
  }
  const other = offered.length > 1 ? paths.claim(study.slug) : null
  return c.html(
    accountPage({ ...(await claimPageOf(c, claiming)), channel, fields, typed, faults, other }),
    faults.length > 0 ? 422 : 200,
  )
}

/** Looks at what was typed; it is kept when its giver has seen it once more and said that it is right. */
async function taken(c: Context<AppEnv>, claiming: Claiming, channel: Channel, posted: Posted) {
  const { currency } = claiming.voucher
  const fields = fieldsAsked(c.var.ports, channel, currency)
  const typed = Object.fromEntries(fields.map(({ name }) => [name, field(posted, name) ?? '']))
  const step = claimStepOf(posted)
  if (step === 'fill_in') return askFor(c, claiming, channel, typed, [])
  const read = normalisePayee(channel, currency, typed, fields)
  if ('faults' in read) return askFor(c, claiming, channel, typed, read.faults)
  if (step === 'keep') return keepPayee(c, claiming, read.payee)
  const rows = fields.map(({ name, kind }) => ({ kind, text: read.payee.fields[name] ?? '' }))
  return c.html(checkClaimPage({ ...(await claimPageOf(c, claiming)), channel, rows, typed }))
}
