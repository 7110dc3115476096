// A program that holds an embedded server until it is killed or told to stop; what it found is its first line.
import { startEmbedded } from '../../src/platform/db/embedded.ts'

const [dataFolder = ''] = process.argv.slice(2)
const server = await startEmbedded({ dataFolder, careless: true })
process.on('SIGTERM', () => void server.stop().then(() => process.exit(0)))
process.stdout.write(`${JSON.stringify({ pid: server.pid, found: server.found })}\n`)
setInterval(() => undefined, 1_000)
