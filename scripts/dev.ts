// `npm run dev`: the demonstration from its source; tsx starts it again when a file changes.
import { main } from '../src/main.ts'

await main(['demo'])
