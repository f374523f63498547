import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { post, ProblemError } from '../api.ts'
import { pick, useLanguage, useT } from '../i18n/index.ts'
import { useAddress } from '../shell/address.ts'
import { useSession } from '../shell/session.ts'
import { keepLink } from '../transfers/tracking.ts'
import type { Tracking, Transfer } from '../transfers/transfer.ts'
import { Button } from '../ui/button.tsx'
import { Trouble } from '../ui/fault.tsx'
import { ConsentField } from './consent-field.tsx'
import { emptyDraft, filledDraft, inputOf, kinds, type Draft, type Kind } from './draft.ts'
import type { Unit } from './home.ts'
import { PartyFields } from './party-fields.tsx'
import { useDemoSale, useRecipients } from './sale.ts'

/** 受理: the registry opens the linked transfer of a sale, with a consent of its own for each utility. */
export function OpenSale({ unit, onClose }: { unit: Unit; onClose: () => void }) {
  const t = useT()
  const { session } = useSession()
  const sale = useDemoSale(session.demo)
  const recipients = useRecipients(unit.id)
  const [draft, setDraft] = useState(emptyDraft)
  const open = useOpen(unit, draft)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    open.mutate()
  }
  const setLeg = (kind: Kind) => (leg: Draft['legs'][Kind]) =>
    setDraft((now) => ({ ...now, legs: { ...now.legs, [kind]: leg } }))
  return (
    <form className="open-sale" aria-label={t('home.open_sale')} onSubmit={submit}>
      <h2>{t('home.open_sale')}</h2>
      {sale?.unit_id === unit.id && (
        <p>
          <Button onClick={() => setDraft((now) => filledDraft(now, sale))}>{t('home.fill_demo')}</Button>
        </p>
      )}
      <label className="field">
        <span>{t('transfer.acceptance_no')}</span>
        <input
          className="input mono"
          required
          pattern="[0-9A-Za-z\-]{4,40}"
          value={draft.acceptance_no}
          onChange={(event) => setDraft({ ...draft, acceptance_no: event.target.value })}
        />
      </label>
      <PartyFields side="buyer" list={draft.buyers} onChange={(buyers) => setDraft({ ...draft, buyers })} />
      <PartyFields side="seller" list={draft.sellers} onChange={(sellers) => setDraft({ ...draft, sellers })} />
      {kinds.map((kind) => (
        <ConsentField
          key={kind}
          kind={kind}
          recipient={recipients.find((one) => one.kind === kind)}
          leg={draft.legs[kind]}
          onChange={setLeg(kind)}
        />
      ))}
      {open.error && <Trouble error={open.error} />}
      <Wrong error={open.error} />
      <p className="operations-row">
        <Button type="submit" look="primary" disabled={open.isPending}>
          {t('home.accept')}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {t('app.cancel')}
        </Button>
      </p>
    </form>
  )
}

function useOpen(unit: Unit, draft: Draft) {
  const t = useT()
  const client = useQueryClient()
  const { go } = useAddress()
  return useMutation({
    mutationFn: () => {
      const consent = { purpose: t('transfer.consent.purpose'), method: t('transfer.consent.method') }
      return post<Transfer & { tracking: Tracking }>('/api/transfers', inputOf(unit.id, draft, consent))
    },
    gcTime: 0,
    onSuccess: ({ id, tracking }) => {
      keepLink(id, tracking)
      void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey.includes('list') })
      go({ sel: id })
    },
  })
}

function Wrong({ error }: { error: unknown }) {
  const language = useLanguage()
  if (!(error instanceof ProblemError) || error.errors.length === 0) return null
  return (
    <ul className="open-sale-wrong">
      {error.errors.map(({ pointer, code, message, message_zh, message_en }) => (
        <li key={pointer + code}>
          <span className="mono">{pointer}</span> {pick(language, message_zh ?? message, message_en ?? message)}
        </li>
      ))}
    </ul>
  )
}
