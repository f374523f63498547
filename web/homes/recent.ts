const key = 'dongtu.buildings'
const most = 6
export type Recent = { id: string; title: string }

/** The buildings that were opened last in this browser, newest first. They name nobody. */
export function recentBuildings(): Recent[] {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(key) ?? '[]')
    return Array.isArray(found) ? found.filter((one): one is Recent => typeof one?.id === 'string') : []
  } catch {
    return []
  }
}

/** Puts a building first in the list. */
export function rememberBuilding(building: Recent): void {
  const rest = recentBuildings().filter(({ id }) => id !== building.id)
  localStorage.setItem(key, JSON.stringify([building, ...rest].slice(0, most)))
}
