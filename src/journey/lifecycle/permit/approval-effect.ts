/** A permit for the mainland, as a proposal is shown and confirmed: the study goes by it from then on. */
import { permitMessages } from '../../../../messages/generated/studies/permit.ts'
import type { Language } from '../../../../schema/questionnaire.ts'
import { first } from '../../../platform/db/together.ts'
import { formatDate } from '../../../platform/i18n/format.ts'
import type { Ports } from '../../../ports.ts'
import type { ApprovalEffect, Details } from '../../../staff/approvals/effect.ts'
import { forgetStudies, slugOfStudy } from '../../../survey/studies/store.ts'
import { permitUntil, readPermitPayload } from './enter.ts'
import { confirmPermit, type PermitRow, permitById, studyItself, usePermit } from './store.ts'

export const permitEffect: ApprovalEffect = {
  needs: { view: 'studies.view', decide: 'permits.confirm', withdraw: 'studies.edit' },
  studyOf: studyItself,
  async effectOf({ db, clock }, { payload }, decisionId) {
    const permit = await first(db, permitById({ id: readPermitPayload(payload).permitId }))
    if (permit === undefined) return { refused: 'not_found' }
    const until = permitUntil(permit)
    const at = clock.now()
    if (until !== null && until <= at) return { refused: 'expired' }
    return [
      confirmPermit(permit.id, decisionId, at),
      usePermit({ studyId: permit.studyId, permitId: permit.id, until }),
    ]
  },
  what({ payload }, language) {
    const words = permitMessages(language)
    return { text: words.proposed[readPermitPayload(payload).kind] }
  },
  async show(ports, { subject, payload }, language) {
    const { permitId, kind } = readPermitPayload(payload)
    const permit = await first(ports.db, permitById({ id: permitId }))
    const slug = (await slugOfStudy(ports.db, subject)) ?? ''
    return permit === undefined ? { facts: [] } : permitDetails(permit, kind, slug, language)
  },
  refusals: (language) => {
    const { expired, not_found } = permitMessages(language).refused
    return { expired, not_found }
  },
  after: ({ db }: Ports) => forgetStudies(db),
}

function permitDetails(permit: PermitRow, kind: PermitRow['kind'], slug: string, language: Language): Details {
  const words = permitMessages(language)
  const own = (text: string | null) => ({ text: text ?? '', isVerbatim: true })
  const study = { label: words.study, value: { text: slug, href: `/admin/studies/${slug}/permit`, isVerbatim: true } }
  if (kind === 'not_needed') return { facts: [study, { label: words.notNeeded, value: own(permit.reason) }] }
  return {
    facts: [
      study,
      { label: words.authority, value: own(permit.authority) },
      { label: words.number, value: own(permit.number) },
      { label: words.expires, value: { text: formatDate(permit.expiresOn ?? '', language) } },
      {
        label: words.file,
        value: {
          text: `SHA-256 ${permit.fileHash}`,
          href: `/admin/studies/${slug}/permit?file=${permit.id}`,
          isVerbatim: true,
        },
      },
    ],
  }
}
