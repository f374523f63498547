import { useT } from '../i18n/index.ts'
import { Button } from '../ui/button.tsx'
import { idTypes, type PartyDraft } from './draft.ts'

type Props = { side: 'buyer' | 'seller'; list: PartyDraft[]; onChange: (list: PartyDraft[]) => void }

/** The people of one side of a sale; a home may have up to ten of each. */
export function PartyFields({ side, list, onChange }: Props) {
  const t = useT()
  const set = (index: number, patch: Partial<PartyDraft>) =>
    onChange(list.map((party, i) => (i === index ? { ...party, ...patch } : party)))
  return (
    <fieldset className="party">
      <legend>{t(`transfer.side.${side}`)}</legend>
      {list.map((party, index) => (
        <div key={index} className="party-row">
          <label className="field">
            <span>{t('transfer.data.name')}</span>
            <input
              className="input"
              autoComplete="off"
              required={side === 'buyer'}
              value={party.name}
              onChange={(event) => set(index, { name: event.target.value })}
            />
          </label>
          <label className="field">
            <span>{t('transfer.data.phone')}</span>
            <input
              className="input"
              autoComplete="off"
              inputMode="tel"
              value={party.phone}
              onChange={(event) => set(index, { phone: event.target.value })}
            />
          </label>
          <label className="field">
            <span>{t('transfer.data.id_type')}</span>
            <select
              className="input"
              value={party.id_type}
              onChange={(event) => set(index, { id_type: event.target.value })}
            >
              {idTypes.map((type) => (
                <option key={type} value={type}>
                  {t(`transfer.id_type.${type}`)}
                </option>
              ))}
            </select>
          </label>
          <label className="field">
            <span>{t('transfer.data.id_no')}</span>
            <input
              className="input mono"
              autoComplete="off"
              required={side === 'buyer'}
              value={party.id_no}
              onChange={(event) => set(index, { id_no: event.target.value })}
            />
          </label>
        </div>
      ))}
      <p className="operations-row">
        {list.length < 10 && (
          <Button
            size="small"
            look="quiet"
            icon="plus"
            onClick={() => onChange([...list, { name: '', id_type: 'resident_id', id_no: '', phone: '' }])}
          >
            {t('home.add_party')}
          </Button>
        )}
        {list.length > 1 && (
          <Button size="small" look="quiet" icon="minus" onClick={() => onChange(list.slice(0, -1))}>
            {t('home.remove_party')}
          </Button>
        )}
      </p>
    </fieldset>
  )
}
