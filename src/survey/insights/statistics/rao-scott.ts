/** Whether two questions are associated, of people who have weights. It supposes a random sample, which an open link is not. */
import { type Association, type CountTable, cramersV, isTrusted, marginsOf } from './association.ts'
import { chiSquareTail } from './gamma.ts'

/** Less than anybody's weight: what is left of sums that are nothing. */
const someone = 0.01

/** A test of weighted counts; `few`: too few people for one, and weighted tables cannot be drawn. */
export type WeightedAssociation = { association: Association } | 'few' | null

/**
 * Pearson's chi-square of weighted shares with the second-order correction of Rao and Scott (1981, 1984): divided by the mean
 * of the generalized design effects, its degrees of freedom by 1 and their squared coefficient of variation (Satterthwaite).
 * With weights alone, the eigenvalues are not needed: their sum and the sum of their squares follow from the cells. As strong
 * as the association is Cramér's V, corrected for bias by the effective number of people.
 * @param weights the sum of the weights in each cell, all rows of one length
 * @param squares the sum of their squares
 * @param people how many all of them are
 * @returns null where there is nothing to compare
 */
export function weightedAssociationOf(weights: CountTable, squares: CountTable, people: number): WeightedAssociation {
  const rows = weights.flatMap((row, at) => (row.some((weight) => weight > someone) ? at : []))
  const columns = (weights[0] ?? []).flatMap((_, at) => (weights.some((row) => (row[at] ?? 0) > someone) ? at : []))
  if (rows.length < 2 || columns.length < 2) return null
  const withoutEmpty = (table: CountTable) => rows.map((row) => columns.map((column) => table[row]?.[column] ?? 0))
  const [table, squared] = [withoutEmpty(weights), withoutEmpty(squares)]
  const sum = table.flat().reduce((total, one) => total + one, 0)
  const allSquares = squared.flat().reduce((total, one) => total + one, 0)
  const effective = sum ** 2 / allSquares
  const shares = table.map((row) => row.map((weight) => weight / sum))
  const { rows: rowShares, columns: columnShares } = marginsOf(shares)
  if (!isTrusted(marginsOf(shares.map((row) => row.map((share) => share * effective))))) return 'few'

  const cells = shares.flatMap((row, r) =>
    row.map((share, c) => {
      const [p, q] = [rowShares[r] ?? 0, columnShares[c] ?? 0]
      // How much the cell counts in the variance, and how far it is from what is expected.
      return { r, c, p, q, weight: squared[r]?.[c] ?? 0, away: share / (p * q) - 1 }
    }),
  )
  const phi2 = cells.reduce((total, { p, q, away }) => total + p * q * away ** 2, 0)
  // Between two cells: how what one person in each adds to the table goes together, in units of what chance alone gives.
  const between = (one: (typeof cells)[number], other: (typeof cells)[number]) =>
    ((one.r === other.r ? 1 / one.p : 0) - 1) * ((one.c === other.c ? 1 / one.q : 0) - 1) - one.away - other.away + phi2
  const scale = (people / (people - 1)) * (people / sum ** 2)
  let [effects, squaredEffects] = [0, 0]
  for (const one of cells) {
    effects += scale * one.weight * between(one, one)
    for (const other of cells) squaredEffects += scale ** 2 * one.weight * other.weight * between(one, other) ** 2
  }
  const chiSquare = (people * phi2 * effects) / squaredEffects
  const df = effects ** 2 / squaredEffects
  const v = cramersV(effective * phi2, effective, rows.length, columns.length)
  return { association: { chiSquare, df, p: chiSquareTail(chiSquare, df), drawn: null, v, base: people } }
}
