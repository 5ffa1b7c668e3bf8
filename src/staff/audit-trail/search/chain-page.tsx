/** The check of the chain: what holds, as far as it was looked at. */
import type { Context } from 'hono'
import { auditMessages } from '../../../../messages/generated/studies/audit.ts'
import { languageOf } from '../../../platform/i18n/language.ts'
import type { AppEnv } from '../../../ports.ts'
import { figures } from '../../frame/figures.ts'
import { StaffPage } from '../../frame/frame.tsx'
import type { ChainFault, Head } from '../check-chain.ts'

/** What was looked at in one step, and in those before it. */
export interface CheckedSeals {
  /** The number of the first seal that was looked at. */
  first: number
  last: number
  faults: readonly ChainFault[]
}

interface ChainPageProps {
  c: Context<AppEnv>
  /** The newest seal of the days before; null when there is none. */
  newest: Head | null
  /** How many of the last seals are looked at in one step. */
  step: number
  /** Null before anything was looked at. */
  looked: CheckedSeals | null
}

export function ChainPage({ c, newest, step, looked }: ChainPageProps) {
  const words = auditMessages(languageOf(c)).chain
  return (
    <StaffPage c={c} title={words.title}>
      <p>{words.about}</p>
      {newest === null ? (
        <p class="empty">{words.none}</p>
      ) : (
        <>
          {looked !== null && <Result looked={looked} newest={newest} words={words} />}
          <dl class="facts">
            <div>
              <dt>{words.newest}</dt>
              <dd>
                {figures(newest.n)} <code class="hash">{newest.hash}</code>
              </dd>
            </div>
          </dl>
          <p class="small">{words.note}</p>
          <div class="actions no-print">
            <StepForm after={Math.max(0, newest.n - step)} first={Math.max(1, newest.n - step + 1)}>
              {words.last({ count: Math.min(step, newest.n) })}
            </StepForm>
            {newest.n > step && (
              <StepForm after={0} first={1}>
                {words.all}
              </StepForm>
            )}
          </div>
        </>
      )}
    </StaffPage>
  )
}

type Words = ReturnType<typeof auditMessages>['chain']

function Result({ looked, newest, words }: { looked: CheckedSeals; newest: Head; words: Words }) {
  const { first, last, faults } = looked
  const whole = words.whole({ first: figures(first), last: figures(last) })
  const isOn = faults.length === 0 && last < newest.n
  return (
    <>
      {faults.length > 0 ? (
        <div class="notice bad" role="alert">
          <h2>{words.broken}</h2>
          <ul>
            {faults.map(({ n, entryId, is }) => (
              <li>
                {words.faults[is]({ n: figures(n) })} <code>{entryId}</code>
              </li>
            ))}
          </ul>
          <p>{words.todo}</p>
        </div>
      ) : (
        <p class="notice good" role="status">
          {whole}
        </p>
      )}
      {last < newest.n && (
        <>
          <p>
            <progress value={last} max={newest.n} aria-label={words.title} />
            <span class="small">{words.progress({ last: figures(last), all: figures(newest.n) })}</span>
          </p>
          <StepForm after={last} first={first} goesOn={isOn}>
            {words.goOn}
          </StepForm>
        </>
      )}
    </>
  )
}

interface StepFormProps {
  after: number
  first: number
  /** Whether the script presses the button. */
  goesOn?: boolean
  children: string
}

function StepForm({ after, first, goesOn = false, children }: StepFormProps) {
  return (
    <form class="press" method="post" action="/admin/audit/chain" data-goes-on={goesOn ? '' : undefined}>
      <input type="hidden" name="after" value={after} />
      <input type="hidden" name="first" value={first} />
      <button class="button quiet" type="submit">
        {children}
      </button>
    </form>
  )
}
