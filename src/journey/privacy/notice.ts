/** The privacy notice of a study, in every language: made of its settings, so that it says what this study does. */
import { commonMessages } from '../../../messages/generated/common.ts'
import { trustMessages } from '../../../messages/generated/trust.ts'
import type { Text } from '../../../schema/questionnaire.ts'
import { inEachLanguage } from '../../../schema/text.ts'
import { formatChannels } from '../../platform/i18n/format.ts'
import { keptByText } from '../../platform/memory/kept-by-text.ts'
import type { Ports } from '../../ports.ts'
import { channelsFor } from '../../rewards/payees/channels.ts'
import { type AgreementText, agreementText, noticeCode } from '../../survey/consents/agreement.ts'
import { retentionTexts } from '../retention/retention-words.ts'
import type { StudyWithOffers } from '../study.ts'

/** A heading, and what stands below it. */
export interface NoticeSection {
  code: string
  title: Text
  points: Text[]
}

type Say = (words: ReturnType<typeof trustMessages>['notice'], language: keyof Text) => string
const text = (say: Say): Text => inEachLanguage((language) => say(trustMessages(language).notice, language))

type Noticed = Pick<StudyWithOffers, 'settings' | 'offers' | 'thanksByPlace'>
type Payers = Pick<Ports, 'payers'>

/** By which ways money goes to somebody, as a reward or as a thank-you: those that a provider has for every offer as well. */
function channelsOf({ offers, thanksByPlace }: Noticed, ports: Payers): string[] {
  const every = [...offers, ...thanksByPlace.values()]
  return [...new Set(every.flatMap((offer) => [...offer.channels, ...channelsFor(offer, ports)]))].sort()
}

/** Who is responsible, what for and by which right, who receives it, where, how long, one's rights, whom to turn to, what is voluntary. */
export function privacyNotice(study: Noticed, ports: Payers): NoticeSection[] {
  const { organiser, contact, recipient, privacy, paradata } = study.settings
  const channels = channelsOf(study, ports)
  const isPaid = channels.length > 0
  const section = (
    code: keyof ReturnType<typeof trustMessages>['notice']['sections'],
    ...points: (Text | false)[]
  ) => ({
    code,
    title: text(({ sections }) => sections[code]),
    points: points.filter((point) => point !== false),
  })
  const { where, authority, backupDays } = privacy ?? {}
  return [
    section(
      'controller',
      text(({ controller }, language) => controller({ organiser: organiser[language], contact })),
    ),
    section(
      'purposes',
      text(({ purposes }) => purposes.research),
      paradata && text(({ purposes }) => purposes.paradata),
      isPaid && text(({ purposes }) => purposes.reward),
      isPaid && text(({ purposes }) => purposes.books),
      text(({ purposes }) => purposes.fraud),
      text(({ purposes }) => purposes.safety),
      text(({ purposes }) => purposes.ways),
    ),
    section(
      'recipients',
      text(({ recipients }, language) => recipients.researchers({ organiser: organiser[language] })),
      isPaid && text(({ recipients }) => recipients.money),
      isPaid && text(({ recipients }, language) => recipients.payers({ channels: formatChannels(channels, language) })),
      recipient !== null &&
        text(({ recipients }, language) =>
          recipients.abroad({
            recipient: recipient.name[language],
            contact: recipient.contact,
            purpose: recipient.purpose[language],
          }),
        ),
      text(({ recipients }) => recipients.nobody),
    ),
    section(
      'countries',
      where ?? text(({ countries }) => countries.ask({ contact })),
      recipient !== null &&
        text(({ countries }, language) => countries.abroad({ recipient: recipient.name[language] })),
      text(({ countries }) => countries.device),
    ),
    section(
      'retention',
      ...retentionTexts(study.settings.retention, isPaid, 'en').map((_, at) => keptLine(study, isPaid, at)),
    ),
    section(
      'rights',
      text(({ rights }) => rights.see),
      text(({ rights }) => rights.object),
      text(({ rights }) => rights.mail({ contact })),
      backupDays === undefined
        ? text(({ rights }) => rights.after)
        : text(({ rights }) => rights.afterDays({ days: backupDays })),
    ),
    section('authority', authority ?? text((words) => words.authority)),
    section(
      'voluntary',
      text(({ voluntary }) => voluntary.all),
      text(({ voluntary }) => voluntary.optional),
      isPaid && text(({ voluntary }) => voluntary.reward),
    ),
  ]
}

function keptLine({ settings }: Pick<StudyWithOffers, 'settings'>, isPaid: boolean, at: number): Text {
  return inEachLanguage((language) => {
    const { kind, when } = retentionTexts(settings.retention, isPaid, language)[at] ?? { kind: '', when: '' }
    return commonMessages(language).labelled({ label: kind, text: when })
  })
}

const notices = keptByText<AgreementText>({ most: 100, longest: 100_000 })

/** The notice that holds for whoever begins now, with its hash. */
export function noticeText(study: Noticed, ports: Payers): AgreementText {
  // Its settings and channels say which it is; hashing it for everybody who begins would cost more than asking.
  const key = JSON.stringify([study.settings, channelsOf(study, ports)])
  return notices(key, () => agreementText(noticeCode, privacyNotice(study, ports)))
}
