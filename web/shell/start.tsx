import { pick, useLanguage, useT } from '../i18n/index.ts'
import { Button } from '../ui/button.tsx'
import { Icon, type IconName } from '../ui/icon.tsx'
import { Trouble } from '../ui/fault.tsx'
import { Loading } from '../ui/loading.tsx'
import { Modal } from '../ui/modal.tsx'
import { useAddress } from './address.ts'
import { useDemoAccounts, useSession, useSignIn, type DemoAccount } from './session.ts'
import './start.css'

const icons: Record<string, IconName> = {
  inspector: 'clipboard',
  authority: 'desk',
  promoter: 'folder',
  utility: 'swap',
  registry: 'home',
  planner: 'area',
  auditor: 'shield',
  admin: 'people',
}

/** The demo's first page: 今天您是谁? One card per person, no token to type. */
export function Start() {
  const t = useT()
  const { session } = useSession()
  const accounts = useDemoAccounts()
  const { go } = useAddress()
  const signIn = useSignIn()
  const leave = { sel: undefined, stage: undefined, card: undefined, kind: undefined, layers: undefined }
  const become = ({ token }: DemoAccount) =>
    signIn.mutate({ token }, { onSuccess: () => go({ panel: null, ...leave }) })
  const lookOn = () => go({ panel: 'digs', ...leave })
  return (
    <Modal
      label={t('start.title')}
      className="start"
      onClose={() => (session.role === 'public' ? lookOn() : go({ panel: null }))}
    >
      <header>
        <img src="/mark.svg" alt="" width={44} height={44} />
        <div>
          <h1>{t('start.title')}</h1>
          <p className="muted">{t('start.explain')}</p>
        </div>
      </header>
      {signIn.error && <Trouble error={signIn.error} />}
      {accounts === undefined ? (
        <Loading />
      ) : (
        <ul>
          {accounts.map((account) => (
            <li key={account.token}>
              <Card account={account} isBusy={signIn.isPending} onChoose={() => become(account)} />
            </li>
          ))}
          <li>
            <button type="button" className="start-card" onClick={lookOn}>
              <span className="start-icon">
                <Icon name="eye" size={22} />
              </span>
              <b>{t('start.citizen')}</b>
              <span className="muted">{t('start.no_account')}</span>
              <small>{t('start.does.public')}</small>
            </button>
          </li>
        </ul>
      )}
      <footer className="muted">
        <span>
          <span className="tag synthetic">{t('demo.synthetic')}</span> {t('demo.synthetic_long')}
        </span>
        {accounts && (
          <Button look="quiet" size="small" onClick={() => go({ panel: 'sign-in' })}>
            {t('start.account')}
          </Button>
        )}
      </footer>
    </Modal>
  )
}

function Card({ account, isBusy, onChoose }: { account: DemoAccount; isBusy: boolean; onChoose: () => void }) {
  const t = useT()
  const language = useLanguage()
  const { role, utility_kind } = account
  const kind = utility_kind ? t(`utility.${utility_kind}`) : undefined
  return (
    <button type="button" className="start-card" data-role={role} disabled={isBusy} onClick={onChoose}>
      <span className="start-icon">
        <Icon name={icons[role] ?? 'person'} size={22} />
      </span>
      <b>
        {pick(language, account.name, account.name_en)}
        <span className="tag">{kind ?? t(`role.${role}`)}</span>
      </b>
      <span className="muted">{pick(language, account.organisation, account.organisation_en)}</span>
      <small>{t(`start.does.${role}`)}</small>
    </button>
  )
}
