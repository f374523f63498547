import { useMemo } from 'react'
import { useT, words } from '../i18n/index.ts'
import { useAddress } from '../shell/address.ts'
import { toneOf } from '../transfers/transfer.ts'
import type { Building, GridUnit } from './home.ts'

type Column = { entrance: string; place: string }

/** The homes of a building as it stands: entrances side by side, the top floor on top; a home in a sale has a colour. */
export function Grid({ building }: { building: Building }) {
  const t = useT()
  const { floors, columns, homes } = useMemo(() => layout(building.units), [building.units])
  const isMarked = building.units.some(({ open_transfer }) => open_transfer)
  return (
    <>
      <div className="grid-scroll" tabIndex={0} role="region" aria-label={t('home.grid')}>
        <table className="home-grid">
          <thead>
            <tr>
              <th scope="col">
                <span className="unseen">{t('home.floor')}</span>
              </th>
              {building.entrances.map((entrance) => (
                <th
                  key={entrance}
                  scope="colgroup"
                  colSpan={columns.filter((column) => column.entrance === entrance).length}
                >
                  {t('home.entrance', { entrance })}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {floors.map((floor) => (
              <tr key={floor}>
                <th scope="row">{floor}</th>
                {columns.map(({ entrance, place }, index) => (
                  <td
                    key={entrance + place}
                    data-first={index > 0 && columns[index - 1]!.entrance !== entrance ? '' : undefined}
                  >
                    <Cell unit={homes.get(`${entrance}/${floor}/${place}`)} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {isMarked && <p className="muted grid-key">{t('home.grid_key')}</p>}
    </>
  )
}

function Cell({ unit }: { unit: GridUnit | undefined }) {
  const { sel, go } = useAddress()
  if (!unit) return null
  const { open_transfer: sale, label, room, id } = unit
  const status = sale ? words(`transfer.case.${sale.status}`, sale.status) : undefined
  return (
    <button
      type="button"
      className="home-cell"
      data-tone={sale ? (toneOf[sale.status] ?? 'accent') : undefined}
      aria-current={sel === id || undefined}
      aria-label={status ? `${label} · ${status}` : label}
      title={status ? `${label} · ${status}` : label}
      onClick={() => go({ sel: id })}
    >
      {room}
    </button>
  )
}

/** Columns are the last two digits of the rooms, per entrance: 1502 stands under 02 on floor 15. */
function layout(units: readonly GridUnit[]) {
  const placeOf = ({ room }: GridUnit) => room.slice(-2)
  const floors = [...new Set(units.map(({ floor }) => floor))].toSorted((a, b) => b - a)
  const named = new Map<string, Column>()
  for (const unit of units)
    named.set(`${unit.entrance}/${placeOf(unit)}`, { entrance: unit.entrance, place: placeOf(unit) })
  const order = new Map([...new Set(units.map(({ entrance }) => entrance))].map((entrance, index) => [entrance, index]))
  const columns = [...named.values()].toSorted(
    (a, b) => order.get(a.entrance)! - order.get(b.entrance)! || a.place.localeCompare(b.place),
  )
  const homes = new Map(units.map((unit) => [`${unit.entrance}/${unit.floor}/${placeOf(unit)}`, unit]))
  return { floors, columns, homes }
}
