/** Yellow at 90 % of the limit, or with one working day left: as sql/data/rules has it for China. */
export const marks = { yellow_share: 0.9, yellow_working_days_left: 1 }
