import type { CSSProperties } from 'react'

/** A dot of a colour, with a ring of another around it when there is one. The words beside it carry the meaning. */
export function Swatch({ colour, ring }: { colour?: string | undefined; ring?: string | undefined }) {
  const style = {
    '--colour': colour,
    ...(ring ? { boxShadow: `0 0 0 2px var(--surface), 0 0 0 4px ${ring}`, margin: '0 4px' } : {}),
  } as CSSProperties
  return <span className="swatch" aria-hidden="true" style={style} />
}
