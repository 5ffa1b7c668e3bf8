/** What may be chosen in a set-up, each with its label. */
import { commonMessages } from '../../../../messages/generated/common.ts'
import type { SetupMessages } from '../../../../messages/generated/studies/setup.ts'
import { inEachLanguage, type Language, type Questionnaire } from '../../../../schema/questionnaire.ts'
import type { Study } from '../../../survey/studies/study.ts'
import type { SetupField } from '../fields.ts'
import { codedQuestions } from '../read/checks.ts'
import { offerPlaces } from '../read/places.ts'
import { allTemplates } from '../templates.ts'

type Choice = readonly [value: string, label: string]

interface ChoosingFrom {
  language: Language
  words: SetupMessages
  questionnaire: Questionnaire | null
  /** Those whose questionnaires the reader may use. */
  studies: readonly Study[]
}

/** Gives the choices of each field. */
export async function choicesFor({ language, words, questionnaire, studies }: ChoosingFrom) {
  const { options } = words
  const common = commonMessages(language)
  const titles = (await allTemplates()).map(
    ({ id, questionnaire, purpose }) => [id, `${questionnaire.title[language]} · ${purpose[language]}`] as const,
  )
  const labels: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    from: options.from,
    taxMode: options.taxMode,
    calendar: options.calendar,
    openLinkPolicy: options.policy,
    invitationPolicy: options.policy,
    channels: common.channels,
    languages: inEachLanguage((one) => commonMessages(one).name),
  }
  return (field: Extract<SetupField, { kind: 'choice' | 'checks' }>): readonly Choice[] => {
    switch (field.choices) {
      case 'templates':
        return titles
      case 'studies':
        return studies.map(({ slug, questionnaire }) => [slug, `${questionnaire.title[language]} (${slug})`])
      case 'places': {
        const places = offerPlaces(questionnaire)
        const others = places.length === 1 ? words.anyPlace : words.everyPlace
        return places
          .map(({ code, label }) => [String(code), label?.[language] ?? others] as const)
          .sort(([a], [b]) => Number(a === '0') - Number(b === '0'))
      }
      case 'questions':
        return questionnaire === null ? [] : codedQuestions(questionnaire).map(({ code }) => [code, code])
      default: {
        const known = labels[field.name] ?? options.yesNo
        return field.choices.map((value) => [value, (known as Readonly<Record<string, string>>)[value] ?? value])
      }
    }
  }
}
