import type { Language } from '../../../schema/questionnaire.ts'

interface ParagraphsProps {
  /** Null where nothing is said. */
  said: { text: string; language: Language } | null
  /** What stands there instead. */
  none?: string
}

/** A text that people typed, line by line, in its own language. */
export function Paragraphs({ said, none }: ParagraphsProps) {
  if (said === null) return none === undefined ? null : <p class="small">{none}</p>
  return (
    <>
      {said.text
        .split(/\n+/)
        .filter((line) => line.trim() !== '')
        .map((line) => (
          <p lang={said.language}>{line}</p>
        ))}
    </>
  )
}
