/**
 * The currencies of ISO 4217 (list one, "minor unit"), by how many decimals their amounts have. The precious metals,
 * the units of account and the testing codes (XAU, XDR, XTS and the like) have no minor unit, and so no amounts
 * here. ANG and BGN were withdrawn in 2025 and 2026, and stay for the statements of before.
 */
const codesByExponent = {
  0: 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF',
  2:
    'AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF ' +
    'CHW CNY COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF ' +
    'IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN ' +
    'MXV MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS ' +
    'SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST XCD XCG YER ZAR ZMW ZWG',
  3: 'BHD IQD JOD KWD LYD OMR TND',
  4: 'CLF UYW',
} as const

const exponents: ReadonlyMap<string, number> = new Map(
  Object.entries(codesByExponent).flatMap(([exponent, codes]) =>
    codes.split(' ').map((code) => [code, Number(exponent)] as const),
  ),
)

/** Every currency that has a minor unit. */
export const currencyCodes: readonly string[] = [...exponents.keys()]

/** Codes of funds and units of account, which nobody has a purse of, and those that were withdrawn. */
const neverPaid = new Set('BOV CHE CHW CLF COU MXV USN UYI UYW ANG BGN'.split(' '))

/** Those in which a person can be paid; the others may still stand in a statement. */
export const payableCurrencies: readonly string[] = currencyCodes.filter((code) => !neverPaid.has(code))

/** Whether it is the code of a currency with a minor unit, in capitals. */
export function isCurrency(code: string): boolean {
  return exponents.has(code)
}

/**
 * How many decimals the currency has: 2 for CNY, 0 for JPY, 3 for KWD.
 * @throws RangeError for a code that is unknown or has no minor unit: a guess would send ten times too much
 */
export function currencyExponent(currency: string): number {
  const exponent = exponents.get(currency)
  if (exponent === undefined) throw new RangeError(`${currency} is no currency of ISO 4217 with a minor unit`)
  return exponent
}
