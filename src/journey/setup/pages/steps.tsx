import type { SetupMessages } from '../../../../messages/generated/studies/setup.ts'
import type { Fault } from '../faults.ts'
import { faultsBySection } from '../read/study-of.ts'
import { type SectionName, type Setup, sectionNames } from '../setup.ts'

interface StepsProps {
  id: string
  current: SectionName | 'summary'
  setup: Setup
  faults: readonly Fault[]
  words: SetupMessages
}

/** The steps of a set-up, each with what is still missing in it. */
export function Steps({ id, current, setup, faults, words }: StepsProps) {
  const counts = faultsBySection(faults)
  return (
    <nav aria-label={words.steps} class="note">
      <ol class="steps">
        {sectionNames.map((section) => {
          const isSeen = setup.saved.includes(section)
          return (
            <li>
              <a href={`/admin/setups/${id}/${section}`} aria-current={section === current ? 'step' : undefined}>
                {words.sections[section].title}
              </a>{' '}
              <span class={`badge ${counts[section] === 0 && isSeen ? 'good' : 'wait'}`}>
                {isSeen || counts[section] > 0 ? words.missing({ count: counts[section] }) : words.untouched}
              </span>
            </li>
          )
        })}
        <li>
          <a href={`/admin/setups/${id}/summary`} aria-current={current === 'summary' ? 'step' : undefined}>
            {words.sections.summary.title}
          </a>
        </li>
      </ol>
    </nav>
  )
}
