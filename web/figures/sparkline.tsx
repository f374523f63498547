import { useT } from '../i18n/index.ts'
import { shown, type Tile } from './figure.ts'

type Props = { label: string; unit: Tile['unit']; months: { month: number; value: number | null }[] }
const wide = 168
const high = 34

/** Twelve months as bars from nought; a month without a figure leaves its place empty. The same in words for who cannot see it. */
export function Sparkline({ label, unit, months }: Props) {
  const t = useT()
  const most = Math.max(...months.map(({ value }) => value ?? 0)) || 1
  const step = wide / 12
  const words = months
    .filter(({ value }) => value !== null)
    .map(({ month, value }) => t('figure.month', { month, value: shown(unit, value) }))
  return (
    <svg
      className="figures-spark"
      viewBox={`0 0 ${wide} ${high}`}
      role="img"
      aria-label={`${label}${words.length > 0 ? `: ${words.join(', ')}` : ''}`}
    >
      <line x1="0" y1={high - 0.5} x2={wide} y2={high - 0.5} />
      {months.map(({ month, value }) =>
        value === null ? null : (
          <rect
            key={month}
            x={(month - 1) * step + 2}
            width={step - 4}
            y={high - 1 - Math.max(1, (value / most) * (high - 3))}
            height={Math.max(1, (value / most) * (high - 3))}
          >
            <title>{t('figure.month', { month, value: shown(unit, value) })}</title>
          </rect>
        ),
      )}
    </svg>
  )
}
