import { pick, useLanguage, useT } from '../i18n/index.ts'
import { dataKinds, type Kind, type LegDraft } from './draft.ts'
import type { Recipient } from './sale.ts'

type Props = { kind: Kind; recipient: Recipient | undefined; leg: LegDraft; onChange: (leg: LegDraft) => void }

/** One utility's account and its own consent (同意书): who receives what, for what, and how; or the applicant does it alone. */
export function ConsentField({ kind, recipient: utility, leg, onChange }: Props) {
  const t = useT()
  const language = useLanguage()
  const name = t(`utility.${kind}`)
  const recipient = utility ? pick(language, utility.name, utility.name_en) : t(`transfer.recipient.${kind}`)
  const set = (patch: Partial<LegDraft>) => onChange({ ...leg, ...patch })
  const toggle = (data: string) =>
    set({
      data_kinds: leg.data_kinds.includes(data) ? leg.data_kinds.filter((d) => d !== data) : [...leg.data_kinds, data],
    })
  return (
    <fieldset className="party" data-kind={kind}>
      <legend>{name}</legend>
      <label className="field-check">
        <input type="checkbox" checked={leg.isIn} onChange={() => set({ isIn: !leg.isIn })} />{' '}
        {t('transfer.consent.take_part', { name })}
      </label>
      {!leg.isIn && <p className="muted">{t('transfer.consent.opted_out')}</p>}
      {leg.isIn && (
        <>
          <label className="field">
            <span>{t('transfer.account_of', { name })}</span>
            <input
              className="input mono"
              required
              autoComplete="off"
              pattern="[0-9A-Za-z\-]{4,32}"
              value={leg.account_no}
              onChange={(event) => set({ account_no: event.target.value })}
            />
          </label>
          <div className="consent">
            <p>{t('transfer.consent.recipient', { recipient })}</p>
            <p>{t('transfer.consent.purpose')}</p>
            <p>{t('transfer.consent.method')}</p>
            <p role="group" aria-label={t('transfer.consent.data')} className="consent-data">
              {dataKinds.map((data) => (
                <label key={data}>
                  <input type="checkbox" checked={leg.data_kinds.includes(data)} onChange={() => toggle(data)} />{' '}
                  {t(`transfer.data.${data}`)}
                </label>
              ))}
            </p>
            <label className="field-check">
              <input
                type="checkbox"
                required
                checked={leg.isAgreed}
                onChange={() => set({ isAgreed: !leg.isAgreed })}
              />{' '}
              <b>{t('transfer.consent.agree', { recipient })}</b>
            </label>
          </div>
        </>
      )}
    </fieldset>
  )
}
