/** Options or rows, as a table that is edited in place. */
import type { MatrixRow, Option } from '../../../../schema/questionnaire.ts'
import { conditionWords } from '../conditions/words.ts'
import type { Address } from '../document.ts'
import { press } from '../form/buttons.ts'
import { settingField } from '../form/fields.ts'
import { usersOf } from '../references.ts'
import { type EditorDesk, hrefOf, idOfField, shownIn } from './desk.ts'
import { NewItem } from './new-item.tsx'
import { Box, Line } from './settings.tsx'
import { TextFields } from './texts.tsx'

export interface ItemsProps {
  desk: EditorDesk
  /** Where they stand: `questions/Q07/options`, `sets/places`. */
  list: Address
  title: string
  items: readonly (Option | MatrixRow)[]
  /** What may be set on each. */
  boxes: readonly ('exclusive' | 'last' | 'always' | 'decoy')[]
  /** Whether picking one may ask for more. */
  details: boolean
}

/** A list of options or rows, and a line for one more. */
export function ItemList({ desk, list, title, items, boxes, details }: ItemsProps) {
  const { words } = desk
  const shared = list.startsWith('sets/') ? [...usersOf(desk.draft.document, list)] : []
  return (
    <section class="items" aria-label={title}>
      <h3>{title}</h3>
      {shared.length > 1 && <p class="hint">{words.sharedList({ questions: shared.join(words.listed) })}</p>}
      <ol>
        {items.map((item, at) => (
          <Item desk={desk} list={list} item={item} boxes={boxes} details={details} before={items[at + 1] ?? null} />
        ))}
      </ol>
      <NewItem desk={desk} list={list} />
    </section>
  )
}

interface ItemProps extends Omit<ItemsProps, 'items' | 'title'> {
  item: Option | MatrixRow
  before: Option | MatrixRow | null
}

function Item({ desk, list, item, boxes, details, before }: ItemProps) {
  const { words } = desk
  const at = `${list}/${item.code}`
  const label = item.label[desk.language]
  return (
    <li data-item={at} data-before={before === null ? '' : String(before.code)}>
      <p class="code">
        <span class="sr">{words.code} </span>
        {item.code}
      </p>
      <TextFields desk={desk} at={`${at}/label`} label={words.labelOf({ code: item.code })} short />
      <div class="moves">
        <Move words={words} label={label} at={at} />
      </div>
      <details class="more">
        <summary>{words.more}</summary>
        <TextFields desk={desk} at={`${at}/short`} label={words.texts.short} />
        {boxes.map((key) => (
          <Box desk={desk} at={at} name={key} checked={key in item} />
        ))}
        {list.endsWith('/rows') && (
          <Line
            desk={desk}
            at={at}
            name="name"
            label={words.rowName}
            value={'name' in item ? (item.name ?? '') : ''}
            type="text"
          />
        )}
        {details && <Detail desk={desk} at={at} detail={'detail' in item ? item.detail : undefined} />}
        <p>
          {item.when
            ? words.onlyIf({ condition: conditionWords(desk.questionnaire, item.when, desk.language) })
            : words.always}{' '}
          <a href={hrefOf(desk, desk.at, { cond: at })}>{words.changeCondition}</a>
        </p>
      </details>
    </li>
  )
}

interface MoveProps {
  words: EditorDesk['words']
  label: string
  at: Address
}

/** Up, down and away. */
export function Move({ words, label, at }: MoveProps) {
  return (
    <>
      <Sign value={press.up(at)} label={words.upNamed({ label })}>
        ↑
      </Sign>
      <Sign value={press.down(at)} label={words.downNamed({ label })}>
        ↓
      </Sign>
      <Remove words={words} label={label} at={at} />
    </>
  )
}

/** Away. */
export function Remove({ words, label, at }: MoveProps) {
  return (
    <Sign value={press.remove(at)} label={words.removeNamed({ label })}>
      ×
    </Sign>
  )
}

/** A button that shows a sign and is read as its label. */
function Sign({ value, label, children }: { value: string; label: string; children: string }) {
  return (
    <button class="button quiet small" type="submit" name="do" value={value} aria-label={label}>
      {children}
    </button>
  )
}

function Detail({ desk, at, detail }: { desk: EditorDesk; at: Address; detail: Option['detail'] }) {
  const { words, questionnaire } = desk
  const name = settingField(at, 'detail')
  const now = shownIn(desk, name, typeof detail === 'object' ? detail.list : (detail ?? ''))
  const choices: [string, string][] = [
    ['', words.details.none],
    ['text', words.details.text],
    ...Object.keys(questionnaire.lists).map((list): [string, string] => [list, words.details.list({ list })]),
  ]
  return (
    <p class="setting">
      <label for={idOfField(name)}>{words.details.label}</label>
      <select id={idOfField(name)} name={name}>
        {choices.map(([value, label]) => (
          <option value={value} selected={value === now}>
            {label}
          </option>
        ))}
      </select>
    </p>
  )
}
