/** When the clockwork runs, in UTC (graphile-worker's crontab). */
export const timetable = `
17 2 * * * expire-letters
`
