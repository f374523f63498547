export interface Choosable {
  value: string
  title_zh: string
  title_en: string
  /** Other words of files for the same thing, lower case. */
  words?: readonly string[]
}

/** One of our fields that a column of a file may fill. */
export interface TargetField {
  name: string
  type: 'text' | 'number' | 'integer' | 'date' | 'enum'
  title_zh: string
  title_en: string
  required?: boolean
  /** What stands when neither the mapping nor the row says anything. */
  fallback?: string
  values?: readonly Choosable[]
  /** What a word stands for that is none of the values; without it such a word is an error. */
  otherwise?: string
  least?: number
  most?: number
  longest?: number
  pattern?: RegExp
  /** Names of columns that usually hold it, lower case without spaces and underscores; a factor turns their unit into ours. */
  columns: readonly (string | readonly [name: string, factor: number])[]
}
