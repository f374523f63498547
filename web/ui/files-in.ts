/** The files among the values of a form's field; a field left empty holds a file of nothing. */
export const filesIn = (values: readonly FormDataEntryValue[]): File[] =>
  values.filter((one): one is File => one instanceof File && one.size > 0)
