import type { SetupMessages } from '../../../../messages/generated/studies/setup.ts'
import type { SetupFault } from '../faults.ts'
import { faultsBySection } from '../read/study-of.ts'
import { type Setup, type SetupSection, sectionNames } from '../setup.ts'

interface StepsProps {
  id: string
  current: SetupSection | 'summary'
  setup: Setup
  faults: readonly SetupFault[]
  words: SetupMessages
}

/** The steps of a set-up in a line, each with how much is still missing in it. */
export function SetupSteps({ id, current, setup, faults, words }: StepsProps) {
  const counts = faultsBySection(faults)
  return (
    <nav aria-label={words.steps}>
      <ol class="parts">
        {sectionNames.map((section) => {
          const isSeen = setup.saved.includes(section)
          const count = counts[section]
          const isWhole = count === 0 && isSeen
          return (
            <li>
              <a href={`/admin/setups/${id}/${section}`} aria-current={section === current ? 'step' : undefined}>
                {words.sections[section].title}
                {(isWhole || count > 0) && (
                  <span class={`badge ${isWhole ? 'good' : isSeen ? 'wait' : ''}`.trim()} aria-hidden="true">
                    {isWhole ? '✓' : count}
                  </span>
                )}
                <span class="sr"> {isSeen || count > 0 ? words.missing({ count }) : words.untouched}</span>
              </a>
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
