// Bundles the program for Node, which loads what its command has to do, and for its threads one that loads what the thread
// has to do (packages stay in node_modules); and the checking engine for the browser's thread, which pages load only when a file is chosen.
import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))

const shared = {
  absWorkingDir: root,
  bundle: true,
  write: false,
  format: 'esm',
  logLevel: 'warning',
}

const forNode = {
  ...shared,
  outdir: 'dist',
  outExtension: { '.js': '.mjs' },
  platform: 'node',
  target: 'node20.19',
  external: packagesBeside(),
  jsx: 'automatic',
  jsxImportSource: 'hono/jsx',
  minifyWhitespace: true,
  sourcemap: 'linked',
  sourcesContent: false,
}

/** All but Kysely: as three hundred files, it would take a thread longer to load than to check ten thousand lines. */
function packagesBeside() {
  const { dependencies } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'))
  return Object.keys(dependencies).filter((name) => name !== 'kysely')
}

/** The bundle whose date says that all is built comes after everything that it needs. */
export async function buildProgram() {
  await buildBrowserWorker()
  const threads = await build({
    ...forNode,
    entryPoints: { thread: 'src/thread.ts' },
    splitting: true,
    chunkNames: 'thread-[hash]',
  })
  const program = await build({
    ...forNode,
    entryPoints: { guichet: 'src/main.ts' },
    splitting: true,
    chunkNames: 'guichet-[hash]',
  })
  const outputFiles = [...threads.outputFiles, ...program.outputFiles]
  writeAll(outputFiles)
  removeOthers('dist', /^(thread|guichet)-.*\.mjs(\.map)?$/, outputFiles)
}

/** Served as /public/check/worker.js. The reader of workbooks is in a part of its own: most files are none. */
export async function buildBrowserWorker() {
  const { outputFiles } = await build({
    ...shared,
    entryPoints: { worker: 'src/declarations/check-ahead/worker.ts' },
    outdir: 'dist/public/check',
    platform: 'browser',
    target: 'es2022',
    splitting: true,
    minify: true,
    charset: 'utf8',
    chunkNames: 'part-[hash]',
  })
  writeAll(outputFiles)
  removeOthers('dist/public/check', /\.js$/, outputFiles)
}

/** What was left by builds before this one. */
function removeOthers(folder, pattern, outputFiles) {
  const kept = new Set(outputFiles.map((file) => path.basename(file.path)))
  const old = readdirSync(path.join(root, folder)).filter(
    (name) => pattern.test(name) && !kept.has(name),
  )
  for (const name of old) rmSync(path.join(root, folder, name), { force: true })
}

/** Complete under another name first: a program that starts at the same moment loads the old bundle or the new one. */
function writeAll(files) {
  for (const { path: file, contents } of files.sort(mainLast)) {
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(`${file}.${process.pid}`, file.endsWith('.mjs') ? inAscii(contents) : contents)
    renameSync(`${file}.${process.pid}`, file)
  }
}

/** One letter beyond would have Node hold the whole text in two bytes a character; esbuild leaves some, in patterns and comments. */
function inAscii(contents) {
  const escaped = (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`
  return new TextDecoder().decode(contents).replace(/[^\0-\x7f]/g, escaped)
}

function mainLast(one, other) {
  return rank(one.path) - rank(other.path)
}

function rank(file) {
  return /(guichet\.mjs|worker\.js)$/.test(file) ? 2 : file.endsWith('.map') ? 0 : 1
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (process.argv[2] === 'worker') await buildBrowserWorker()
  else await buildProgram()
}
