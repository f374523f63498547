import { useState } from 'react'
import { useT } from '../i18n/index.ts'
import { Tabs } from '../ui/tabs.tsx'
import './accounts.css'
import { Organisations } from './organisations.tsx'
import { People } from './people.tsx'
import { Tokens } from './tokens.tsx'

const parts = { people: People, organisations: Organisations, tokens: Tokens }
type Part = keyof typeof parts

/** 机构账号: the operator's organisations, their people, and the operator's own tokens. */
export function AccountsPanel() {
  const t = useT()
  const [open, setOpen] = useState<Part>('people')
  const Body = parts[open]
  return (
    <>
      <Tabs
        name={t('panel.accounts')}
        tabs={(Object.keys(parts) as Part[]).map((name) => ({ name, label: t(`accounts.${name}`) }))}
        open={open}
        onOpen={setOpen}
      />
      <Body />
    </>
  )
}
