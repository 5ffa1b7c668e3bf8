/** What came of the last press of a button, on top of the page that follows it. */

export interface Notice {
  tone: 'good' | 'wait' | 'bad'
  text: string
  /** More of it, line by line. */
  lines?: string[]
  /** Where all of it stands. */
  link?: { href: string; text: string }
}

export function NoticeLine({ notice }: { notice: Notice | null }) {
  if (notice === null) return null
  return (
    <div class={`notice ${notice.tone}`} role={notice.tone === 'bad' ? 'alert' : 'status'}>
      <p>{notice.text}</p>
      {notice.lines && <Lines lines={notice.lines} most={notice.tone === 'bad' ? notice.lines.length : mostUnfolded} />}
      {notice.link && (
        <p>
          <a href={notice.link.href}>{notice.link.text}</a>
        </p>
      )}
    </div>
  )
}

/** More than these would keep the page that follows out of sight; what is wrong is never folded away. */
const mostUnfolded = 8

function Lines({ lines, most }: { lines: readonly string[]; most: number }) {
  const list = (some: readonly string[]) => (
    <ul>
      {some.map((line) => (
        <li>{line}</li>
      ))}
    </ul>
  )
  const folded = lines.slice(most)
  return (
    <>
      {list(lines.slice(0, most))}
      {folded.length > 0 && (
        <details>
          <summary>… (+{folded.length})</summary>
          {list(folded)}
        </details>
      )}
    </>
  )
}
