import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { transform } from 'esbuild'
import type { Hono } from 'hono'
import type { Env, Page } from './site.ts'

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
}

type Encoding = 'br' | 'gzip' | 'identity'

interface Asset {
  readonly type: string
  readonly tag: string
  readonly bodies: Readonly<Partial<Record<Encoding, Uint8Array<ArrayBuffer>>>> & {
    readonly identity: Uint8Array<ArrayBuffer>
  }
}

/**
 * Serves the public folders from memory, compressed once at start. A name that was not read at start does not exist, so no
 * path can climb out.
 */
export async function serveStatic(hono: Hono<Env>, folders: readonly string[]): Promise<void> {
  const assets = new Map<string, Asset>()
  for (const folder of folders) await readAssets(folder, assets)
  hono.get('/public/*', (page) => {
    const asset = assets.get(page.req.path)
    return asset ? answer(page, asset) : page.body(null, 404)
  })
}

async function readAssets(folder: string, assets: Map<string, Asset>): Promise<void> {
  const entries = existsSync(folder)
    ? await readdir(folder, { recursive: true, withFileTypes: true })
    : []
  for (const entry of entries) {
    const type = types[path.extname(entry.name)]
    if (!entry.isFile() || !type) continue
    const file = path.join(entry.parentPath, entry.name)
    const name = path.relative(folder, file).split(path.sep).join('/')
    const content = await readFile(file)
    const served = type === types['.css'] ? await withoutBlanks(content) : content
    assets.set(`/public/${name}`, assetOf(served, type))
  }
}

/** A style sheet is written to be read, and sent without what only its readers need. */
export async function withoutBlanks(css: Uint8Array): Promise<Buffer> {
  const { code } = await transform(css, { loader: 'css', minify: true })
  return Buffer.from(code, 'utf8')
}

/** Compressed once and sent often: as small as it gets. */
export function packed(content: Uint8Array): Buffer {
  return gzipSync(content, { level: 9 })
}

function assetOf(content: Buffer, type: string): Asset {
  const tag = `"${createHash('sha256').update(content).digest('base64url').slice(0, 16)}"`
  const identity = new Uint8Array(content)
  if (!type.startsWith('text/') && type !== 'image/svg+xml')
    return { type, tag, bodies: { identity } }
  const br = new Uint8Array(brotliCompressSync(content))
  return { type, tag, bodies: { identity, br, gzip: new Uint8Array(packed(content)) } }
}

function answer(page: Page, { type, tag, bodies }: Asset): Response {
  const encoding = acceptedEncoding(page.req.header('accept-encoding') ?? '', bodies)
  const headers = {
    'Content-Type': type,
    ETag: tag,
    Vary: 'Accept-Encoding',
    'Cache-Control':
      type === 'font/woff2' ? 'public, max-age=31536000, immutable' : 'public, max-age=300',
    ...(encoding === 'identity' ? {} : { 'Content-Encoding': encoding }),
  }
  if (page.req.header('if-none-match') === tag) return page.body(null, 304, headers)
  return page.body(bodies[encoding] ?? bodies.identity, 200, headers)
}

function acceptedEncoding(accepted: string, bodies: Asset['bodies']): Encoding {
  const wanted = accepted.split(',').map((one) => one.trim().split(';')[0])
  return (['br', 'gzip'] as const).find((one) => wanted.includes(one) && bodies[one]) ?? 'identity'
}
