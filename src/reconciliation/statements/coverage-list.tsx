/** For each account: what statements say of it, and for which days nothing says anything yet. */
import { type StatementsMessages, statementsMessages } from '../../../messages/generated/statements.ts'
import type { Language } from '../../../schema/questionnaire.ts'
import { formatDates } from '../../platform/i18n/format.ts'
import { accountName } from '../../rewards/ledger/account-name.ts'
import type { Coverage } from './coverage.ts'

export function CoverageList({ coverage, language }: { coverage: readonly Coverage[]; language: Language }) {
  if (coverage.length === 0) return null
  const words = statementsMessages(language)
  return (
    <section>
      <h2 id="coverage">{words.coverage.title}</h2>
      <dl class="facts">
        {coverage.map((one) => (
          <div>
            <dt>{accountName(one.accountId, language)}</dt>
            <dd>
              <span class={`badge ${toneOf(one)}`.trim()}>{standing(one, words)}</span>{' '}
              {one.covered !== null && formatDates(one.covered.from, one.covered.to, language)}
              {one.missing !== null && (
                <>
                  <br />
                  {words.coverage.missing({
                    days: one.missing.days,
                    dates: formatDates(one.missing.from, one.missing.to, language),
                  })}
                </>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

/** That both agree is said only where a statement covers days, all of it was matched, and nothing is open. */
function standing({ covered, isMatched, open }: Coverage, { coverage }: StatementsMessages): string {
  if (covered === null) return coverage.none
  if (open > 0) return coverage.open({ count: open })
  return isMatched ? coverage.agree : coverage.matching
}

function toneOf({ covered, isMatched, open }: Coverage): 'good' | 'bad' | 'wait' | '' {
  if (open > 0) return 'bad'
  return covered === null || !isMatched ? 'wait' : 'good'
}
