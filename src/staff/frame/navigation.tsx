/** Where staff can go: by the study in the address first, then by desk. On a phone it opens from a menu. */
import { frameMessages } from '../../../messages/generated/studies/frame.ts'
import { Languages, type Shell } from '../../platform/http/layout.tsx'
import { areas, type PartOfStaff, type StaffPart } from '../permissions/parts.ts'

interface NavigationProps {
  shell: Shell
  path: string
  /** What the reader may go to, those of the study included. */
  parts: readonly StaffPart<PartOfStaff>[]
  /** The part that the page belongs to. */
  current: StaffPart | undefined
  /** The study's name. */
  study: string | undefined
}

export function Navigation({ shell, path, parts, current, study }: NavigationProps) {
  const words = frameMessages(shell.language)
  return (
    <>
      {/* The list stands beside what opens it, so that a wide screen can show it whether or not it is open. */}
      <details class="menu no-print">
        <summary>{words.menu}</summary>
      </details>
      <div class="side no-print">
        <nav aria-label={words.label}>
          {areas.map((area) => {
            const own = parts.filter((part) => part.area === area)
            if (own.length === 0) return null
            return (
              <>
                <p class="area" id={`area-${area}`}>
                  {area === 'study' && study !== undefined ? study : words.areas[area]}
                </p>
                <ul aria-labelledby={`area-${area}`}>
                  {own.map(({ part, href }) => (
                    <li>
                      <a
                        href={href}
                        aria-current={path === href ? 'page' : current?.href === href ? 'true' : undefined}
                      >
                        {words.parts[part]}
                      </a>
                    </li>
                  ))}
                </ul>
              </>
            )
          })}
        </nav>
        <Languages shell={shell} how={{ links: '?lang=' }} />
      </div>
    </>
  )
}
