// Bundles the program for Node: one file, loaded in a tenth of a second. Packages stay in node_modules.
import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))

/** Complete under another name first: a program that starts at the same moment loads the old bundle or the new one. */
export async function buildProgram() {
  const bundled = await build({
    absWorkingDir: root,
    entryPoints: ['src/main.ts'],
    outfile: 'dist/guichet.mjs',
    bundle: true,
    write: false,
    platform: 'node',
    format: 'esm',
    target: 'node20.19',
    packages: 'external',
    jsx: 'automatic',
    jsxImportSource: 'hono/jsx',
    sourcemap: 'linked',
    sourcesContent: false,
    logLevel: 'warning',
  })
  mkdirSync(path.join(root, 'dist'), { recursive: true })
  for (const { path: file, contents } of bundled.outputFiles.sort(mapFirst)) {
    writeFileSync(`${file}.${process.pid}`, contents)
    renameSync(`${file}.${process.pid}`, file)
  }
}

function mapFirst(one, other) {
  return Number(other.path.endsWith('.map')) - Number(one.path.endsWith('.map'))
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildProgram()
