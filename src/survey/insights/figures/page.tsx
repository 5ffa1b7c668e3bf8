/** The figures of a study: of everybody, or of those who gave one answer. */
import type { Context } from 'hono'
import { commonMessages } from '../../../../messages/generated/common.ts'
import { type FiguresMessages, figuresMessages } from '../../../../messages/generated/insights/figures.ts'
import { type Language, languages, type Questionnaire } from '../../../../schema/questionnaire.ts'
import { formatDate, leadIn } from '../../../platform/i18n/format.ts'
import { languageOf } from '../../../platform/i18n/language.ts'
import type { AppEnv } from '../../../ports.ts'
import { ChoiceField } from '../../../staff/frame/field.tsx'
import { figures } from '../../../staff/frame/figures.ts'
import { Filters } from '../../../staff/frame/filters.tsx'
import { StaffPage } from '../../../staff/frame/frame.tsx'
import type { Study } from '../../studies/study.ts'
import type { Dictionary } from '../../variables/variable.ts'
import { slotsOf } from '../segments/slots.ts'
import { languageColumn } from './columns.ts'
import type { ShownGroup, Snapshot } from './snapshot.ts'
import { QuestionTable } from './tables.tsx'
import { questionFigures } from './view.ts'

interface FiguresPageProps {
  c: Context<AppEnv>
  study: Study
  dictionary: Dictionary
  /** The one whose data it is. */
  questionnaire: Questionnaire
  /** Other data of the study, by the newest version that has it. */
  versions: readonly { n: number; version: string }[]
  dataVersion: string
  snapshot: Snapshot | null
  /** The day on which the figures were made. */
  madeOn: string | null
  /** Which group, by its place. */
  of: number
}

export function FiguresPage(props: FiguresPageProps) {
  const { c, study, dictionary, questionnaire, versions, dataVersion, snapshot, madeOn, of } = props
  const language = languageOf(c)
  const words = figuresMessages(language)
  const here = `/admin/studies/${study.slug}/figures`
  const group = snapshot?.groups[of] ?? snapshot?.groups[0]
  const label = (one: ShownGroup) => groupLabel(one, dictionary, questionnaire, language, words)
  return (
    <StaffPage c={c} title={words.title} study={study.questionnaire.title[language]}>
      <p>{words.about}</p>
      {versions.length > 1 && (
        <ul class="points">
          {versions.map(({ n, version }) => (
            <li>
              {version === dataVersion ? (
                <strong>{words.version({ n: String(n) })}</strong>
              ) : (
                <a href={`${here}?version=${version}`}>{words.version({ n: String(n) })}</a>
              )}
            </li>
          ))}
        </ul>
      )}
      {snapshot === null || group === undefined || madeOn === null ? (
        <div class="empty">
          <p>{words.none}</p>
        </div>
      ) : (
        <>
          <Filters language={language} action={here} isSet={group.by !== null}>
            <input type="hidden" name="version" value={dataVersion} />
            <ChoiceField
              name="of"
              label={words.of}
              value={String(snapshot.groups.indexOf(group))}
              options={snapshot.groups.map((one, at) => [String(at), label(one)])}
              wide
            />
          </Filters>
          <p>
            <strong>{words.base({ n: figures(group.base), group: label(group) })}</strong>{' '}
            {words.asOf({ day: formatDate(madeOn, language) })}
          </p>
          {questionFigures(dictionary, questionnaire, group).map((question) => (
            <QuestionTable question={question} language={language} words={words} />
          ))}
          <p class="small">{words.left}</p>
        </>
      )}
    </StaffPage>
  )
}

/** What a group has in common. */
function groupLabel(
  { by }: ShownGroup,
  dictionary: Dictionary,
  questionnaire: Questionnaire,
  language: Language,
  words: FiguresMessages,
): string {
  if (by === null) return words.everybody
  if (by.column === languageColumn) {
    const names = by.slots.flatMap((slot) => {
      const tag = languages[slot - 1]
      return tag === undefined ? [] : [commonMessages(tag).name]
    })
    return leadIn(words.language, language) + names.join(' · ')
  }
  const variable = dictionary.variables.find(({ column }) => column?.name === by.column)
  if (variable?.column == null) return by.column
  const slots = slotsOf(questionnaire, variable.column)
  const values = by.slots.map((slot) => {
    const value = slots.valueOf(slot)
    if (slot === 0) return words.notAsked
    return variable.codes.find(({ code }) => code === value)?.label[language] ?? String(value)
  })
  return leadIn(variable.label[language], language) + values.join(' · ')
}
