/** When the clockwork runs, in UTC (graphile-worker's crontab): mostly at night, and each of its jobs at a time of its own. */
export const timetable = [
  '15 2 * * * expire-letters',
  '30 2 * * * forget-drafts',
  '45 2 * * * forget-old-tries',
  '50 2 * * * expire-agent-requests',
  '10 6 * * * warn-expiring-keys',
  '58 2 * * * forget-machine-requests',
  '0 3 * * * reconcile',
  '20 * * * * expire-orders',
  '40 4 * * * draw-up-systematic',
  '10 6 * * * tell-retirements',
  '* * * * * take-in-bank-files',
  '*/2 * * * * check-waiting',
  '55 2 * * * forget-deposits',
  '30 3 * * * sweep-files',
  '30 7 1 1,4,7,10 * remind-to-review-users',
].join('\n')
