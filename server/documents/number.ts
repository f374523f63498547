/**
 * The document number (文号) from the reference of the permit (of the dig, where there is none): 动土许〔2026〕510116-000012-01号.
 * A second paper of the same kind for the same permit says which it is: …-01-2号.
 */
export function documentNumber(word: string, reference: string, earlier: number): string {
  const [, district, year, serial, permit] = /^DP-(\d{6})-(\d{4})-(\d+)(?:-P(\d+))?$/.exec(reference) ?? []
  const rest = serial ? [district, serial, permit].filter(Boolean).join('-') : reference
  return `${word}${year ? `〔${year}〕` : ''}${rest}${earlier > 0 ? `-${earlier + 1}` : ''}号`
}
