/** A long list in hand: looked through, searched, added to, a page of it at a time. */
import { languages, type Questionnaire } from '../../../../schema/questionnaire.ts'
import { entryCodeField, placeInListField } from '../form/read-parts.ts'
import { whoUses } from '../references.ts'
import { type EditorDesk, hrefOf, idOfField, shownIn } from './desk.ts'
import { EditForm } from './edit-form.tsx'
import { Remove } from './items.tsx'
import { NewItem } from './new-item.tsx'
import { TextFields } from './texts.tsx'

/** So many entries stand on one page. */
const entriesAPage = 20

type Entries = Questionnaire['lists'][string]

/** Entries whose code or name, in any language, has what is looked for, with their places in the list. */
function found(entries: Entries, find: string) {
  const sought = find.trim().toLowerCase()
  return entries
    .map((entry, at) => ({ entry, at }))
    .filter(
      ({ entry }) =>
        entry.code.toLowerCase() === sought ||
        languages.some((language) => entry.label[language].toLowerCase().includes(sought)),
    )
}

/** The form of a list, its search, and its pages. */
export function ListForm({ desk, name, entries }: { desk: EditorDesk; name: string; entries: Entries }) {
  const { words } = desk
  const list = `lists/${name}`
  const some = found(entries, desk.find)
  const pages = Math.max(1, Math.ceil(some.length / entriesAPage))
  const page = Math.min(desk.page, pages)
  const here = some.slice((page - 1) * entriesAPage, page * entriesAPage)
  const users = whoUses(desk.draft.document, list)
  const turn = (to: number) =>
    hrefOf(desk, list, { ...(desk.find !== '' && { find: desk.find }), ...(to > 1 && { page: String(to) }) })
  return (
    <>
      <form class="find" method="get" action={desk.path}>
        <div class="head">
          <h2>{words.listNamed({ name })}</h2>
          <a href={desk.path}>{words.whole}</a>
        </div>
        <p class="hint">
          {users.length === 0
            ? words.lists.unused
            : words.lists.usedBy({ questions: users.map((at) => at.split('/')[1]).join(words.listed) })}
        </p>
        <input type="hidden" name="at" value={list} />
        <p class="setting one-line">
          <label for="e-find">{words.lists.find}</label>
          <input type="search" id="e-find" name="find" value={desk.find} autocomplete="off" />
          <button class="button quiet small" type="submit">
            {words.lists.search}
          </button>
        </p>
        <p class="small" role="status">
          {desk.find === '' ? words.lists.count({ n: entries.length }) : words.lists.found({ n: some.length })}
        </p>
      </form>
      <EditForm desk={desk}>
        <section class="items" aria-label={words.lists.entries}>
          {here.length === 0 && <p class="empty">{desk.find === '' ? words.lists.empty : words.lists.none}</p>}
          <ol>
            {here.map(({ entry, at }) => (
              <Entry desk={desk} at={`${list}/${entry.code}`} entry={entry} place={at + 1} of={entries.length} />
            ))}
          </ol>
          <NewEntry desk={desk} list={list} />
        </section>
      </EditForm>
      {pages > 1 && (
        <p class="pages">
          {page > 1 && <a href={turn(page - 1)}>{words.counts.previous}</a>} {words.counts.page({ n: page, of: pages })}{' '}
          {page < pages && <a href={turn(page + 1)}>{words.counts.next}</a>}
        </p>
      )}
    </>
  )
}

interface EntryProps {
  desk: EditorDesk
  at: string
  entry: Entries[number]
  place: number
  of: number
}

function Entry({ desk, at, entry, place, of }: EntryProps) {
  const { words } = desk
  const name = placeInListField(at)
  const label = entry.label[desk.language]
  return (
    <li class="entry">
      <p class="code">
        <span class="sr">{words.code} </span>
        {entry.code}
      </p>
      <TextFields desk={desk} at={`${at}/label`} label={words.labelOf({ code: entry.code })} short />
      <p class="setting one-line">
        <label for={idOfField(name)}>{words.lists.place({ of })}</label>
        <input
          type="text"
          id={idOfField(name)}
          name={name}
          value={shownIn(desk, name, String(place))}
          class="number"
          inputmode="numeric"
          autocomplete="off"
          data-send
        />
      </p>
      <div class="moves">
        <Remove words={words} label={label} at={at} />
      </div>
    </li>
  )
}

function NewEntry({ desk, list }: { desk: EditorDesk; list: string }) {
  const code = entryCodeField(list)
  const asked = (
    <div class="text code-of">
      <label for={idOfField(code)}>{desk.words.lists.code}</label>
      <input type="text" id={idOfField(code)} name={code} value={shownIn(desk, code, '')} autocomplete="off" />
    </div>
  )
  return <NewItem desk={desk} list={list} first={asked} />
}
