import type { Child } from 'hono/jsx'
import type { EditorDesk } from './desk.ts'

/** The form that whatever is in hand is saved by: which revision it shows, and where it leads back to. */
export function EditForm({ desk, children, id = 'edit' }: { desk: EditorDesk; children?: Child; id?: string }) {
  return (
    <form
      id={id}
      class="edit"
      method="post"
      action={desk.path}
      data-saves={id === 'edit' ? desk.words.saved : undefined}
    >
      {/* Enter in a field presses the first button, which saves. */}
      {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: it is out of the tab order and says nothing new. */}
      <button class="first" type="submit" name="do" value="save" tabindex={-1} aria-hidden="true">
        {desk.words.save}
      </button>
      <HereFields desk={desk} />
      {children}
      {id === 'edit' && (
        <div class="actions">
          <button class="button" type="submit" name="do" value="save">
            {desk.words.save}
          </button>
        </div>
      )}
    </form>
  )
}

/** What every form of the editor posts besides its own fields. */
export function HereFields({ desk }: { desk: EditorDesk }) {
  return (
    <>
      <input type="hidden" name="revision" value={String(desk.draft.revision)} />
      <input type="hidden" name="at" value={desk.at} />
      {desk.find !== '' && <input type="hidden" name="find" value={desk.find} />}
      {desk.page > 1 && <input type="hidden" name="page" value={String(desk.page)} />}
    </>
  )
}
