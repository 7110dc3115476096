// Bundles the program for Node: one file, loaded in a tenth of a second, and one for its threads. Packages stay in node_modules.
import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))

/** Complete under another name first: a program that starts at the same moment loads the old bundle or the new one. */
export async function buildProgram() {
  const bundled = await build({
    absWorkingDir: root,
    entryPoints: { guichet: 'src/main.ts', thread: 'src/thread.ts' },
    outdir: 'dist',
    outExtension: { '.js': '.mjs' },
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
  for (const { path: file, contents } of bundled.outputFiles.sort(mainLast)) {
    writeFileSync(`${file}.${process.pid}`, contents)
    renameSync(`${file}.${process.pid}`, file)
  }
}

/** The bundle whose date says that all is built comes after everything that it needs. */
function mainLast(one, other) {
  return rank(one.path) - rank(other.path)
}

function rank(file) {
  return file.endsWith('guichet.mjs') ? 2 : file.endsWith('.map') ? 0 : 1
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildProgram()
