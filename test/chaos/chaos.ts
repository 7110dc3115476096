// `npm run chaos -- --seed N --kills K [--only orders] [--json] [--uploads] [--nodes]`: kills the real program at seeded
// moments under load, or while large files are sent and checked; or strikes two nodes and their PostgreSQL in turn.
import { randomInt } from 'node:crypto'
import { parseArgs } from 'node:util'
import { runNodes } from '../reliability/run-nodes.ts'
import { runChaos } from './run-chaos.ts'
import { killDuringUploads } from './upload-kills.ts'

const { values } = parseArgs({
  options: {
    seed: { type: 'string' },
    kills: { type: 'string', default: '40' },
    only: { type: 'string' },
    json: { type: 'boolean', default: false },
    uploads: { type: 'boolean', default: false },
    nodes: { type: 'boolean', default: false },
  },
})
const seed = Number(values.seed ?? randomInt(1_000_000))
const kills = Number(values.kills)
if (!Number.isInteger(seed) || !Number.isInteger(kills) || kills < 1) {
  process.stderr.write('Give whole numbers: --seed N --kills K.\n')
  process.exit(2)
}
if (values.only !== undefined && values.only !== 'orders') {
  process.stderr.write('Only «orders» can be asked for alone: --only orders.\n')
  process.exit(2)
}
/** The quality rule: ready again within half a minute, nobody having touched the portal. */
const recoveryLimitMs = 30_000
const say = (sentence: string) => void process.stderr.write(`${sentence}\n`)
say(`seed ${seed}, ${kills} kills`)
if (values.uploads) {
  const kept = await killDuringUploads({ seed, kills, lines: 100_000, report: say })
  for (const complaint of kept.complaints) say(complaint)
  const { files, resumed } = kept
  process.stdout.write(
    `${JSON.stringify({ seed, kills, files, resumed, complaints: kept.complaints.length })}\n`,
  )
  process.exit(kept.complaints.length > 0 ? 1 : 0)
}
if (values.nodes) {
  const { complaints, surprises, ...outcome } = await runNodes({ seed, blows: kills, report: say })
  for (const complaint of complaints) say(complaint)
  for (const [sentence, times] of surprises) say(`unexpected answer, ${times} times: ${sentence}`)
  process.stdout.write(`${JSON.stringify({ seed, ...outcome, complaints: complaints.length })}\n`)
  const isLate = isTooSlow(Math.max(...Object.values(outcome.slowestMs)))
  process.exit(complaints.length > 0 || isLate ? 1 : 0)
}
const { result, complaints, surprises, counts, recoveriesMs } = await runChaos({
  seed,
  kills,
  only: values.only,
  report: say,
})
for (const complaint of complaints) say(complaint)
for (const [sentence, times] of surprises) say(`unexpected answer, ${times} times: ${sentence}`)
const slowest = Math.round(Math.max(...recoveriesMs))
const bound = (300 / kills).toFixed(1)
if (values.json) process.stdout.write(`${JSON.stringify(result)}\n`)
else {
  const kinds = Object.entries(counts).map(([kind, count]) => `${count} ${kind}`)
  say(`${result.acknowledged} acknowledged effects (${kinds.join(', ')}), ${result.lost} lost.`)
  say(`Invariants: ${JSON.stringify(result.invariants)}`)
  say(`Back after each kill, at the slowest in ${slowest} ms.`)
}
if (result.lost === 0)
  say(
    `No loss in ${kills} kills: with 95 % confidence fewer than ${bound} % of kills lose anything (rule of three).`,
  )
const isLate = isTooSlow(slowest)
process.exit(result.lost + complaints.length > 0 || isLate ? 1 : 0)

function isTooSlow(backMs: number): boolean {
  const isLate = backMs > recoveryLimitMs
  if (isLate) say(`Back after ${backMs} ms: the rule is half a minute.`)
  return isLate
}
