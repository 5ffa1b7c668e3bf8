/** Names that Stata takes: at most 32 characters, and none of its own words. Ours have letters, digits and `_` alone. */

const reserved = new Set(
  '_all _b byte _coef _cons double float if in int long _n _N _pi _pred _rc _skip strL using with'.split(' '),
)
const mostCharacters = 32

const isReserved = (name: string) => reserved.has(name) || /^str\d+$/.test(name)

/** Gives names out, each once whatever the case. */
export function dtaNames(): (name: string) => string {
  const taken = new Set<string>()
  return (name) => {
    for (let n = 1; ; n += 1) {
      const end = n === 1 && !isReserved(name) ? '' : `_${n}`
      const short = name.slice(0, mostCharacters - end.length) + end
      if (taken.has(short.toLowerCase())) continue
      taken.add(short.toLowerCase())
      return short
    }
  }
}
