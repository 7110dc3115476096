import { rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import type * as Checking from '../src/declarations/checking/index.ts'
import type * as Rules from './rules-on-arrays.ts'

export type Engine = typeof Checking & typeof Rules

const whole = `
  export * from '../src/declarations/checking/index.ts'
  export * from './rules-on-arrays.ts'
`

let built = 0

/**
 * The engine as the program and the browser run it, bundled, and its rules on what others have read. Read from the source by tsx,
 * every small function is given its name again each time that it is made, which costs more than what it does. Each is an engine of its
 * own: where one has kept a whole file, V8 goes on making its lines where what is kept belongs, and takes half as long again.
 */
export async function builtEngine(): Promise<Engine> {
  const { outputFiles } = await build({
    stdin: { contents: whole, resolveDir: fileURLToPath(new URL('.', import.meta.url)) },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
  })
  const file = path.join(tmpdir(), `guichet-engine-${process.pid}-${built++}.mjs`)
  try {
    await writeFile(file, outputFiles[0]?.contents ?? '')
    return (await import(pathToFileURL(file).href)) as Engine
  } finally {
    await rm(file, { force: true })
  }
}
