import type { SetupMessages } from '../../../../messages/generated/studies/setup.ts'
import { mustBeFilled } from '../../../staff/frame/field.tsx'

/** A questionnaire as a file, which takes the place of the one that is chosen. */
export function Upload({ id, words, mark }: { id: string; words: SetupMessages; mark: string }) {
  return (
    <section aria-labelledby="upload">
      <h2 id="upload">{words.upload.title}</h2>
      <p>{words.upload.about}</p>
      {/* With scripts, whatever goes on sends a chosen file, too. */}
      <noscript>
        <p>{words.upload.by_itself}</p>
      </noscript>
      <form method="post" action={`/admin/setups/${id}/file`} enctype="multipart/form-data">
        <input type="hidden" name="mark" value={mark} />
        <div class="field">
          <label class="ask" for="file">
            {words.upload.file}
          </label>
          <input type="file" id="file" name="file" accept=".json,.xlsx,application/json" {...mustBeFilled()} />
        </div>
        <p class="actions">
          <button class="button quiet" type="submit">
            {words.upload.send}
          </button>
        </p>
      </form>
    </section>
  )
}
