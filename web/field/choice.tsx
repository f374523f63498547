type ChoiceProps<Value extends string> = {
  legend: string
  values: readonly Value[]
  chosen: Value | undefined
  words: (value: Value) => string
  onChoose: (value: Value) => void
}
/** One of a few, each as large as a thumb. */
export function Choice<Value extends string>({ legend, values, chosen, words, onChoose }: ChoiceProps<Value>) {
  return (
    <fieldset className="visit-group fieldwork-choice">
      <legend>{legend}</legend>
      {values.map((value) => (
        <label key={value} className="field-check">
          <input type="radio" name={legend} checked={chosen === value} onChange={() => onChoose(value)} />
          {words(value)}
        </label>
      ))}
    </fieldset>
  )
}
