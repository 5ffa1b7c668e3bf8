/** The form by which a bank's results for a batch are uploaded. */
import type { PayoutsMessages } from '../../../messages/generated/payouts.ts'

export function ResultsForm({ at, words }: { at: string; words: PayoutsMessages }) {
  return (
    <form method="post" action={`${at}/results`} enctype="multipart/form-data">
      <h2>{words.upload}</h2>
      <p>
        <label for="results">{words.uploadHint}</label>
      </p>
      <p>
        <input type="file" id="results" name="results" accept=".csv,.xlsx,.xml" />
      </p>
      <p class="actions">
        <button class="button" type="submit">
          {words.uploadButton}
        </button>
      </p>
    </form>
  )
}
