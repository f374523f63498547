import { useT } from '../i18n/index.ts'
import { useIsLive } from '../live.ts'
import { Button } from '../ui/button.tsx'
import { chooseTheme, useTheme } from '../ui/theme.ts'
import { DemoBar } from './demo-bar.tsx'
import { useLanguageSwitch } from './language.ts'
import { Search } from './search.tsx'
import { useSession } from './session.ts'
import { Who } from './who.tsx'

/** Name, search, demo clock, language, theme, who I am, and whether changes are arriving. */
export function TopBar() {
  const t = useT()
  const { session } = useSession()
  return (
    <header className="bar">
      <a className="mark" href="/">
        <img src="/mark.svg" alt="" width={28} height={28} />
        <span>
          <b>{t('app.name')}</b>
          <small>{t('app.tagline')}</small>
        </span>
      </a>
      {session.demo && (
        <span className="tag synthetic" title={t('demo.synthetic_long')}>
          {t('demo.synthetic')}
        </span>
      )}
      <Search />
      <span className="bar-gap" />
      {session.demo && <DemoBar />}
      <Live />
      <LanguageSwitch />
      <ThemeSwitch />
      <Who />
    </header>
  )
}

function Live() {
  const t = useT()
  const isLive = useIsLive()
  const words = t(isLive ? 'app.live' : 'app.not_live')
  return (
    <span className="live" data-on={isLive || undefined} title={words} role="status">
      <i aria-hidden="true" />
      <span className="unseen">{words}</span>
    </span>
  )
}

function LanguageSwitch() {
  const t = useT()
  const { language, choose } = useLanguageSwitch()
  const next = language === 'en' ? 'zh-CN' : 'en'
  return (
    <button
      type="button"
      className="button quiet small"
      lang={next}
      title={t('app.language')}
      onClick={() => choose(next)}
    >
      {next === 'en' ? 'English' : '中文'}
    </button>
  )
}

function ThemeSwitch() {
  const t = useT()
  const theme = useTheme()
  return (
    <Button
      look="quiet"
      size="small"
      icon={theme === 'dark' ? 'sun' : 'moon'}
      label={t(theme === 'dark' ? 'app.light' : 'app.dark')}
      onClick={() => chooseTheme(theme === 'dark' ? 'light' : 'dark')}
    />
  )
}
