import { rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import type * as Engine from '../src/declarations/checking/index.ts'

const source = fileURLToPath(new URL('../src/declarations/checking/index.ts', import.meta.url))

/**
 * The engine as the program and the browser run it, bundled. Read from the source by tsx, every small function is given its
 * name again each time that it is made, which costs more than what it does.
 */
export async function builtEngine(): Promise<typeof Engine> {
  const { outputFiles } = await build({
    entryPoints: [source],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
  })
  const file = path.join(tmpdir(), `guichet-engine-${process.pid}.mjs`)
  try {
    await writeFile(file, outputFiles[0]?.contents ?? '')
    return (await import(pathToFileURL(file).href)) as typeof Engine
  } finally {
    await rm(file, { force: true })
  }
}
