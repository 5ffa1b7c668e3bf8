/** A page in hand, or a consent. */
import type { Consent, Page } from '../../../../schema/questionnaire.ts'
import { conditionWords } from '../conditions/words.ts'
import { press } from '../form/buttons.ts'
import { partLabel } from '../names.ts'
import { AddConsent, AddPage, AddQuestion } from './add.tsx'
import { ConditionForm } from './condition.tsx'
import { type EditorDesk, hrefOf } from './desk.ts'
import { EditForm } from './edit-form.tsx'
import { Move } from './items.tsx'
import { TextFields } from './texts.tsx'

/** The form of a page, and of what can be added to it. */
export function PageForm({ desk, page, pageAt }: { desk: EditorDesk; page: Page; pageAt: number }) {
  const { words, language } = desk
  const at = `pages/${page.code}`
  const isEnding = desk.cond === `${at}/ends/new`
  return (
    <>
      <EditForm desk={desk}>
        <div class="head">
          <h2>{partLabel(desk.questionnaire, at, language)}</h2>
          <div class="moves">
            <Move words={words} label={page.title[language]} at={at} />
          </div>
        </div>
        <TextFields desk={desk} at={`${at}/title`} label={words.texts.title} />
        <Ends desk={desk} page={page} />
        <Lease desk={desk} page={page} />
        {isEnding ? (
          <ConditionForm desk={desk} at={desk.cond} title={words.endsHere} before={pageAt + 1} ends />
        ) : (
          <ConditionForm desk={desk} at={at} title={words.shownIf} before={pageAt} />
        )}
      </EditForm>
      <AddQuestion desk={desk} page={page.code} before={null} />
      <AddConsent desk={desk} page={page.code} />
      <AddPage desk={desk} before={desk.questionnaire.pages[pageAt + 1]?.code ?? null} />
    </>
  )
}

function Ends({ desk, page }: { desk: EditorDesk; page: Page }) {
  const { words, language, questionnaire } = desk
  return (
    <section aria-label={words.endsHere}>
      <h3>{words.endsHere}</h3>
      <ul class="listed">
        {(page.ends ?? []).map(({ when, as }, n) => (
          <li>
            <span>
              {words.endsAs({ as: words.ends[as], condition: conditionWords(questionnaire, when, language) })}
            </span>
            <button class="button quiet small" type="submit" name="do" value={press.dropEnd(page.code, n)}>
              {words.removePart}
            </button>
          </li>
        ))}
      </ul>
      <p>
        <a href={hrefOf(desk, desk.at, { cond: `pages/${page.code}/ends/new` })}>{words.addEnd}</a>
      </p>
    </section>
  )
}

function Lease({ desk, page }: { desk: EditorDesk; page: Page }) {
  const { words } = desk
  if (page.lease) return <p class="note">{words.leaseHere}</p>
  return (
    <p>
      <button class="button quiet small" type="submit" name="do" value={press.lease(page.code)}>
        {words.setLease}
      </button>
    </p>
  )
}

/** The form of a box to be ticked. */
export function ConsentForm({ desk, consent, pageAt }: { desk: EditorDesk; consent: Consent; pageAt: number }) {
  const { words } = desk
  const at = `consents/${consent.code}`
  return (
    <EditForm desk={desk}>
      <div class="head">
        <h2>{words.consentNamed({ code: consent.code })}</h2>
        <button class="button quiet small" type="submit" name="do" value={press.remove(at)}>
          {words.remove}
        </button>
      </div>
      <TextFields desk={desk} at={`${at}/text`} label={words.texts.consent} />
      <ConditionForm desk={desk} at={at} title={words.shownIf} before={pageAt + 1} />
    </EditForm>
  )
}
