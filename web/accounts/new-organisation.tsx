import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { post } from '../api.ts'
import { t as phrase, useT } from '../i18n/index.ts'
import { Button } from '../ui/button.tsx'
import { Trouble } from '../ui/fault.tsx'
import { Section } from '../ui/section.tsx'
import { say } from '../ui/toast.tsx'
import type { Organisation } from './account.ts'
import { Field } from './field.tsx'

type Kind = Organisation['kind']
// A missing kind is a compile error; the order is that of a dig's life.
const kinds = Object.keys({
  promoter: 0,
  contractor: 0,
  supervisor: 0,
  authority: 0,
  inspection: 0,
  traffic: 0,
  utility: 0,
  planning: 0,
  registry: 0,
  audit: 0,
  operator: 0,
} satisfies Record<Kind, 0>) as Kind[]
const utilityKinds = ['water', 'power', 'gas', 'telecom', 'drainage', 'heat', 'cable', 'oil']

/** One more organisation, in both languages; a utility says what it runs. */
export function NewOrganisation() {
  const t = useT()
  const client = useQueryClient()
  const [kind, setKind] = useState<Kind>('promoter')
  const create = useMutation({
    mutationFn: ({ input }: { input: object; form: HTMLFormElement }) =>
      post<{ id: string }>('/api/accounts/organisations', input),
    onSuccess: (_made, { form }) => {
      form.reset()
      say(phrase('accounts.created'))
      void client.invalidateQueries({ queryKey: ['accounts'] })
    },
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const given = Object.fromEntries([...new FormData(form)].filter(([, value]) => value !== ''))
    create.mutate({ input: { ...given, kind }, form })
  }
  return (
    <Section title={t('accounts.new_organisation')}>
      <form className="account-form" aria-label={t('accounts.new_organisation')} onSubmit={submit}>
        <label className="field">
          <span>{t('accounts.kind')}</span>
          <select className="input" value={kind} onChange={(event) => setKind(event.target.value as Kind)}>
            {kinds.map((one) => (
              <option key={one} value={one}>
                {t(`organisation_kind.${one}`)}
              </option>
            ))}
          </select>
        </label>
        {kind === 'utility' && (
          <label className="field">
            <span>{t('accounts.utility_kind')}</span>
            <select className="input" name="utility_kind">
              {utilityKinds.map((one) => (
                <option key={one} value={one}>
                  {t(`utility.${one}`)}
                </option>
              ))}
            </select>
          </label>
        )}
        <Field name="name_zh" label={t('accounts.name_zh')} maxLength={100} error={create.error} />
        <Field name="name_en" label={t('accounts.name_en')} maxLength={100} error={create.error} />
        <Field
          name="credit_code"
          label={t('accounts.credit_code')}
          required={false}
          minLength={18}
          maxLength={18}
          error={create.error}
        />
        {create.error && <Trouble error={create.error} />}
        <p>
          <Button type="submit" look="primary" disabled={create.isPending}>
            {t('accounts.create')}
          </Button>
        </p>
      </form>
    </Section>
  )
}
