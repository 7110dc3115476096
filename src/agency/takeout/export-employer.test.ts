import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { WholeCompany } from '../../../test/attacks/whole-company.ts'
import type { TestSite } from '../../../test/support/site.ts'
import { rowsOf, Takeouts } from '../../../test/support/takeouts.ts'
import { exportTo, runExportEmployer } from '../../cli/export-employer.ts'
import { verifyExport } from './verify-export.ts'

let takeouts: Takeouts
let site: TestSite
let company: WholeCompany
beforeAll(async () => {
  takeouts = await Takeouts.open()
  ;({ site, company } = takeouts)
})
afterAll(() => takeouts.close())

describe('guichet export-employer', () => {
  it('makes the same archive, whole or not at all, and writes it in the trail of the company', async () => {
    const place = path.join(takeouts.newFolder(), 'out.zip')
    const { number } = company.employer
    const { fingerprint } = await exportTo(site.app, { number, place, reason: 'Clôture' })
    expect(await takeouts.told()).toEqual(['employer.takeout_begun', 'employer.taken_out'])
    const found = takeouts.unpacked(readFileSync(place))
    expect(rowsOf(found, 'audit_events').at(-1)).toMatchObject({
      action: 'employer.takeout_begun',
      actor_kind: 'system',
    })
    expect(readdirSync(path.dirname(place))).toEqual(['out.zip'])
    expect(await verifyExport(found, { fingerprint })).toMatchObject({ faults: [] })
    const given = { files: [company.employer.number, place], env: {} }
    await expect(runExportEmployer({ ...given, options: {} })).rejects.toThrow('--reason')
    const again = runExportEmployer({ ...given, options: { reason: 'x' } })
    await expect(again).rejects.toThrow('is there already')
    const none = {
      number: '999999',
      place: path.join(path.dirname(place), 'none.zip'),
      reason: 'x',
    }
    await expect(exportTo(site.app, none)).rejects.toThrow('No employer has the number 999999')
    expect(readdirSync(path.dirname(place))).toEqual(['out.zip'])
  })
})
