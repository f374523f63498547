import type { DemoSale } from './sale.ts'

export const kinds = ['water', 'power', 'gas'] as const
export type Kind = (typeof kinds)[number]
export const dataKinds = [
  'name',
  'id_no',
  'phone',
  'account_no',
  'unit_code',
  'location',
  'certificate_no',
  'seller_name',
] as const
export const idTypes = ['resident_id', 'credit_code', 'passport', 'other'] as const

export type PartyDraft = { name: string; id_type: string; id_no: string; phone: string }
export type LegDraft = { isIn: boolean; account_no: string; isAgreed: boolean; data_kinds: string[] }
export type Draft = {
  acceptance_no: string
  buyers: PartyDraft[]
  sellers: PartyDraft[]
  legs: Record<Kind, LegDraft>
}

/** The version of the consent text that the page shows (`transfer.consent.*` in web/i18n); it changes when the words do. */
const text_version = '2026-11'

const party = (): PartyDraft => ({ name: '', id_type: 'resident_id', id_no: '', phone: '' })
const leg = (): LegDraft => ({ isIn: true, account_no: '', isAgreed: false, data_kinds: [...dataKinds] })

/** An empty form: one buyer, one seller, three utilities. */
export function emptyDraft(): Draft {
  return {
    acceptance_no: '',
    buyers: [party()],
    sellers: [party()],
    legs: { water: leg(), power: leg(), gas: leg() },
  }
}

/** The form with the demo's invented parties. The consents stay open: they are for a person to give. */
export function filledDraft(draft: Draft, sale: DemoSale): Draft {
  const legs = Object.fromEntries(
    kinds.map((kind) => [
      kind,
      { ...draft.legs[kind], account_no: sale.accounts.find((one) => one.kind === kind)?.account_no ?? '' },
    ]),
  ) as Draft['legs']
  return { acceptance_no: sale.acceptance_no, buyers: [...sale.buyers], sellers: [...sale.sellers], legs }
}

/** The draft as POST /api/transfers takes it. `purpose` and `method` are what the form has shown to the applicant. */
export function inputOf(unit_id: string, draft: Draft, consent: { purpose: string; method: string }) {
  const people = (list: PartyDraft[]) =>
    list
      .filter(({ name, id_no }) => name.trim() || id_no.trim())
      .map(({ phone, ...rest }) => ({ ...rest, ...(phone.trim() ? { phone: phone.trim() } : {}) }))
  return {
    unit_id,
    acceptance_no: draft.acceptance_no,
    parties: { buyers: people(draft.buyers), sellers: people(draft.sellers) },
    legs: kinds.map((kind) => {
      const { isIn, account_no, data_kinds } = draft.legs[kind]
      return isIn
        ? { kind, account_no, consent: { given: true, ...consent, data_kinds, text_version } }
        : { kind, opted_out: true }
    }),
  }
}
