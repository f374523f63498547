import { useState } from 'react'
import { pick, useLanguage, useT } from '../i18n/index.ts'
import { Trouble } from '../ui/fault.tsx'
import { Loading } from '../ui/loading.tsx'
import { Section } from '../ui/section.tsx'
import { useOrganisations } from './account.ts'
import { Find } from './find.tsx'
import { NewOrganisation } from './new-organisation.tsx'

/** The organisations that take part, and a form for one more. */
export function Organisations() {
  const t = useT()
  const language = useLanguage()
  const { data, error, refetch } = useOrganisations()
  const [text, setText] = useState('')
  if (error) return <Trouble error={error} retry={() => void refetch()} />
  if (!data) return <Loading />
  const shown = data.filter(({ name_zh, name_en, kind, credit_code }) =>
    [name_zh, name_en, t(`organisation_kind.${kind}`), credit_code]
      .join(' ')
      .toLowerCase()
      .includes(text.trim().toLowerCase()),
  )
  return (
    <>
      <NewOrganisation />
      <Section title={t('accounts.organisations')} count={shown.length}>
        <Find label={t('accounts.find_organisations')} text={text} onChange={setText} />
        <ul className="account-rows">
          {shown.map(({ id, kind, name_zh, name_en, credit_code, utility_kind, people }) => (
            <li key={id}>
              <div>
                <p>
                  <b>{pick(language, name_zh, name_en)}</b>{' '}
                  <span className="tag">
                    {t(utility_kind ? `utility.${utility_kind}` : `organisation_kind.${kind}`)}
                  </span>
                </p>
                {credit_code && <p className="muted mono">{credit_code}</p>}
              </div>
              <span className="muted">{t('accounts.count', { count: people })}</span>
            </li>
          ))}
        </ul>
        {shown.length === 0 && (
          <p className="empty">{t(data.length === 0 ? 'accounts.no_organisations' : 'accounts.no_match')}</p>
        )}
      </Section>
    </>
  )
}
