/** Narrows a list as one types. */
export function Find({ label, text, onChange }: { label: string; text: string; onChange: (text: string) => void }) {
  return (
    <input
      className="input account-find"
      type="search"
      aria-label={label}
      placeholder={label}
      value={text}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}
