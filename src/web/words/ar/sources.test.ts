import { expect, it } from 'vitest'
import { testDatabase } from '../../../../test/support/database.ts'
import { wordsIn } from '../index.ts'

it('every source that the portal came with is said in Arabic; what an agent wrote stays as it is', async () => {
  const database = await testDatabase()
  const rows = await database.ownerQuery<{ source: string }>(
    `select distinct source from parameters where key in ('reference_salary', 'normal_retirement_age', 'early_retirement_age',
       'point_value_liquidation', 'anticipation_coefficients', 'deferral_coefficients', 'deferral_coefficients_option_55',
       'capital_option_share', 'single_payment_points', 'reversion_share', 'orphan_share', 'death_capital_pensions')`,
  )
  const { sourceIn } = wordsIn('ar').parameters
  expect(rows.length).toBeGreaterThan(10)
  expect(
    rows.filter(({ source }) => sourceIn(source) === source).map(({ source }) => source),
  ).toEqual([])
  expect(sourceIn('Circulaire du 3 mars 2027')).toBe('Circulaire du 3 mars 2027')
  await database.close()
})
