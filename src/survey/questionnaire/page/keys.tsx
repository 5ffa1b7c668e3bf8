/** Radio buttons drawn as keys, for degrees. */

import type { Html } from '../../../platform/http/html.ts'
import { type Draw, elementId, formHolds, isDegree, localized } from './draw.ts'
import { drawnOnce } from './drawn-once.ts'
import type { OptionView } from './view.ts'

/** One degree, as a radio button drawn as a key. */
export function KeyField(props: { draw: Draw; field: string; value: number; label?: string }): Html {
  const id = `${elementId(props.field)}-o${props.value}`
  return (
    <div class="k">
      <input
        type="radio"
        id={id}
        name={props.field}
        value={props.value}
        checked={formHolds(props.draw, props.field, props.value)}
      />
      <label for={id} class={isDegree(props.value) ? undefined : 'na'}>
        {isDegree(props.value) && <b>{props.value}</b>}
        {props.label && <span class="t"> {props.label}</span>}
      </label>
    </div>
  )
}

/** A row of keys, one for each option. */
export function KeyRow({ draw, field, options }: { draw: Draw; field: string; options: OptionView[] }): Html {
  return (
    <div class={`keys n${options.length}`}>
      {options.map(({ code, label }) => {
        const drawn = () => <KeyField draw={draw} field={field} value={code} label={localized(draw, label)} />
        return formHolds(draw, field, code) ? drawn() : drawnOnce(draw, label, `${field} ${code}`, drawn)
      })}
    </div>
  )
}
