import { useEffect, useRef } from 'react'
import { pick, useLanguage, useT } from '../i18n/index.ts'
import { Icon } from '../ui/icon.tsx'
import { useAddress } from './address.ts'
import { useSession, useSignOut } from './session.ts'

/** The role badge; it opens who I am and the way to be somebody else. */
export function Who() {
  const t = useT()
  const language = useLanguage()
  const { session, isKnown } = useSession()
  const { go } = useAddress()
  const signOut = useSignOut()
  const menu = useRef<HTMLDetailsElement>(null)
  useCloseOutside(menu)
  if (!isKnown) return null
  if (session.role === 'public') {
    return (
      <button
        type="button"
        className="button small primary"
        onClick={() => go({ panel: session.demo ? 'start' : 'sign-in' })}
      >
        <Icon name="person" size={16} />
        {t('who.sign_in')}
      </button>
    )
  }
  const name = pick(language, session.name, session.name_en)
  // what only they may see is closed first: nothing of it is asked for again as the public
  const leave = async () => {
    await go({ panel: 'map', sel: undefined })
    signOut.mutate(undefined, { onSuccess: () => go({ panel: null }) })
  }
  return (
    <details className="who" ref={menu}>
      <summary>
        <Icon name="person" size={16} />
        <b>{name}</b>
        <span className="tag accent">{t(`role.${session.role}`)}</span>
      </summary>
      <div className="menu">
        <p>
          <b>{name}</b>
          <br />
          <span className="muted">{pick(language, session.organisation, session.organisation_en)}</span>
        </p>
        {session.demo && (
          <button type="button" className="button quiet" onClick={() => go({ panel: 'start' })}>
            <Icon name="people" size={16} />
            {t('who.change')}
          </button>
        )}
        <button type="button" className="button quiet" onClick={() => go({ panel: 'account' })}>
          <Icon name="person" size={16} />
          {t('who.account')}
        </button>
        <button type="button" className="button quiet" onClick={() => void leave()}>
          <Icon name="leave" size={16} />
          {t('who.sign_out')}
        </button>
      </div>
    </details>
  )
}

function useCloseOutside(menu: React.RefObject<HTMLDetailsElement | null>) {
  useEffect(() => {
    const close = (event: Event) => {
      const box = menu.current
      if (!box?.open) return
      const isKey = event instanceof KeyboardEvent
      if (
        isKey
          ? event.key === 'Escape'
          : !box.contains(event.target as Node) || (event.target as Element).closest('.menu button')
      ) {
        setTimeout(() => (box.open = false))
      }
    }
    addEventListener('click', close)
    addEventListener('keydown', close)
    return () => {
      removeEventListener('click', close)
      removeEventListener('keydown', close)
    }
  }, [menu])
}
