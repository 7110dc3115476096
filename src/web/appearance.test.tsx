import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { HtmlValidate } from 'html-validate'
import { describe, expect, it } from 'vitest'
import { sampleVisit } from '../../test/support/visit.ts'
import { GalleryPage } from './gallery.tsx'
import { renderPage } from './render-page.tsx'
import { packed, withoutBlanks } from './static.ts'

const folder = path.join(import.meta.dirname, '../../public')
const css = readFileSync(path.join(folder, 'app.css'), 'utf8')

type Theme = ReadonlyMap<string, string>

function paletteFrom(block: string | undefined): [string, string][] {
  return [...(block ?? '').matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, value]) => [
    name ?? '',
    value ?? '',
  ])
}

const blocks = css.split(':root {').map((part) => part.split('}')[0])
const light: Theme = new Map(paletteFrom(blocks[1]))
const dark: Theme = new Map([...light, ...paletteFrom(blocks[2])])

/** WCAG 2: relative luminance, then the ratio of the lighter to the darker. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(theme: Theme, over: string, under: string): number {
  const [one, two] = [over, under].map((name) => luminance(theme.get(name) ?? ''))
  const [low, high] = [one ?? 0, two ?? 0].sort((a, b) => a - b)
  return ((high ?? 0) + 0.05) / ((low ?? 0) + 0.05)
}

const grounds = ['paper', 'surface']
const texts: [string, string][] = [
  ...['ink', 'muted', 'link', 'done', 'wait', 'stop', 'info'].flatMap((text) =>
    grounds.map((ground): [string, string] => [text, ground]),
  ),
  ...['done', 'wait', 'stop', 'info'].flatMap((tone): [string, string][] => [
    [tone, `${tone}-tint`],
    ['ink', `${tone}-tint`],
    ['link', `${tone}-tint`],
  ]),
  ['ink', 'tint'],
  ['link', 'tint'],
  ['on-accent', 'accent'],
  ['on-accent', 'accent-strong'],
  ['on-band', 'band'],
  ['band-number', 'band'],
]
const shapes: [string, string][] = [
  ['edge', 'paper'],
  ['edge', 'surface'],
  ['accent', 'paper'],
  ['accent', 'surface'],
  ['ink', 'paper'],
  ['band', 'paper'],
]

describe.each([
  ['light', light],
  ['dark', dark],
])('the palette, %s', (_, theme) => {
  it.each(texts)('lets %s be read on %s', (text, ground) => {
    expect(contrast(theme, text, ground)).toBeGreaterThanOrEqual(4.5)
  })

  it.each(shapes.filter(([shape]) => shape !== 'band' || theme === light))(
    'lets %s be seen on %s',
    (shape, ground) => {
      expect(contrast(theme, shape, ground)).toBeGreaterThanOrEqual(3)
    },
  )
})

describe('the style sheet', () => {
  it('measures contrast as the recommendation does', () => {
    const extremes: Theme = new Map([
      ['black', '#000000'],
      ['white', '#ffffff'],
    ])
    expect(contrast(extremes, 'black', 'white')).toBeCloseTo(21)
  })

  it('knows no left and no right, so that Arabic needs no second sheet', () => {
    const physical =
      /^\s*(?:(?:margin|padding|border)-(?:left|right|top|bottom)|left|right|top|bottom|width|height|(?:min|max)-(?:width|height)|float)\s*:/gm
    expect(css.match(physical) ?? []).toEqual([])
  })

  it('stays small as it is sent: one short wait on a telephone line', async () => {
    const sent = await withoutBlanks(Buffer.from(css))
    expect(packed(sent).length).toBeLessThan(8_000)
  })
})

describe('what a page fetches', () => {
  const sizeOf = (names: readonly string[]) =>
    names.reduce((sum, name) => sum + statSync(path.join(folder, name)).size, 0)
  const fonts = readdirSync(path.join(folder, 'fonts'))
    .filter((name) => name.endsWith('.woff2'))
    .map((name) => `fonts/${name}`)

  it('is at most 90 kB of fonts in French, 150 kB in Arabic', () => {
    expect(sizeOf(fonts.filter((name) => !name.includes('arabic')))).toBeLessThan(90_000)
    expect(sizeOf(fonts.filter((name) => !name.includes('500')))).toBeLessThan(150_000)
  })

  it('names only fonts that exist', () => {
    const named = [...css.matchAll(/url\("([^"]+)"\)/g)].map(([, name]) => name)
    expect([...named].sort()).toEqual([...fonts].sort())
  })
})

describe.each(['fr', 'ar'] as const)('the gallery in %s', (language) => {
  const html = renderPage(sampleVisit(language, { demonstration: true }), <GalleryPage />)

  it('is valid HTML', async () => {
    const validator = new HtmlValidate({
      extends: ['html-validate:recommended', 'html-validate:document'],
      rules: {
        // How the renderer writes, not what it says.
        'void-style': 'off',
        'attribute-boolean-style': 'off',
        'attribute-empty-style': 'off',
        'doctype-style': 'off',
        'no-trailing-whitespace': 'off',
        // Our own files, from our own host.
        'require-sri': 'off',
        'long-title': 'off',
        'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'button', 'submit'] }],
      },
    })
    const report = await validator.validateString(html)
    const found = report.results.flatMap(({ messages }) =>
      messages.map(({ ruleId, message }) => `${ruleId}: ${message}`),
    )
    expect(found).toEqual([])
  })

  it('has no style and no script of its own: the content policy refuses them', () => {
    expect(html).not.toMatch(/ style=|<style| on[a-z]+="|javascript:/)
    expect([...html.matchAll(/<script[^>]*>([^<]*)/g)].map(([, inside]) => inside)).toEqual([''])
  })
})
