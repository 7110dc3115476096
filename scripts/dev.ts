// `npm run dev`: the demonstration from its source; tsx starts it again when a file changes.
import { execFileSync } from 'node:child_process'
import { main } from '../src/main.ts'

execFileSync(process.execPath, ['scripts/build.mjs', 'worker'])

await main(['demo'])
