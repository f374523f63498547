type Props<Name extends string> = {
  name: string
  tabs: { name: Name; label: string; count?: number }[]
  open: Name
  onOpen: (name: Name) => void
}

/** Tabs in a row; the arrow keys move between them. */
export function Tabs<Name extends string>({ name, tabs, open, onOpen }: Props<Name>) {
  const step = (by: number) => {
    const next = tabs[(tabs.findIndex((tab) => tab.name === open) + by + tabs.length) % tabs.length]
    if (next) onOpen(next.name)
  }
  return (
    <div
      className="tabs"
      role="tablist"
      aria-label={name}
      onKeyDown={(event) => {
        if (event.key === 'ArrowRight') step(1)
        if (event.key === 'ArrowLeft') step(-1)
        const list = event.currentTarget
        requestAnimationFrame(
          () =>
            list.contains(document.activeElement) && list.querySelector<HTMLElement>('[aria-selected=true]')?.focus(),
        )
      }}
    >
      {tabs.map((tab) => (
        <button
          key={tab.name}
          type="button"
          role="tab"
          aria-selected={tab.name === open}
          tabIndex={tab.name === open ? 0 : -1}
          onClick={() => onOpen(tab.name)}
        >
          {tab.label}
          {tab.count !== undefined && <small>{tab.count}</small>}
        </button>
      ))}
    </div>
  )
}
