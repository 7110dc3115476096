import { readFile, readdir } from 'node:fs/promises'
import path from 'node:path'
import { createHash } from 'node:crypto'
import type { Hono } from 'hono'
import type { Env } from './site.ts'

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
}

/** Serves `public/` from memory: a name that was not read at start does not exist, so no path can climb out. */
export async function serveStatic(hono: Hono<Env>, folder: string): Promise<void> {
  const assets = new Map<string, { body: Buffer; type: string; tag: string }>()
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const type = types[path.extname(entry.name)]
    if (!entry.isFile() || !type) continue
    const file = path.join(entry.parentPath, entry.name)
    const body = await readFile(file)
    const tag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 16)}"`
    assets.set(`/public/${path.relative(folder, file).split(path.sep).join('/')}`, {
      body,
      type,
      tag,
    })
  }
  hono.get('/public/*', (page) => {
    const asset = assets.get(page.req.path)
    if (!asset) return page.body(null, 404)
    const headers = {
      'Content-Type': asset.type,
      ETag: asset.tag,
      'Cache-Control':
        asset.type === 'font/woff2' ? 'public, max-age=31536000, immutable' : 'public, max-age=300',
    }
    if (page.req.header('if-none-match') === asset.tag) return page.body(null, 304, headers)
    return page.body(new Uint8Array(asset.body), 200, headers)
  })
}
