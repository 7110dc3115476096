import type { Browser, BrowserContext, CDPSession } from 'playwright-core'
import { sessionCookie } from '../src/web/cookies.ts'
import { openBrowser } from '../test/support/browser.ts'
import { Visitor } from '../test/support/visitor.ts'
import { type Row, row } from './row.ts'
import { serveStaticPage } from './static-page.ts'
import { median } from './timing.ts'
import type { Stage } from './stage.ts'

const rounds = 3

interface Loaded {
  readonly bytes: number
  readonly script: number
  readonly fonts: number
  readonly lcpMs: number
  readonly shift: number
}

/** ME9: the main pages on a slow phone with an empty cache: bytes over the wire, largest paint, movement. */
export async function measurePages(stage: Stage): Promise<Row[]> {
  const browser = await openBrowser()
  const plain = await serveStaticPage()
  try {
    const { url } = stage.program
    const delegate = await delegateSession(stage)
    const pages = [
      { name: 'home', path: '/', arabic: false, who: null },
      { name: 'sign-in', path: '/administration/connexion', arabic: false, who: null },
      {
        name: 'sign-in in Arabic',
        path: '/administration/connexion?lang=ar',
        arabic: true,
        who: null,
      },
      {
        name: 'list of users',
        path: '/administration/utilisateurs/interne',
        arabic: false,
        who: delegate,
      },
      {
        name: 'new user',
        path: '/administration/utilisateurs/interne/nouveau',
        arabic: false,
        who: delegate,
      },
    ]
    const still = await load(browser, plain.url, null)
    const rows: Row[] = []
    for (const { name, path, arabic, who } of pages) {
      const loaded = await load(browser, url + path, who)
      rows.push(...rowsOf(name, loaded, still, arabic))
    }
    return rows
  } finally {
    plain.close()
    await browser.close()
  }
}

function rowsOf(name: string, page: Loaded, still: Loaded, arabic: boolean): Row[] {
  const id = name.replaceAll(' ', '-')
  const weight = (kind: string, ours: number, bound: number, comparator: number | null = null) =>
    row({
      id: `ME9.${id}.${kind}`,
      what: `${name}: ${kind} over the wire`,
      ours: ours / 1000,
      comparator: comparator === null ? null : comparator / 1000,
      unit: 'kB',
      target: ['<=', bound],
    })
  return [
    weight('bytes', page.bytes, 60, still.bytes),
    weight('script', page.script, 30),
    weight('fonts', page.fonts, arabic ? 150 : 90),
    row({
      id: `ME9.${id}.lcp`,
      what: `${name}: largest paint, slow phone (peer: a static page)`,
      ours: page.lcpMs / 1000,
      comparator: still.lcpMs / 1000,
      unit: 's',
      target: ['<=', 1.5],
    }),
    row({
      id: `ME9.${id}.cls`,
      what: `${name}: layout shift`,
      ours: page.shift,
      comparator: still.shift,
      unit: '',
      target: ['<=', 0.01],
    }),
  ]
}

async function delegateSession({ program, company }: Stage): Promise<string> {
  const visitor = new Visitor((request) => fetch(request), program.url)
  const door = '/administration/connexion'
  const typed = { employerNumber: company.number, password: company.delegatePassword }
  await visitor.submit(await visitor.get(door), typed, door)
  const token = visitor.cookies.get(sessionCookie)
  if (!token) throw new Error('the delegate could not sign in')
  return token
}

/** The median of a few loads, each in a browser that never came here. */
async function load(browser: Browser, address: string, token: string | null): Promise<Loaded> {
  const loads: Loaded[] = []
  for (let round = 0; round < rounds; round += 1) {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 } })
    if (token) {
      // A browser takes this cookie from a secure origin only, and sends it to localhost on any port.
      const cookie = { name: sessionCookie, value: token, url: 'https://localhost/' }
      await context.addCookies([{ ...cookie, secure: true }])
    }
    loads.push(await loadOnce(context, address))
    await context.close()
  }
  const of = (read: (one: Loaded) => number) => median(loads.map(read))
  return {
    bytes: of((one) => one.bytes),
    script: of((one) => one.script),
    fonts: of((one) => one.fonts),
    lcpMs: of((one) => one.lcpMs),
    shift: of((one) => one.shift),
  }
}

async function loadOnce(context: BrowserContext, address: string): Promise<Loaded> {
  const page = await context.newPage()
  const devtools = await context.newCDPSession(page)
  await slowDown(devtools)
  const weights = weigh(devtools)
  await page.addInitScript(observe)
  const answer = await page.goto(address, { waitUntil: 'networkidle' })
  if (answer?.status() !== 200) throw new Error(`${address} answered ${answer?.status()}`)
  if (new URL(page.url()).pathname !== new URL(address).pathname)
    throw new Error(`${address} led to ${page.url()}`)
  await page.waitForTimeout(500)
  const paint = await page.evaluate(() => ({
    lcpMs: Number(Reflect.get(window, 'benchLcp') ?? Number.NaN),
    shift: Number(Reflect.get(window, 'benchShift') ?? 0),
  }))
  return { ...weights(), ...paint }
}

/** A mid-range phone on a slow mobile network, as Lighthouse simulates it. */
async function slowDown(devtools: CDPSession): Promise<void> {
  await devtools.send('Network.enable')
  await devtools.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 150,
    downloadThroughput: (1.6 * 1_000_000) / 8,
    uploadThroughput: (0.75 * 1_000_000) / 8,
  })
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 })
}

function weigh(devtools: CDPSession): () => Pick<Loaded, 'bytes' | 'script' | 'fonts'> {
  const kinds = new Map<string, string>()
  const weights = { bytes: 0, script: 0, fonts: 0 }
  devtools.on('Network.responseReceived', ({ requestId, type }) => kinds.set(requestId, type))
  devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const kind = kinds.get(requestId)
    if (kind === 'Font') weights.fonts += encodedDataLength
    else weights.bytes += encodedDataLength
    if (kind === 'Script') weights.script += encodedDataLength
  })
  return () => weights
}

/** Runs in the page, before anything of it. */
function observe(): void {
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) Reflect.set(window, 'benchLcp', entry.startTime)
  }).observe({ type: 'largest-contentful-paint', buffered: true })
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      if (Reflect.get(entry, 'hadRecentInput')) continue
      const before = Number(Reflect.get(window, 'benchShift') ?? 0)
      Reflect.set(window, 'benchShift', before + Number(Reflect.get(entry, 'value')))
    }
  }).observe({ type: 'layout-shift', buffered: true })
}
