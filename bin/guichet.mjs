#!/usr/bin/env node
// Bundles the program when its source is newer than the last bundle, then runs it.
import { existsSync, readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Guichet needs Node 20.19 or later; this is ${process.versions.node}.`)
  process.exit(1)
}

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))
const bundle = path.join(root, 'dist', 'guichet.mjs')
const worker = path.join(root, 'dist', 'public', 'check', 'worker.js')

process.env.NODE_ENV ??= 'production'
process.setSourceMapsEnabled(true)
await bundleIfNeeded()
const { main } = await import(bundle)
await main(process.argv.slice(2))

async function bundleIfNeeded() {
  const built = statSync(bundle, { throwIfNoEntry: false })?.mtimeMs ?? 0
  const source = path.join(root, 'src')
  if (!existsSync(source) || (existsSync(worker) && !changedSince(source, built))) return
  const { buildProgram } = await import('../scripts/build.mjs')
  try {
    await buildProgram()
  } catch (error) {
    // esbuild has just said where the source is wrong.
    if (Array.isArray(error.errors)) process.exit(1)
    if (!['EROFS', 'EACCES', 'EPERM'].includes(error.code)) throw error
    // An installation that may not write runs what was built when it was installed.
    if (built > 0) return
    console.error(
      `${path.dirname(bundle)} may not be written. Run \`npm run build\` as the user who installed Guichet.`,
    )
    process.exit(1)
  }
}

function changedSince(folder, instant) {
  return readdirSync(folder, { withFileTypes: true }).some((entry) => {
    const place = path.join(folder, entry.name)
    if (entry.isDirectory()) return changedSince(place, instant)
    return /\.tsx?$/.test(entry.name) && statSync(place).mtimeMs > instant
  })
}
