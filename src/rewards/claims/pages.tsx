/** Saying where the money should go: which way, to which account, and whether that is right. */

import { type ClaimMessages, claimMessages } from '../../../messages/generated/claim.ts'
import { commonMessages } from '../../../messages/generated/common.ts'
import type { Language } from '../../../schema/questionnaire.ts'
import type { Channel } from '../../../schema/tables.ts'
import type { Html } from '../../platform/http/html.ts'
import { layout, type Shell } from '../../platform/http/layout.tsx'
import { formatChannels, formatMoney, sentences } from '../../platform/i18n/format.ts'
import { isSecret, type PayeeField } from '../payees/channels.ts'
import type { FieldFault } from '../payees/normalise.ts'
import { groupDigits } from './group-digits.ts'

/** What each of these pages knows. */
export interface ClaimPage {
  shell: Shell
  /** The study's title in the reader's language. */
  study: string
  amountMinor: number
  currency: string
  /** The voucher is claimed already, and another account is given. */
  isChange: boolean
  /** Whether an account given now has to wait for a day. */
  waits: boolean
  /** Where the forms lead. */
  action: string
  /** The voucher. */
  home: string
  /** Tells one voucher's form from another's where a device keeps what is typed. */
  mark: string
}

const headOf = ({ shell, isChange }: ClaimPage) => {
  const claim = claimMessages(shell.language)
  return isChange ? claim.changeTitle : claim.title
}

/** The name of a way of being paid, where it begins a line. */
export function channelTitle(channel: Channel, language: Language): string {
  const name = formatChannels([channel], language)
  return name.charAt(0).toUpperCase() + name.slice(1)
}

/** How much it is about, and whether it has to wait. */
export function Amount({ page }: { page: ClaimPage }) {
  const claim = claimMessages(page.shell.language)
  return (
    <>
      <p class="lead">{formatMoney(page.amountMinor, page.currency, page.shell.language)}</p>
      {page.waits && <p class="notice wait">{claim.changeNote}</p>}
    </>
  )
}

/** Back to the voucher. */
export function Back({ page }: { page: ClaimPage }) {
  return (
    <p>
      <a href={page.home}>{claimMessages(page.shell.language).back}</a>
    </p>
  )
}

/** The ways of being paid that are offered, each with what it needs and why; choosing one asks nothing of the server. */
export function choosePage(props: ClaimPage & { channels: readonly Channel[]; isFaulty: boolean }): Html {
  const { shell, channels, isFaulty } = props
  const { language } = shell
  const claim = claimMessages(language)
  const title = headOf(props)
  return layout({
    shell,
    title: isFaulty ? sentences(language, commonMessages(language).errorPrefix, title) : title,
    study: props.study,
    languages: 'links',
    children: (
      <>
        <h1>{title}</h1>
        <Amount page={props} />
        {channels.length === 0 ? (
          <p class="note">{claim.none}</p>
        ) : (
          <form method="get" action={props.action}>
            <fieldset class={isFaulty ? 'q bad' : 'q'} aria-describedby={isFaulty ? 'way-e' : undefined}>
              <legend>{claim.choose}</legend>
              {isFaulty && (
                <p class="error" id="way-e" role="alert">
                  {claim.unchosen}
                </p>
              )}
              <div class="os">
                {channels.map((channel) => (
                  <div class="o">
                    <input type="radio" id={`way-${channel}`} name="way" value={channel} />
                    <label for={`way-${channel}`}>
                      <b>{channelTitle(channel, language)}</b>
                      <br />
                      <span class="small">{claim.ways[channel]}</span>
                    </label>
                  </div>
                ))}
              </div>
            </fieldset>
            <p class="actions">
              <button class="button" type="submit" name="go" value="next">
                {claim.go}
              </button>
            </p>
          </form>
        )}
        <Back page={props} />
      </>
    ),
  })
}

/**
 * The fields of one way of being paid, filled in with what was typed, each with its fault. `other` leads back to the
 * other ways, if there are any.
 */
export function accountPage(
  props: ClaimPage & {
    channel: Channel
    fields: readonly PayeeField[]
    typed: Readonly<Record<string, string | undefined>>
    faults: readonly FieldFault[]
    other: string | null
  },
): Html {
  const { shell, channel, faults, other } = props
  const { language } = shell
  const claim = claimMessages(language)
  const title = headOf(props)
  return layout({
    shell,
    title: faults.length > 0 ? sentences(language, commonMessages(language).errorPrefix, title) : title,
    study: props.study,
    languages: 'form',
    children: (
      <>
        <h1>{title}</h1>
        <Amount page={props} />
        {faults.length > 0 && <Faults language={language} claim={claim} fields={props.fields} faults={faults} />}
        <form id="page" method="post" action={props.action} data-live="keep" data-mark={props.mark}>
          <h2>{channelTitle(channel, language)}</h2>
          <input type="hidden" name="way" value={channel} />
          {props.fields.map((field) => (
            <Field
              language={language}
              field={field}
              typed={props.typed[field.name] ?? ''}
              fault={faults.find((it) => it.field === field.name)}
            />
          ))}
          <p class="small">{claim.private}</p>
          <p class="small" hidden data-note>
            {claim.kept}
          </p>
          <p class="actions">
            <button class="button" type="submit" name="go" value="next">
              {claim.go}
            </button>
            {other && (
              <a class="button quiet" href={other}>
                {claim.other}
              </a>
            )}
          </p>
        </form>
        <Back page={props} />
      </>
    ),
  })
}

function Faults({
  language,
  claim,
  fields,
  faults,
}: {
  language: Language
  claim: ClaimMessages
  fields: readonly PayeeField[]
  faults: readonly FieldFault[]
}) {
  const kindOf = (name: string) => fields.find((field) => field.name === name)?.kind ?? 'name'
  const { labelled } = commonMessages(language)
  return (
    <div class="faults" id="faults" role="alert" tabindex={-1}>
      <h2>{claim.errors({ n: faults.length })}</h2>
      <ul>
        {faults.map(({ field, fault }) => (
          <li>
            <a href={`#${field}`}>
              {labelled({ label: claim.fields[kindOf(field)].label, text: claim.faults[fault] })}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}

function Field(props: { language: Language; field: PayeeField; typed: string; fault: FieldFault | undefined }) {
  const { language, fault } = props
  const claim = claimMessages(language)
  const common = commonMessages(language)
  const { name, kind, why, inputMode, autocomplete } = props.field
  const { label, hint } = claim.fields[kind]
  return (
    <div class={fault ? 'q bad' : 'q'}>
      <label class="ask" for={name}>
        {label}
      </label>
      <p class="hint" id={`${name}-h`}>
        {common.sentences({ first: hint, second: claim.whys[why] })}
      </p>
      {fault && (
        <p class="error" id={`${name}-e`}>
          <span class="sr">{common.errorPrefix} </span>
          {claim.faults[fault.fault]}
        </p>
      )}
      <input
        type="text"
        id={name}
        name={name}
        value={props.typed}
        maxlength={300}
        inputmode={inputMode}
        autocomplete={autocomplete}
        autocapitalize={inputMode === 'text' ? undefined : 'off'}
        spellcheck={false}
        data-secret={isSecret(name) ? '' : undefined}
        aria-invalid={fault ? 'true' : undefined}
        aria-describedby={fault ? `${name}-h ${name}-e` : `${name}-h`}
      />
    </div>
  )
}

/**
 * What was typed, once more and in full, before anything is kept: a masked number would show no mistake. `typed` is
 * carried along.
 */
export function checkClaimPage(
  props: ClaimPage & {
    channel: Channel
    /** Each field as it will be kept. */
    rows: readonly { kind: PayeeField['kind']; text: string }[]
    typed: Readonly<Record<string, string>>
  },
): Html {
  const { shell } = props
  const claim = claimMessages(shell.language)
  return layout({
    shell,
    title: claim.checkTitle,
    study: props.study,
    languages: 'form',
    children: (
      <>
        <h1>{claim.checkTitle}</h1>
        <Amount page={props} />
        <p>{claim.checkText}</p>
        <form id="page" method="post" action={props.action}>
          <input type="hidden" name="way" value={props.channel} />
          <input type="hidden" name="checked" value="1" />
          {Object.entries(props.typed).map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
          <h2>{channelTitle(props.channel, shell.language)}</h2>
          <section class="q">
            <dl>
              {props.rows.map(({ kind, text }) => (
                <>
                  <dt>{claim.fields[kind].label}</dt>
                  <dd>
                    <code>{groupDigits(kind, text)}</code>
                  </dd>
                </>
              ))}
            </dl>
          </section>
          <p class="actions">
            <button class="button" type="submit" name="go" value="confirm">
              {claim.confirm}
            </button>
            <button class="button quiet" type="submit" name="go" value="correct">
              {claim.correct}
            </button>
          </p>
        </form>
        <Back page={props} />
      </>
    ),
  })
}
