/** Of a voucher's page: what a preparer may propose about it, and the link of one that has taken another's place. */

import { vouchersMessages } from '../../../messages/generated/vouchers.ts'
import { formatDateTime } from '../../platform/i18n/format.ts'
import { languageOf } from '../../platform/i18n/language.ts'
import { longestReason } from '../../staff/approvals/proposal.ts'
import { StaffPage } from '../../staff/frame/frame.tsx'
import { may } from '../../staff/permissions/may.ts'
import { staffOf } from '../../staff/permissions/needs.ts'
import { PressForm } from '../batches/batch-page.tsx'
import { reasonsFor } from '../vouchers/lifecycle.ts'
import type { VoucherPart } from './voucher-part.ts'

export const proposable = ['void', 'reissue', 'release'] as const
export type Proposable = (typeof proposable)[number]

/** The reasons to choose from. */
const reasonsOf = { void: reasonsFor.void, reissue: reasonsFor.reissue, release: reasonsFor.releaseClaim }

export function VoucherActions(part: VoucherPart) {
  const { c, history, words } = part
  const staff = staffOf(c)
  const { studyId } = history.head
  const open = may(staff, 'vouchers.propose', studyId) ? proposable.filter((way) => history.may[way]) : []
  return (
    <>
      {history.link !== null && may(staff, 'vouchers.link', studyId) && <Link {...part} />}
      {may(staff, 'sessions.end', studyId) && (
        <section class="no-print">
          <h2>{words.devicesTitle}</h2>
          <p>{words.devicesHint}</p>
          <PressForm action={`/finance/vouchers/${history.reference}/sessions`} label={words.devicesButton} quiet />
        </section>
      )}
      {open.length > 0 && (
        <section class="no-print">
          <h2>{words.actions}</h2>
          <p class="small">{words.actionsHint}</p>
          {open.map((way) => (
            <Propose {...part} way={way} />
          ))}
        </section>
      )}
    </>
  )
}

function Propose({ history, words, language, way, typed }: VoucherPart & { way: Proposable }) {
  const own = typed?.way === way ? typed : null
  const { title, hint, button } = words.ways[way]
  const { reasons } = vouchersMessages(language).lifecycle
  return (
    <details open={own !== null}>
      <summary>{title}</summary>
      <form method="post" action={`/finance/vouchers/${history.reference}/proposals`}>
        <input type="hidden" name="way" value={way} />
        <p>{hint}</p>
        <div class="field">
          <label class="ask" for={`${way}-reason`}>
            {words.reason}
          </label>
          <select id={`${way}-reason`} name="reason">
            {reasonsOf[way].map((reason) => (
              <option value={reason} selected={reason === own?.reason}>
                {reasons[reason]}
              </option>
            ))}
          </select>
        </div>
        <div class="field">
          <label class="ask" for={`${way}-why`}>
            {words.inWords}
          </label>
          <p class="hint" id={`${way}-why-h`}>
            {words.inWordsHint}
          </p>
          <textarea id={`${way}-why`} name="why" rows={2} maxlength={longestReason} aria-describedby={`${way}-why-h`}>
            {own?.why}
          </textarea>
        </div>
        <p class="actions">
          <button class="button" type="submit">
            {button}
          </button>
        </p>
      </form>
    </details>
  )
}

function Link({ history, words, language }: VoucherPart) {
  const { link, names } = history
  if (link === null) return null
  const { shownTo, at } = link
  return (
    <section class="no-print">
      <h2>{words.link}</h2>
      {shownTo !== null && at !== null ? (
        <p>{words.linkShown({ name: names.get(shownTo) ?? shownTo, at: formatDateTime(at, language) })}</p>
      ) : (
        <>
          <p>{words.linkHint}</p>
          <PressForm action={`/finance/vouchers/${history.reference}/link`} label={words.linkButton} quiet />
        </>
      )}
    </section>
  )
}

/** The link itself: the answer to the press, and at no address of its own. */
export function VoucherLinkPage({ c, reference, link }: Pick<VoucherPart, 'c'> & { reference: string; link: string }) {
  const words = vouchersMessages(languageOf(c))
  return (
    <StaffPage c={c} title={words.linkTitle}>
      <p class="notice wait" role="status">
        {words.linkNow}
      </p>
      <p class="code">
        <code class="plain">{link}</code>
      </p>
      <p class="actions">
        <a class="button quiet" href={`/finance/vouchers/${reference}`}>
          {words.backToVoucher}
        </a>
      </p>
    </StaffPage>
  )
}
