/**
 * The currencies that rewards can be ordered in: `CurrencyCodes` of Tremendous's interface, without HRK and VEF, which
 * are currencies no more.
 */
export const giftCurrencies: readonly string[] = (
  'AED AFN ALL AMD ARS AUD AZN BAM BDT BHD BIF BND BOB BRL BWP BYN BZD CAD CDF CHF CLP CNY COP CRC CVE ' +
  'CZK DJF DKK DOP DZD EGP ERN ETB EUR GBP GEL GHS GNF GTQ HKD HNL HUF IDR ILS INR IQD IRR ISK JMD JOD ' +
  'JPY KES KHR KRW KWD KZT LBP LKR MAD MDL MGA MKD MMK MOP MUR MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR ' +
  'PAB PEN PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SDG SEK SGD SOS SYP THB TND TOP TRY TTD TWD TZS UAH ' +
  'UGX USD UYU UZS VND XAF XOF YER ZAR'
).split(' ')
