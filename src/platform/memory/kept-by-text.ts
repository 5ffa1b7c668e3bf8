export interface Room {
  /** So many are kept; then all are forgotten, since texts that nobody sends again come as well. */
  most: number
  /** Of texts of so many characters at most. */
  longest: number
}

/** Keeps what was made of a text, for texts that come again and again and say nothing of anybody. */
export function keptByText<Thing>({ most, longest }: Room): (text: string, make: (text: string) => Thing) => Thing {
  const things = new Map<string, { thing: Thing }>()
  return (text, make) => {
    const known = things.get(text)
    if (known !== undefined) return known.thing
    const thing = make(text)
    if (text.length > longest) return thing
    if (things.size >= most) things.clear()
    things.set(text, { thing })
    return thing
  }
}
