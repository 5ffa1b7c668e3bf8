/**
 * Rows as a database may hold them right after each migration, by the migration's number. They are never changed: the
 * migration tests carry them from every older version to the newest. A new migration adds rows of its own here.
 */
import type { SqlValue, Write } from '../../../src/platform/db/together.ts'

export interface SampleRow {
  table: string
  values: Record<string, SqlValue>
  /** What a later migration makes of some of them, on purpose. */
  becomes?: Record<string, SqlValue>
}

const at = '2026-03-01T08:00:00.000Z'
const later = '2026-03-02T08:00:00.000Z'

export const sampleRows: Record<string, SampleRow[]> = {
  '0001': [
    { table: 'questionnaires', values: { version: 'a'.repeat(64), document: '{"title":"留学"}', created_at: at } },
    {
      table: 'studies',
      values: {
        id: 'study1',
        slug: 'abroad',
        questionnaire_version: 'a'.repeat(64),
        settings: '{}',
        open_link_policy: 'issue',
        invitation_policy: 'hold',
        opens_at: at,
        closes_at: null,
        created_at: at,
      },
    },
  ],
  '0002': [
    {
      table: 'offers',
      values: {
        id: 'offer1',
        study_id: 'study1',
        position: 1,
        currency: 'CNY',
        amount_minor: 2000,
        channels: '["alipay"]',
        created_at: at,
      },
    },
    { table: 'offer_places', values: { study_id: 'study1', place: 0, offer_id: 'offer1' } },
    {
      table: 'offer_balances',
      values: {
        offer_id: 'offer1',
        total: 20000,
        available: 16000,
        reserved: 2000,
        liability: 2000,
        clearing: 0,
        paid: 0,
      },
    },
    {
      table: 'transfers',
      values: { id: 'transfer1', offer_id: 'offer1', debit: 'funding', credit: 'available', amount_minor: 20000, at },
    },
  ],
  '0003': [
    {
      table: 'invitations',
      values: { id: 'invitation1', study_id: 'study1', code_hash: 'hash1', expires_at: later, created_at: at },
    },
    { table: 'invitation_ends', values: { invitation_id: 'invitation1', how: 'spent', at: later } },
    {
      table: 'respondents',
      values: {
        id: 'respondent1',
        study_id: 'study1',
        invitation_id: 'invitation1',
        resume_hash: 'resume1',
        started_at: at,
      },
    },
    {
      table: 'responses',
      values: {
        respondent_id: 'respondent1',
        study_id: 'study1',
        questionnaire_version: 'a'.repeat(64),
        state: 'complete',
        revision: 3,
        revision_before: 2,
        seed: 'seed1',
        facts: '{}',
        language_start: 'en',
        language: 'zh-Hans',
        unrewarded: 0,
        export_ref: 'export1',
        started_at: at,
        progress_at: later,
        ended_at: later,
      },
    },
    {
      table: 'response_pages',
      values: { respondent_id: 'respondent1', page: 'money', revision: 3, answers: '{"Q1":1}', saved_at: later },
    },
    { table: 'documents', values: { respondent_id: 'respondent1', document: '{"Q1":1}' } },
  ],
  '0004': [
    {
      table: 'lease_steps',
      values: {
        respondent_id: 'respondent1',
        n: 1,
        state: 'open',
        n_before: null,
        state_before: null,
        move: '>open',
        offer_id: 'offer1',
        at,
      },
    },
    {
      table: 'lease_steps',
      values: {
        respondent_id: 'respondent1',
        n: 2,
        state: 'used',
        n_before: 1,
        state_before: 'open',
        move: 'open>used',
        offer_id: 'offer1',
        at: later,
      },
    },
    {
      table: 'networks',
      values: { network: 'network1', open_leases: 0, cap: 3, starts: 1, starts_cap: 9, seen_at: at },
    },
    {
      table: 'leases',
      values: {
        respondent_id: 'respondent1',
        n: 2,
        state: 'used',
        offer_id: 'offer1',
        amount_minor: 2000,
        network: 'network1',
        opened_at: at,
        expires_at: later,
      },
      becomes: { network: '' },
    },
  ],
  '0005': [
    {
      table: 'voucher_steps',
      values: {
        voucher_id: 'voucher1',
        n: 1,
        state: 'issued',
        n_before: null,
        state_before: null,
        move: '>issued',
        at,
      },
    },
    {
      table: 'vouchers',
      values: {
        id: 'voucher1',
        study_id: 'study1',
        offer_id: 'offer1',
        respondent_id: 'respondent1',
        currency: 'CNY',
        amount_minor: 2000,
        code_key: 'key1',
        n: 1,
        state: 'issued',
        made_at: later,
      },
    },
  ],
  '0006': [
    { table: 'staff', values: { id: 'staff1', name: 'Ann', role: 'admin', created_at: at } },
    {
      table: 'sign_ins',
      values: { id: 'sign_in1', staff_id: 'staff1', code_hash: 'hash1', expires_at: later, created_at: at },
    },
    { table: 'sign_in_uses', values: { sign_in_id: 'sign_in1', at } },
    { table: 'staff_sessions', values: { id: 'session1', staff_id: 'staff1', expires_at: later, ended_at: null } },
    {
      table: 'audit_entries',
      values: { id: 'audit1', actor: 'staff1', action: 'signed_in', subject: 'session1', at },
    },
  ],
  '0007': [
    { table: 'staff', values: { id: 'staff2', name: 'Bo', role: 'preparer', created_at: at } },
    { table: 'staff', values: { id: 'staff3', name: 'Cy', role: 'approver', created_at: at } },
    {
      table: 'proposals',
      values: {
        id: 'proposal1',
        kind: 'voucher_voided',
        subject: 'voucher9',
        payload: '{}',
        reason: 'lost_link',
        proposed_by: 'staff2',
        decided: 1,
        at,
      },
    },
    {
      table: 'decisions',
      values: { proposal_id: 'proposal1', verdict: 'declined', proposed_by: 'staff2', decided_by: 'staff3', at: later },
    },
  ],
  '0008': [
    { table: 'calendar_years', values: { calendar_id: 'cn', year: 2020, source: 'sample', proposal_id: null, at } },
    {
      table: 'calendar_days',
      values: {
        calendar_id: 'cn',
        day: '2020-03-02',
        n: 1,
        year: 2020,
        kind: 'working',
        slow: 0,
        open: 1,
        source: 'sample',
        proposal_id: null,
      },
    },
  ],
  '0009': [],
  '0010': [
    {
      table: 'claim_steps',
      values: {
        claim_id: 'claim1',
        n: 1,
        state: 'ready',
        n_before: null,
        state_before: null,
        move: '>ready',
        actor: 'staff1',
        reason: null,
        at,
      },
    },
    {
      table: 'claims',
      values: {
        id: 'claim1',
        voucher_id: 'voucher1',
        study_id: 'study1',
        channel: 'alipay',
        payee: 'sealed',
        account_hash: 'account1',
        eligible_at: at,
        n: 1,
        state: 'ready',
        made_at: at,
      },
    },
  ],
  '0011': [
    {
      table: 'batch_steps',
      values: {
        batch_id: 'batch1',
        n: 1,
        state: 'frozen',
        n_before: null,
        state_before: null,
        move: '>frozen',
        actor: 'staff1',
        reason: null,
        at,
      },
    },
    {
      table: 'batches',
      values: {
        id: 'batch1',
        study_id: 'study1',
        provider: 'alipay',
        currency: 'CNY',
        prepared_by: 'staff2',
        content_hash: 'hash1',
        payouts: 1,
        total_minor: 2000,
        approvals_needed: 1,
        approvals: null,
        n: 1,
        state: 'frozen',
        made_at: at,
      },
    },
    {
      table: 'batch_approvals',
      values: {
        batch_id: 'batch1',
        nth: 1,
        approver: 'staff3',
        prepared_by: 'staff2',
        content_hash: 'hash1',
        at: later,
      },
    },
    {
      table: 'payout_steps',
      values: {
        payout_id: 'payout1',
        n: 1,
        state: 'queued',
        n_before: null,
        state_before: null,
        move: '>queued',
        actor: 'staff1',
        reason: null,
        at,
      },
    },
    {
      table: 'payouts',
      values: {
        id: 'payout1',
        batch_id: 'batch1',
        claim_id: 'claim1',
        voucher_id: 'voucher1',
        study_id: 'study1',
        offer_id: 'offer1',
        provider: 'alipay',
        channel: 'alipay',
        currency: 'CNY',
        amount_minor: 2000,
        line_hash: 'line1',
        n: 1,
        state: 'queued',
        made_at: at,
      },
    },
    {
      table: 'attempt_steps',
      values: {
        attempt_id: 'attempt1',
        n: 1,
        state: 'stored',
        n_before: null,
        state_before: null,
        move: '>stored',
        actor: 'staff1',
        reason: null,
        code: null,
        at,
      },
    },
    {
      table: 'attempts',
      values: {
        id: 'attempt1',
        payout_id: 'payout1',
        nth: 1,
        offer_id: 'offer1',
        provider: 'alipay',
        reference: 'H1',
        currency: 'CNY',
        amount_minor: 2000,
        calendar_id: 'cn',
        day: '2020-03-02',
        day_n: 1,
        settles_day: '2020-03-02',
        settles_day_n: 1,
        is_open_day: 1,
        provider_id: null,
        code: null,
        confirm: null,
        expires_at: null,
        next_at: at,
        calls: 1,
        n: 1,
        state: 'stored',
        made_at: at,
      },
    },
    { table: 'attempt_calls', values: { attempt_id: 'attempt1', n: 1, what: 'send', at } },
    { table: 'provider_events', values: { provider: 'alipay', event_id: 'event1', at } },
  ],
  '0012': [
    {
      table: 'exceptions',
      values: {
        id: 'exception1',
        class: 'state_conflict',
        subject: 'attempt1',
        study_id: 'study1',
        provider: 'alipay',
        currency: 'CNY',
        amount_minor: 2000,
        detail: '{}',
        opened_at: at,
        closed_at: null,
      },
    },
    {
      table: 'audit_seals',
      values: { n: 1, entry_id: 'audit1', n_before: null, hash_before: null, hash: 'b'.repeat(64), at: later },
    },
  ],
  '0014': [
    {
      table: 'provider_accounts',
      values: { id: 'alipay:CNY', provider: 'alipay', currency: 'CNY', instructed: 1, stops: 0, instructed_at_stop: 0 },
    },
    {
      table: 'provider_days',
      values: { account_id: 'alipay:CNY', day: '2020-03-02', funded: 9, paid: 0, fees: 0, returned: 0, other: 0 },
    },
    {
      table: 'provider_entries',
      values: {
        id: 'entry1',
        account_id: 'alipay:CNY',
        day: '2020-03-02',
        kind: 'funded',
        amount_minor: 9,
        cause: 'line1',
        actor: 'staff2',
        at,
      },
    },
    {
      table: 'statement_steps',
      values: {
        statement_id: 'statement1',
        n: 1,
        state: 'receiving',
        n_before: null,
        state_before: null,
        move: '>receiving',
        actor: 'staff2',
        reason: null,
        at,
      },
    },
    {
      table: 'statements',
      values: {
        id: 'statement1',
        account_id: 'alipay:CNY',
        format: 'csv',
        file_hash: null,
        bytes: 3,
        chunks: 1,
        mapping: null,
        rows_done: 0,
        lines_new: 0,
        lines_matched: 0,
        problem: null,
        period_from: null,
        period_to: null,
        opening_minor: null,
        closing_minor: null,
        uploaded_by: 'staff2',
        n: 1,
        state: 'receiving',
        made_at: at,
      },
    },
    { table: 'statement_chunks', values: { statement_id: 'statement1', n: 1, content: 'YWJj' } },
    {
      table: 'statement_lines',
      values: {
        account_id: 'alipay:CNY',
        line_key: 'line1',
        statement_id: 'statement1',
        row: 1,
        day: '2020-03-02',
        direction: 'debit',
        amount_minor: 2000,
        provider_id: 'P1',
        reference: 'H1',
        kind: 'payment',
        raw_type: 'x',
        balance_minor: null,
        digest: 'd1',
        outcome: 'matched',
      },
    },
    {
      table: 'matches',
      values: {
        account_id: 'alipay:CNY',
        line_key: 'line1',
        attempt_id: 'attempt1',
        kind: 'payment',
        rule: 'reference',
        proposal_id: null,
        at,
      },
    },
    {
      table: 'exception_steps',
      values: { exception_id: 'exception1', n: 1, what: 'taken_on', actor: 'staff2', note: '', at },
    },
    { table: 'column_mappings', values: { account_id: 'alipay:CNY', mapping: '{}', actor: 'staff2', at } },
    {
      table: 'reports',
      values: {
        id: 'report1',
        kind: 'day',
        subject: 'alipay:CNY 2020-03-02',
        version: 1,
        content: '{}',
        content_hash: 'hash1',
        made_by: 'staff2',
        at,
      },
    },
    {
      table: 'report_signatures',
      values: { report_id: 'report1', nth: 1, content_hash: 'hash1', signed_by: 'staff3', at },
    },
    { table: 'erasures', values: { id: 'erasure1', what: 'payee', subject: 'claim1', actor: 'staff2', at } },
  ],
  '0015': [],
  '0016': [{ table: 'voucher_links', values: { voucher_id: 'voucher1', shown_to: 'staff2', at: later } }],
  '0017': [
    { table: 'statement_progress', values: { statement_id: 'statement1', phase: 'stage', from_row: 0, to_row: 1 } },
    {
      table: 'statement_days',
      values: { account_id: 'alipay:CNY', day: '2020-03-02', lines: 1, debit_minor: 2000, credit_minor: 0 },
    },
  ],
  '0018': [
    {
      table: 'trust_days',
      values: { study_id: 'study1', day: '2020-03-02', content: '{}', signature: 'signed', at: later },
    },
  ],
  '0019': [
    {
      table: 'payee_years',
      values: {
        payee_hash: 'hash1',
        year: 2020,
        currency: 'CNY',
        total_minor: 2000,
        limit_minor: null,
        raised_minor: 0,
      },
    },
  ],
  '0020': [
    { table: 'staff', values: { id: 'staff4', name: 'Di', role: 'none', created_at: at } },
    { table: 'staff_desks', values: { staff_id: 'staff4', study_id: 'study1', desk: 'answers' } },
    { table: 'staff_roles', values: { staff_id: 'staff4', study_id: 'study1', role: 'analyst', desk: 'answers' } },
  ],
  '0021': [
    {
      table: 'proposals',
      values: {
        id: 'proposal21',
        kind: 'batch_failed',
        subject: 'batch1',
        payload: '{}',
        reason: 'sha256:0',
        proposed_by: 'staff2',
        decided: 1,
        at,
      },
    },
  ],
  '0022': [
    {
      table: 'type_rules',
      values: { id: 'rule1', account_id: 'alipay:CNY', raw_type: 'Odd', kind: 'topup', actor: 'staff2', at },
    },
  ],
  '0023': [
    {
      table: 'column_rules',
      values: { id: 'rule1', account_id: 'alipay:CNY', header: 'hash1', mapping: null, actor: 'staff2', at },
    },
  ],
  '0024': [
    {
      table: 'exceptions',
      values: {
        id: 'exception24',
        class: 'batch_mismatch',
        subject: 'alipay:CNY/line1',
        study_id: 'study1',
        provider: 'alipay',
        currency: 'CNY',
        amount_minor: 100,
        detail: '{}',
        opened_at: at,
        closed_at: null,
      },
    },
  ],
  '0025': [
    {
      table: 'report_endings',
      values: { report_id: 'report1', ending: 'withdrawn', ended_by: 'staff3', at: later },
    },
  ],
  '0026': [
    {
      table: 'proposals',
      values: {
        id: 'proposal26',
        kind: 'payment_undone',
        subject: 'payout1',
        payload: '{}',
        reason: 'ticket 26',
        proposed_by: 'staff2',
        decided: 1,
        at,
      },
    },
  ],
  '0027': [
    {
      table: 'result_files',
      values: {
        id: 'resultfile1',
        batch_id: 'batch1',
        file_hash: 'hash1',
        bytes: 3,
        pieces: 1,
        uploaded_by: 'staff2',
        at,
      },
    },
    { table: 'result_file_pieces', values: { file_id: 'resultfile1', n: 1, content: 'sealed' } },
  ],
  '0028': [
    {
      table: 'offers',
      values: {
        id: 'offer_outside',
        study_id: 'study1',
        position: 99,
        currency: 'CNY',
        amount_minor: 2000,
        channels: '["alipay"]',
        created_at: at,
      },
    },
    {
      table: 'offer_balances',
      values: {
        offer_id: 'offer_outside',
        total: 2000,
        available: 0,
        reserved: 0,
        liability: 0,
        clearing: 0,
        paid: 0,
        outside: 2000,
      },
    },
    {
      table: 'transfers',
      values: {
        id: 'transfer_outside',
        offer_id: 'offer_outside',
        debit: 'funding',
        credit: 'outside',
        amount_minor: 2000,
        at,
      },
    },
  ],
  '0029': [
    {
      table: 'result_files',
      values: {
        id: 'resultfile29',
        batch_id: 'batch1',
        file_hash: 'hash29',
        bytes: 3,
        pieces: 1,
        uploaded_by: 'staff2',
        at,
        outcomes: '[]',
      },
    },
  ],
  '0030': [
    {
      table: 'claim_steps',
      values: {
        claim_id: 'claim30',
        n: 1,
        state: 'held',
        n_before: null,
        state_before: null,
        move: '>held',
        actor: 'staff1',
        reason: null,
        at,
      },
    },
    {
      table: 'claim_steps',
      values: {
        claim_id: 'claim30',
        n: 2,
        state: 'ended',
        n_before: 1,
        state_before: 'held',
        move: 'held>ended',
        actor: 'staff1',
        reason: null,
        at: later,
      },
    },
    {
      table: 'claims',
      values: {
        id: 'claim30',
        voucher_id: 'voucher1',
        study_id: 'study1',
        channel: 'mpay',
        payee: 'sealed',
        account_hash: 'account30',
        eligible_at: at,
        n: 2,
        state: 'ended',
        made_at: at,
      },
    },
  ],
  '0031': [],
  '0032': [],
  '0033': [{ table: 'known_keys', values: { purpose: 'tokens', kid: 'key1', at, retired_at: null } }],
  '0034': [
    {
      table: 'review_steps',
      values: {
        respondent_id: 'respondent1',
        n: 1,
        state: 'held',
        n_before: null,
        state_before: null,
        move: '>held',
        actor: 'staff1',
        reason: 'other',
        at,
      },
    },
    { table: 'reviews', values: { id: 'respondent1', n: 1, state: 'held', pending: 0 } },
  ],
  '0035': [],
  '0036': [],
  '0037': [
    {
      table: 'wrong_codes',
      values: { network: 'network1', today: 3, last_minute: '2026-02-14T08:00', in_minute: 1, cap: 10 },
    },
  ],
  '0038': [{ table: 'heartbeats', values: { part: 'sweep', at } }],
  '0039': [],
  '0041': [
    {
      table: 'study_keys',
      values: { id: 'sk_1', study_id: 'study1', wrapped: null, made_at: at, erased_at: later },
    },
  ],
  '0042': [],
  '0043': [
    {
      table: 'response_paradata',
      values: {
        respondent_id: 'respondent1',
        study_id: 'study1',
        questionnaire_version: 'a'.repeat(64),
        route: 'route1',
        language: 'zh-Hans',
        pages: '{"money":{"ms":9000}}',
        network: null,
        ended_at: later,
        looked_at: '',
      },
    },
    {
      table: 'response_flags',
      values: {
        respondent_id: 'respondent1',
        name: 'too_fast',
        family: 'pace',
        points: 25,
        facts: '{"ms":900}',
        rules: '1',
        flagged_at: later,
      },
    },
    {
      table: 'speed_baselines',
      values: {
        study_id: 'study1',
        questionnaire_version: 'a'.repeat(64),
        route: 'route1',
        language: 'zh-Hans',
        responses: 30,
        active_ms: 240_000,
        pages: '{"money":30000}',
        frozen_at: later,
      },
    },
    {
      table: 'answer_models',
      values: {
        study_id: 'study1',
        questionnaire_version: 'a'.repeat(64),
        responses: 30,
        model: '{}',
        made_at: later,
      },
    },
    {
      table: 'response_signatures',
      values: { respondent_id: 'respondent1', kind: 'answers', band: 1, hash: 'band1', study_id: 'study1' },
    },
    {
      table: 'study_alarms',
      values: { study_id: 'study1', kind: 'burst', since: at, facts: '{"count":12}', last_at: later },
    },
    { table: 'turns', values: { part: 'sample', n: 1, n_before: 0, at } },
  ],
  '0044': [
    {
      table: 'agreement_texts',
      values: {
        study_id: 'study1',
        code: 'notice',
        version: 1,
        hash: 'b'.repeat(64),
        text: '[{"title":{"en":"Who is responsible"}}]',
        made_at: at,
      },
    },
    {
      table: 'agreements',
      values: { respondent_id: 'respondent1', code: 'notice', study_id: 'study1', hash: 'b'.repeat(64), at },
    },
  ],
  '0045': [
    {
      table: 'review_steps',
      values: {
        respondent_id: 'respondent1',
        n: 2,
        state: 'rejected',
        n_before: 1,
        state_before: 'held',
        move: 'held>rejected',
        actor: 'staff1',
        reason: 'automated',
        at: later,
      },
    },
    {
      table: 'rejections',
      values: {
        respondent_id: 'respondent1',
        n: 2,
        state: 'rejected',
        rejected_by: 'staff1',
        acts_at: later,
        objections_until: '2026-03-16T08:00:00.000Z',
      },
    },
    {
      table: 'review_steps',
      values: {
        respondent_id: 'respondent1',
        n: 3,
        state: 'objected',
        n_before: 2,
        state_before: 'rejected',
        move: 'rejected>objected',
        actor: 'respondent1',
        reason: null,
        at: later,
      },
    },
    {
      table: 'objections',
      values: {
        respondent_id: 'respondent1',
        n: 2,
        rejected_by: 'staff1',
        made_n: 3,
        made_state: 'objected',
        made_at: later,
        due_day: '2026-03-16',
        texts: 'eyJ',
        texts_key: 'sk_1',
        decided_n: null,
        decided_state: null,
        decided_by: null,
        decided_at: null,
        reply_texts: null,
        reply_key: null,
      },
    },
  ],
  '0046': [
    { table: 'start_queues', values: { network: 'queue1', turn_ms: 1_500, asked_ms: 0 } },
    { table: 'start_places', values: { respondent_id: 'respondent9', network: 'queue1', turn_ms: 1_500 } },
  ],
  '0047': [
    {
      table: 'quota_cells',
      values: { study_id: 'study1', cell: 'planning', cap: 5, open: 0, held: 0, accepted: 1 },
    },
    {
      table: 'quota_reservations',
      values: {
        respondent_id: 'respondent1',
        study_id: 'study1',
        n: 2,
        n_before: 1,
        state: 'accepted',
        opened_at: at,
        expires_at: later,
      },
    },
    { table: 'quota_places', values: { respondent_id: 'respondent1', study_id: 'study1', cell: 'planning' } },
    { table: 'thanks_places', values: { study_id: 'study1', place: 0, offer_id: 'offer1' } },
  ],
  '0050': [
    {
      table: 'invitations',
      values: {
        id: 'invitation2',
        study_id: 'study1',
        code_hash: 'hash2',
        expires_at: later,
        created_at: at,
        guardian_at: at,
      },
    },
  ],
  '0051': [
    {
      table: 'report_only_flags',
      values: { study_id: 'study1', name: 'straight_lines', rules: '1', decided: 20, released: 11, since: later },
    },
  ],
  '0052': [
    {
      table: 'requests',
      values: {
        id: 'request1',
        study_id: 'study1',
        respondent_id: 'respondent1',
        kind: 'erase',
        came_on: '2026-03-01',
        due_on: '2026-03-31',
        registered_by: 'staff1',
        registered_at: at,
        done_by: 'staff1',
        done_at: later,
      },
    },
  ],
  '0053': [],
  '0054': [],
  '0055': [],
  '0056': [
    {
      table: 'setups',
      values: {
        id: 'study1',
        document: '{}',
        revision: 1,
        revision_before: 0,
        made_by: 'staff1',
        made_at: at,
        saved_by: 'staff1',
        saved_at: later,
        study_id: 'study1',
      },
    },
  ],
  '0057': [
    {
      table: 'studies',
      values: {
        id: 'test_study1',
        slug: 'test-abroad',
        questionnaire_version: 'a'.repeat(64),
        settings: '{}',
        open_link_policy: 'issue',
        invitation_policy: 'hold',
        opens_at: at,
        closes_at: null,
        created_at: at,
        test_of: 'study1',
      },
    },
  ],
  '0058': [
    { table: 'staff_identities', values: { issuer: 'https://id.example', subject: 'a1', staff_id: 'staff1', at } },
    { table: 'owner_counts', values: { scope: 'study1', owners: 1, moves: 0 } },
    { table: 'staff_duties', values: { staff_id: 'staff1', study_id: 'study1', duty: 'links', at } },
    {
      table: 'invitation_lists',
      values: {
        id: 'list1',
        study_id: 'study1',
        made_by: 'staff1',
        duty: 'links',
        links: 1,
        has_guardian: 0,
        expires_at: later,
        at,
      },
    },
    { table: 'invitation_list_links', values: { list_id: 'list1', n: 1, invitation_id: 'invitation1' } },
    { table: 'refused_sign_ins', values: { day: '2026-03-01', way: 'oidc', reason: 'not_invited', count: 1 } },
  ],
  '0059': [
    {
      table: 'studies',
      values: {
        id: 'study59',
        slug: 'begun',
        questionnaire_version: 'a'.repeat(64),
        settings: '{}',
        open_link_policy: 'issue',
        invitation_policy: 'hold',
        opens_at: at,
        closes_at: null,
        created_at: at,
      },
    },
    ...(
      [
        [1, 'ready', null, null],
        [2, 'open', 1, 'ready'],
        [3, 'paused', 2, 'open'],
      ] as const
    ).map(([n, state, before, stateBefore]) => ({
      table: 'study_steps',
      values: {
        study_id: 'study59',
        n,
        state,
        n_before: before,
        state_before: stateBefore,
        move: `${stateBefore ?? ''}>${state}`,
        actor: 'staff1',
        reason: null,
        at,
      },
    })),
    {
      table: 'permits',
      values: {
        id: 'permit1',
        study_id: 'study59',
        kind: 'permit',
        authority: '海淀区统计局',
        number: '〔2026〕1',
        expires_on: '2027-03-01',
        media_type: 'application/pdf',
        file_hash: 'e'.repeat(64),
        reason: null,
        entered_by: 'staff2',
        at,
      },
    },
    { table: 'permit_file_pieces', values: { permit_id: 'permit1', n: 0, content: 'JVBERi0=' } },
    {
      table: 'permit_confirmations',
      values: {
        permit_id: 'permit1',
        study_id: 'study59',
        proposal_id: 'proposal1',
        entered_by: 'staff2',
        confirmed_by: 'staff1',
        at: later,
      },
    },
    {
      table: 'study_status',
      values: {
        id: 'study59',
        n: 3,
        state: 'paused',
        pause_words: '{"en":"Back soon"}',
        mainland: 1,
        permit_id: 'permit1',
        permit_until: '2027-03-01T16:00:00.000Z',
        soft_limit: 20,
      },
    },
    {
      table: 'soft_launch_signatures',
      values: {
        study_id: 'study59',
        nth: 1,
        soft_limit: 20,
        completes: 21,
        figures: '{}',
        figures_hash: 'f'.repeat(64),
        signed_by: 'staff1',
        at: later,
      },
    },
  ],
  '0060': [
    // A study from after it: of those from before, the migration itself has written down what they ask.
    {
      table: 'studies',
      values: {
        id: 'study2',
        slug: 'again',
        questionnaire_version: 'a'.repeat(64),
        settings: '{}',
        open_link_policy: 'issue',
        invitation_policy: 'hold',
        opens_at: at,
        closes_at: null,
        created_at: at,
      },
    },
    {
      table: 'study_versions',
      values: {
        study_id: 'study2',
        n: 1,
        n_before: null,
        version: 'a'.repeat(64),
        kind: 'first',
        corrects: null,
        data_version: 'a'.repeat(64),
        note: '',
        published_by: 'system',
        published_at: later,
      },
    },
    {
      table: 'questionnaire_drafts',
      values: {
        study_id: 'study1',
        document: '{"title":{"en":"Abroad"}}',
        base_version: 'a'.repeat(64),
        revision: 1,
        revision_before: 0,
        saved_by: 'staff1',
        saved_at: later,
      },
    },
    {
      table: 'questionnaire_draft_revisions',
      values: {
        study_id: 'study1',
        revision: 1,
        document: '{"title":{"en":"Abroad"}}',
        undo_to: 0,
        redo_to: null,
        saved_by: 'staff1',
        saved_at: later,
      },
    },
  ],
  '0062': [
    {
      table: 'study_changes',
      values: { study_id: 'study1', n: 1, changes: '[]', changed_by: 'staff1', at: later },
    },
  ],
  '0063': [
    {
      table: 'sign_ins',
      values: {
        id: 'sign_in2',
        staff_id: 'staff1',
        code_hash: 'hash2',
        expires_at: later,
        created_at: at,
        made_by: 'staff2',
      },
    },
    {
      table: 'staff_sessions',
      values: { id: 'session2', staff_id: 'staff1', expires_at: later, ended_at: null, link_by: 'staff2' },
    },
  ],
  '0065': [
    {
      table: 'finding_lists',
      values: {
        study_id: 'study1',
        n: 1,
        n_before: null,
        document: '{"findings":[],"nextId":1}',
        undo_to: 0,
        redo_to: null,
        changed_by: 'staff1',
        at: later,
      },
    },
  ],
  '0066': [
    {
      table: 'source_tags',
      values: { id: 'tag1', study_id: 'study1', n: 2, tag: 'poster', made_by: 'staff1', at: later },
    },
    {
      table: 'study_openings',
      values: { study_id: 'study1', day: '2026-03-01', language: 'en', door: 'open_link', source: 'tag1', opened: 1 },
    },
    { table: 'study_stops', values: { study_id: 'study1', page: 'p1', question: '', stopped: 1 } },
    { table: 'stops_counted', values: { study_id: 'study1', n: 1, n_before: 0, last_at: at, last_id: '' } },
  ],
  '0067': [
    {
      table: 'answer_places',
      values: { study_id: 'study1', data_version: 'a'.repeat(64), n: 0, n_before: null, respondent_id: 'respondent1' },
    },
    {
      table: 'answer_segments',
      values: { study_id: 'study1', data_version: 'a'.repeat(64), n: 0, name: 'Q1', width: 1, filled: 1, data: '3' },
    },
  ],
  '0069': [
    {
      table: 'figure_snapshots',
      values: {
        study_id: 'study1',
        data_version: 'a'.repeat(64),
        looked_on: '2026-03-02',
        made_on: '2026-03-02',
        document: '{"counted":20,"groups":[]}',
      },
    },
  ],
  '0070': [
    {
      table: 'exports',
      values: {
        id: 'export1',
        study_id: 'study1',
        format: 'csv',
        language: null,
        filter: '',
        everybody: 0,
        parts: '[]',
        made_by: 'staff1',
        made_at: at,
        revision: 1,
        revision_before: 0,
        stamp: 'a'.repeat(64),
        records: 1,
        written: 0,
        bytes: 0,
        behind: '',
        hash: '',
        sha256: null,
      },
    },
    { table: 'export_checkpoints', values: { export_id: 'export1', bytes: 1, behind: 'ref' } },
    { table: 'export_takes', values: { export_id: 'export1', staff_id: 'staff1', at } },
  ],
  '0071': [
    {
      table: 'theme_lists',
      values: {
        study_id: 'study1',
        question: 'Q31',
        n: 1,
        n_before: null,
        document: '{"themes":[],"nextId":1}',
        undo_to: 0,
        redo_to: null,
        changed_by: 'staff1',
        at: later,
      },
    },
    {
      table: 'text_codings',
      values: {
        respondent_id: 'respondent1',
        question: 'Q31',
        theme: 1,
        study_id: 'study1',
        coded_by: 'staff1',
        at: later,
      },
    },
  ],
  '0072': [
    {
      table: 'saved_filters',
      values: {
        id: 'filter1',
        study_id: 'study1',
        name: 'At home',
        query: 'is.Q03=1',
        made_by: 'staff1',
        made_at: later,
        removed_at: later,
      },
    },
  ],
  '0075': [{ table: 'elections', values: { part: 'sweep', holder: 'server1', ends_at: later } }],
  '0076': [
    {
      table: 'saved_pages',
      values: {
        respondent_id: 'respondent1',
        page: 'money',
        revision: 4,
        answers: '{"Q1":2}',
        visit: null,
        texts: '',
        texts_key: null,
        saved_at: later,
      },
    },
  ],
  '0079': [
    {
      table: 'study_keys',
      values: {
        id: 'pk_1',
        study_id: 'study1',
        purpose: 'payees',
        live_payees: null,
        wrapped: null,
        made_at: at,
        erased_at: later,
      },
    },
  ],
  '0080': [
    {
      table: 'confirmed_translations',
      values: {
        study_id: 'study1',
        place: 'questions/Q07/hint',
        language: 'zh-Hans',
        words_hash: 'c'.repeat(64),
        confirmed_by: 'staff1',
        confirmed_at: later,
      },
    },
  ],
  '0081': [
    {
      table: 'contact_requests',
      values: {
        id: 'request81',
        study_id: 'study1',
        kind: 'see',
        contact: '',
        came_on: '2026-03-01',
        due_on: '2026-03-31',
        registered_by: 'staff1',
        registered_at: at,
        code_hash: null,
        sent_at: null,
        used_at: null,
        done_by: null,
        done_at: null,
      },
    },
  ],
  '0082': [
    {
      table: 'sign_ins',
      values: {
        id: 'sign_in82',
        staff_id: 'staff1',
        code_hash: 'hash82',
        expires_at: later,
        created_at: at,
        made_by: 'staff2',
        made_as: 'staff3',
      },
    },
    {
      table: 'staff_sessions',
      values: {
        id: 'session82',
        staff_id: 'staff1',
        expires_at: later,
        ended_at: null,
        link_by: 'staff2',
        link_as: 'staff3',
      },
    },
  ],
  '0086': [
    {
      table: 'staff',
      values: {
        id: 'staff86',
        name: 'Vouched',
        role: 'none',
        created_at: at,
        email_by: 'staff2',
        email_as: 'staff3',
      },
    },
    {
      table: 'staff_identities',
      values: {
        issuer: 'https://id.example',
        subject: 'a86',
        staff_id: 'staff86',
        at,
        vouched_by: 'staff2',
        vouched_as: 'staff3',
        confirmed_by: 'staff1',
        confirmed_at: later,
      },
    },
  ],
  '0087': [
    {
      table: 'margin_sets',
      values: {
        id: 'margins1',
        study_id: 'study1',
        name: 'Register 2026',
        n: 1,
        margins: 't.Q03.1=60&t.Q03.2=40',
        made_by: 'staff1',
        made_at: later,
        removed_at: later,
      },
    },
  ],
}

/** Every sample row, in an order that references allow. */
export const everySampleRow: readonly SampleRow[] = Object.values(sampleRows).flat()

/** Writes one row, some of its values put in place of the sample's. */
export function insertRow({ table, values }: SampleRow, instead: Record<string, SqlValue> = {}): Write {
  const row = { ...values, ...instead }
  const names = Object.keys(row).map((name) => `"${name}"`)
  const sql = `insert into "${table}" (${names.join(', ')}) values (${names.map(() => '?').join(', ')})`
  return { sql, values: Object.values(row) }
}

/** The sample row of a table: its first, or the one at `index`. */
export function sampleRow(table: string, index = 0): SampleRow {
  const row = everySampleRow.filter((sample) => sample.table === table)[index]
  if (row === undefined) throw new Error(`No sample row of ${table}`)
  return row
}

/** All sample rows as writes, those of the tables `without` left out. */
export function insertAll(without: readonly string[] = []): Write[] {
  return everySampleRow.filter(({ table }) => !without.includes(table)).map((row) => insertRow(row))
}
