/** The consents that a questionnaire asks for, to be read beside what the notice says. */
import { commonMessages } from '../../../../messages/generated/common.ts'
import type { SetupMessages } from '../../../../messages/generated/studies/setup.ts'
import type { Language, Questionnaire } from '../../../../schema/questionnaire.ts'

interface ConsentsProps {
  id: string
  questionnaire: Questionnaire | null
  /** The languages of the study. */
  spoken: readonly Language[]
  words: SetupMessages
}

/** Each consent in each language of the study, and where it is changed. */
export function SetupConsents({ id, questionnaire, spoken, words }: ConsentsProps) {
  const consents = (questionnaire?.pages ?? []).flatMap((page) => page.consents ?? [])
  return (
    <section aria-labelledby="consents">
      <h2 id="consents">{words.consents.title}</h2>
      <p>{words.consents.about}</p>
      {consents.length === 0 ? (
        <p class="note">{questionnaire === null ? words.consents.noQuestionnaire : words.consents.none}</p>
      ) : (
        <dl class="facts">
          {consents.map(({ code, text, when }) => (
            <div>
              <dt>
                <code>{code}</code>
                {when !== undefined && <span class="small"> {words.consents.sometimes}</span>}
              </dt>
              <dd>
                {spoken.map((language) => (
                  <>
                    <p class="small" lang={language}>
                      {commonMessages(language).name}
                    </p>
                    <blockquote lang={language}>{text[language]}</blockquote>
                  </>
                ))}
              </dd>
            </div>
          ))}
        </dl>
      )}
      <p>
        {words.consents.where} <a href={`/admin/setups/${id}/questionnaire`}>{words.sections.questionnaire.title}</a>
      </p>
    </section>
  )
}
