import { useT } from '../i18n/index.ts'
import type { Datastream } from './feed.ts'

const wide = 240
const high = 40
const count = 24

/** The last 24 hours as bars, the youngest at the right, with the limit as a line; an hour over it is red. The same in words for who cannot see it. */
export function Hours({ stream: { hours, threshold, latest_at } }: { stream: Datastream }) {
  const t = useT()
  if (!latest_at) return null
  const last = Math.floor(Date.parse(latest_at) / 3_600_000)
  const limit = threshold.limit ?? 0
  const most = Math.max(limit * 1.1, ...hours.map(({ peak }) => peak ?? 0)) || 1
  const step = wide / count
  const words = t('feed.day', { values: hours.map(({ peak }) => Math.round(peak ?? 0)).join(' ') })
  return (
    <svg
      className="feed-hours"
      viewBox={`0 0 ${wide} ${high}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={words}
    >
      {hours.map(({ hour, peak }) => {
        const place = count - 1 - (last - Math.floor(Date.parse(hour) / 3_600_000))
        if (peak === null || place < 0) return null
        const height = Math.max(1, (peak / most) * (high - 2))
        return (
          <rect
            key={hour}
            className={peak > limit ? 'over' : undefined}
            x={place * step + 1}
            width={step - 2}
            y={high - height}
            height={height}
          />
        )
      })}
      <line x1="0" x2={wide} y1={high - (limit / most) * (high - 2)} y2={high - (limit / most) * (high - 2)} />
    </svg>
  )
}
