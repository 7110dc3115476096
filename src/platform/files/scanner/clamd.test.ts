import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { Clamd, eicar } from '../../../../test/support/clamd.ts'
import { clamScanner, parseScannerAddress, type Scanner } from './scanner.ts'

let clamd: Clamd
let scanner: Scanner
beforeAll(async () => {
  clamd = await Clamd.open()
  scanner = scannerAt(clamd.url)
})
afterAll(() => clamd.close())

function scannerAt(url: string): Scanner {
  const address = parseScannerAddress(url)
  if (!address) throw new Error(url)
  return clamScanner(address)
}

it('says what was found in a content, whole, however it comes', async () => {
  clamd.mood = 'answering'
  const large = Buffer.alloc(300_000, 'a')
  expect(await scanner.look(large, 5_000)).toEqual({ found: null })
  expect(await scanner.look(Readable.from([large, Buffer.from(eicar)]), 5_000)).toEqual({
    found: 'Eicar-Test-Signature',
  })
  expect(clamd.looked.map(({ length }) => length)).toEqual([300_000, 300_000 + eicar.length])
  expect(await scanner.look(Buffer.alloc(0), 5_000)).toEqual({ found: null })
})

it('through a socket of the machine too', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'clamd-'))
  const local = await Clamd.open(path.join(folder, 'clamd.ctl'))
  const verdict = await scannerAt(`unix:${folder}/clamd.ctl`).look(Buffer.from(eicar), 5_000)
  expect(verdict.found).toBe('Eicar-Test-Signature')
  await local.close()
  await rm(folder, { recursive: true })
})

it('RE24: away, silent, full, hanging up or speaking otherwise, it has not said that nothing is there', async () => {
  const content = Buffer.alloc(500_000)
  const sayings = {
    silent: 'no answer in time',
    size_limit: /size limit exceeded|EPIPE|ECONNRESET/,
    hanging_up: /answered «»|EPIPE|ECONNRESET|Premature close/,
    odd: 'UNKNOWN COMMAND',
  }
  for (const [mood, saying] of Object.entries(sayings)) {
    clamd.mood = mood as keyof typeof sayings
    await expect(scanner.look(content, 300)).rejects.toThrow(saying)
  }
  const gone = await Clamd.open()
  const address = gone.url
  await gone.close()
  await expect(scannerAt(address).look(content, 300)).rejects.toMatchObject({
    name: 'ScannerAwayError',
    message: expect.stringContaining('ECONNREFUSED'),
  })
  const broken = Readable.from(
    (async function* () {
      yield Buffer.from('half')
      throw new Error('the file cannot be read')
    })(),
  )
  clamd.mood = 'answering'
  await expect(scanner.look(broken, 1_000)).rejects.toThrow('cannot be read')
})

it('is found at the addresses that operators write, and at no other', () => {
  expect(parseScannerAddress('tcp://clamav:3310')).toEqual({ host: 'clamav', port: 3310 })
  expect(parseScannerAddress('tcp://[::1]:3310')).toEqual({ host: '::1', port: 3310 })
  expect(parseScannerAddress('unix:/run/clamd.ctl')).toEqual({ path: '/run/clamd.ctl' })
  expect(parseScannerAddress('unix:///run/clamd.ctl')).toEqual({ path: '/run/clamd.ctl' })
  for (const wrong of [
    'clamav:3310',
    'tcp://clamav',
    'http://clamav:3310',
    'tcp://clamav:3310/x',
    'unix:',
  ]) {
    expect(parseScannerAddress(wrong)).toBeUndefined()
  }
})
