import { existsSync } from 'node:fs'
import { mkdtemp, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type Browser, chromium } from 'playwright-core'

const packaged = '147'
/** Meant for a lambda: in one process the browser dies with its first context, and it must keep the web's rules. */
const unwanted = [
  '--headless',
  '--single-process',
  '--no-zygote',
  '--disable-web-security',
  '--ignore-gpu-blocklist',
]
const systemBrowsers = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** The browser inside an npm package; the system's own when the libraries of the first are missing. */
export async function openBrowser(): Promise<Browser> {
  const { file, args } = await unpackBrowser()
  try {
    return await chromium.launch({ executablePath: file, args, headless: true })
  } catch (error) {
    const own = systemBrowsers.find((one) => existsSync(one))
    if (!own) throw error
    return chromium.launch({
      executablePath: own,
      args: ['--no-sandbox', '--disable-gpu'],
      headless: true,
    })
  }
}

/** Unpacked once per user and version: apart first, then put in its place, so that tests side by side do not meet. */
async function unpackBrowser(): Promise<{ file: string; args: string[] }> {
  const temporary = tmpdir()
  const place = path.join(temporary, `guichet-browser-${packaged}-${process.getuid?.() ?? 0}`)
  const unpacking = existsSync(place) ? place : await mkdtemp(`${place}-`)
  process.env['TMPDIR'] = unpacking
  try {
    const { default: packed } = await import('@sparticuz/chromium')
    // No page draws by WebGL, and its processor in software costs more than drawing without.
    packed.setGraphicsMode = false
    await packed.executablePath()
    if (unpacking !== place) {
      await rename(unpacking, place).catch(() => rm(unpacking, { recursive: true, force: true }))
    }
    const args = packed.args.filter((one) => !unwanted.some((start) => one.startsWith(start)))
    return {
      file: path.join(place, 'chromium'),
      args: [...args, '--disable-background-networking', '--disable-gpu'],
    }
  } finally {
    process.env['TMPDIR'] = temporary
  }
}
