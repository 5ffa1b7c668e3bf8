/** The voucher: shown to its respondent, or to whoever swapped its code for a cookie. */
import { type Context, Hono } from 'hono'
import { renderSVG } from 'uqr'
import type { Standing } from '../answers/store.ts'
import { first } from '../db/together.ts'
import type { AppEnv } from '../ports.ts'
import { slugOfStudy } from '../studies/store.ts'
import type { Study } from '../studies/study.ts'
import { voucherLinkPage, voucherPage } from '../vouchers/pages.tsx'
import { voucherById, voucherOfRespondent } from '../vouchers/store.ts'
import { idInCode, isCodeOf, type Voucher, voucherCode, voucherReference } from '../vouchers/voucher.ts'
import { groupedCode } from '../web/codes.ts'
import { keepCookie, readCookie } from '../web/cookies.ts'
import { field, readPosted } from '../web/form.ts'
import { languageOf } from '../web/language.ts'
import { refuse } from '../web/refuse.tsx'
import { shellOf } from '../web/shell.ts'
import { readToken, signToken } from '../web/tokens.ts'
import { wordsFor } from '../web/words/index.ts'
import { paths } from './paths.ts'
import { visitorOf } from './visitor.ts'
import { signedOut } from './ways.ts'

const heldSeconds = 24 * 3600

/** Lets go of a voucher that was opened by its code, so that the respondent's own shows again. */
export function forgetVoucher(c: Context<AppEnv>, slug: string): void {
  keepCookie(c, `voucher-${slug}`, '', 0)
}

/** The voucher that this browser may see: the one whose code it has just brought, or else its respondent's. */
async function visibleVoucher(c: Context<AppEnv>, study: Study, own: Standing | null): Promise<Voucher | undefined> {
  const { db, keys, clock } = c.var.ports
  const cookie = readCookie(c, `voucher-${study.slug}`)
  const read = cookie === undefined ? null : await readToken(keys.tokens, 'voucher', study.slug, cookie, clock.now())
  const brought = read?.ok === true ? await first(db, voucherById({ id: read.token.subject })) : undefined
  const voucher = brought ?? (own === null ? undefined : await first(db, voucherOfRespondent(own)))
  return voucher?.studyId === study.id ? voucher : undefined
}

export const voucherRoutes = new Hono<AppEnv>()
  .get('/s/:study/voucher', async (c) => {
    const visitor = await visitorOf(c)
    if (visitor === undefined) return refuse(c, 'not_found')
    const { study, standing, scope } = visitor
    const voucher = await visibleVoucher(c, study, scope === 'full' ? standing : null)
    if (voucher === undefined) {
      if (standing === null) return signedOut(c, study.slug)
      return c.redirect(scope === 'full' ? paths.onward(study.slug) : paths.resume(study.slug), 303)
    }
    const { keys, settings } = c.var.ports
    const code = await voucherCode(keys, voucher)
    if (code === null)
      throw new Error(`The key ${voucher.codeKey}, under which vouchers were made, is not in the key set.`)
    const link = `${settings.origin}/v/${code}`
    return c.html(
      voucherPage({
        shell: shellOf(c, study),
        study: study.questionnaire.title[languageOf(c)],
        amountMinor: voucher.amountMinor,
        currency: voucher.currency,
        state: voucher.state,
        reference: await voucherReference(keys, voucher),
        code: groupedCode(code),
        link,
        qrSvg: renderSVG(link, { border: 2 }),
        claimableFrom: null,
        channels: study.offers.find((offer) => offer.currency === voucher.currency)?.channels ?? [],
      }),
    )
  })
  .get('/v', (c) => c.html(voucherLinkPage({ shell: shellOf(c), action: '/v', code: null })))
  .get('/v/:code', (c) => {
    const code = c.req.param('code')
    return c.html(voucherLinkPage({ shell: shellOf(c), action: `/v/${encodeURIComponent(code)}`, code }))
  })
  .post('/v', async (c) => swapCode(c, field(await readPosted(c), 'code') ?? ''))
  .post('/v/:code', (c) => swapCode(c, c.req.param('code')))

/** Swaps a voucher's code for a cookie, and goes to a clean address. */
async function swapCode(c: Context<AppEnv>, typed: string) {
  const { db, keys, clock } = c.var.ports
  const id = idInCode(typed)
  const voucher = id === null ? undefined : await first(db, voucherById({ id }))
  const slug = voucher && (await slugOfStudy(db, voucher.studyId))
  const isRight = voucher !== undefined && (await isCodeOf(keys, voucher, typed))
  if (slug === undefined || !isRight)
    return refuse(c, 'link_invalid', [{ href: '/v', label: wordsFor(languageOf(c)).voucher.code }])
  const token = await signToken(keys.tokens, 'voucher', slug, voucher.id, clock.now(), heldSeconds)
  keepCookie(c, `voucher-${slug}`, token, heldSeconds)
  return c.redirect(paths.voucher(slug), 303)
}
