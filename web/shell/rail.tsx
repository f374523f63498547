import { useT } from '../i18n/index.ts'
import { Icon } from '../ui/icon.tsx'
import { useAddress } from './address.ts'
import { useRoleView } from './filters.ts'
import { panels } from './panels.ts'

/** The panels of this role. Pressing the open one closes it, so that the map is whole again. */
export function Rail() {
  const t = useT()
  const { panel, go } = useAddress()
  const view = useRoleView()
  return (
    <nav className="rail" aria-label={t('app.panels')}>
      {view.panels
        .filter((name) => panels[name])
        .map((name) => (
          <button
            key={name}
            type="button"
            aria-current={panel === name ? 'page' : undefined}
            onClick={() => go({ panel: panel === name ? 'map' : name })}
          >
            <Icon name={panels[name]!.icon} size={20} />
            <span>{t(`panel.${name}`)}</span>
          </button>
        ))}
    </nav>
  )
}
