import { useId, type ReactNode } from 'react'

/** A titled part of a panel. */
export function Section({
  title,
  count,
  aside,
  children,
}: {
  title: string
  count?: number
  aside?: ReactNode
  children: ReactNode
}) {
  const id = useId()
  return (
    <section className="section" aria-labelledby={id}>
      <header>
        <h2 id={id}>
          {title}
          {count !== undefined && <small className="muted"> {count}</small>}
        </h2>
        {aside}
      </header>
      {children}
    </section>
  )
}
