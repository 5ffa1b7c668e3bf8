/** A batch's payment register, to be printed on A4 and signed. */

import type { Context } from 'hono'
import { commonMessages } from '../../../messages/generated/common.ts'
import { payoutsMessages } from '../../../messages/generated/payouts.ts'
import { reportsMessages } from '../../../messages/generated/reports.ts'
import { vouchersMessages } from '../../../messages/generated/vouchers.ts'
import { formatMoney } from '../../platform/i18n/format.ts'
import { languageOf } from '../../platform/i18n/language.ts'
import type { AppEnv } from '../../ports.ts'
import { DataTable } from '../../staff/frame/data-table.tsx'
import { DownloadButton } from '../../staff/frame/download.tsx'
import { figures } from '../../staff/frame/figures.ts'
import { StaffPage } from '../../staff/frame/frame.tsx'
import { batchNumber } from './number.ts'
import type { Register } from './register-files.ts'

interface RegisterPageProps {
  c: Context<AppEnv>
  register: Register
}

export function RegisterPage({ c, register }: RegisterPageProps) {
  const language = languageOf(c)
  const { register: words, files } = reportsMessages(language)
  const payouts = payoutsMessages(language)
  const at = `/finance/batches/${register.batch}`
  return (
    <StaffPage c={c} title={words.title}>
      <Head c={c} register={register} />
      <h2>{payouts.lines}</h2>
      <Lines c={c} register={register} />
      <Signatures c={c} register={register} />
      <div class="actions no-print">
        {(['csv', 'xlsx'] as const).map((format) => (
          <DownloadButton action={`${at}/register/files/${format}`} quiet>
            {files[format]}
          </DownloadButton>
        ))}
        <a class="button quiet" href={at}>
          {payouts.batch}
        </a>
      </div>
      <p class="small no-print">{files.print}</p>
    </StaffPage>
  )
}

/** Which batch it is, whose, and how much. */
function Head({ c, register }: RegisterPageProps) {
  const language = languageOf(c)
  const { register: words, items } = reportsMessages(language)
  const { currency, lines } = register
  const total = lines.reduce((sum, { amountMinor }) => sum + amountMinor, 0)
  const head: [string, string][] = [
    [items.study, register.study],
    [items.costCentre, register.costCentre],
    [items.projectCode, register.projectCode],
    [words.period, register.period],
    [words.provider, payoutsMessages(language).providers[register.provider]],
    [words.lines, figures(lines.length)],
    [words.sum, formatMoney(total, currency, language)],
  ]
  return (
    <table class="table">
      <tbody>
        <tr>
          <th scope="row">{words.batch}</th>
          <td>
            <code>{batchNumber(register.batch).replace(/(.{12})(?=\w)/g, '$1\u200b')}</code>
          </td>
        </tr>
        {head.map(([name, value]) => (
          <tr>
            <th scope="row">{name}</th>
            <td>{value === '' ? '____________' : value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Lines({ c, register }: RegisterPageProps) {
  const language = languageOf(c)
  const payouts = payoutsMessages(language)
  const { currency, lines } = register
  const isTaxed = lines.some(({ taxMinor }) => taxMinor > 0)
  return (
    <DataTable
      language={language}
      label={payouts.lines}
      rows={lines}
      columns={[
        { head: payouts.voucher, is: 'name' as const, cell: ({ voucher }) => <code>{voucher}</code> },
        { head: payouts.channel, cell: ({ channel }) => payouts.channels[channel] },
        {
          head: payouts.amount,
          is: 'number' as const,
          cell: ({ amountMinor }) => formatMoney(amountMinor, currency, language),
        },
        ...(isTaxed
          ? [
              {
                head: vouchersMessages(language).tax,
                is: 'number' as const,
                cell: ({ taxMinor }: Register['lines'][number]) => formatMoney(taxMinor, currency, language),
              },
            ]
          : []),
        { head: payouts.state, cell: ({ state }) => payouts.payoutStates[state] },
        { head: payouts.reference, cell: ({ reference }) => (reference === null ? '–' : <code>{reference}</code>) },
      ]}
    />
  )
}

/** Who prepared and approved it, with a line to sign on. */
function Signatures({ c, register }: RegisterPageProps) {
  const language = languageOf(c)
  const { register: words, toSign } = reportsMessages(language)
  const line = commonMessages(language).labelled({ label: toSign, text: '____________' })
  return (
    <table class="table">
      <tbody>
        {[
          { name: words.prepared, who: register.preparedBy },
          { name: words.approved, who: register.approvedBy.join(', ') },
          { name: words.booked, who: '' },
        ].map(({ name, who }) => (
          <tr>
            <th scope="row">{name}</th>
            <td>
              {who}
              {who !== '' && <br />}
              {line}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
