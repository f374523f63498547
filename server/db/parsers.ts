/** How both databases hand values over: row type = wire type. Instants as RFC 3339 text, days as YYYY-MM-DD, numbers as numbers. */
export const parsers: Record<number, (text: string) => unknown> = {
  20: Number, // bigint: our counts stay far below 2^53
  1700: Number, // numeric: money in yuan and measures, two decimals
  1082: (text) => text, // date
  1184: (text) => new Date(text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00')).toISOString(), // timestamptz
}
