/** What came of the last press of a button, on top of the page that follows it. */

export interface Notice {
  tone: 'good' | 'wait' | 'bad'
  text: string
  /** More of it, line by line. */
  lines?: string[]
}

export function NoticeLine({ notice }: { notice: Notice | null }) {
  if (notice === null) return null
  return (
    <div class={`notice ${notice.tone}`} role={notice.tone === 'bad' ? 'alert' : 'status'}>
      <p>{notice.text}</p>
      {notice.lines && (
        <ul>
          {notice.lines.map((line) => (
            <li>{line}</li>
          ))}
        </ul>
      )}
    </div>
  )
}
