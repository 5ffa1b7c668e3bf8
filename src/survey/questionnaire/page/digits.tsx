import type { Html } from '../../../platform/http/html.ts'
import { type Draw, firstValue } from './draw.ts'

/** A field for digits, `length` of them at the most, with the number pad of a phone. */
export function Digits(props: { draw: Draw; code: string; length: number; about: object }): Html {
  return (
    <input
      type="text"
      inputmode="numeric"
      class="short"
      id={props.code}
      name={props.code}
      value={firstValue(props.draw, props.code)}
      maxlength={props.length}
      autocomplete="off"
      {...props.about}
    />
  )
}
