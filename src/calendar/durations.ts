/** Elapsed time, whatever the calendar says: a day is twenty-four hours, in which clocks may change. */
export const hourMs = 3_600_000
export const dayMs = 24 * hourMs
