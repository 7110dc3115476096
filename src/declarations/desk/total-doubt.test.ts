import { describe, expect, it } from 'vitest'
import {
  aClerkEachTime,
  confirmEverything,
  declareFile,
  sendDeclared,
  sendFile,
} from '../../../test/support/declaring.ts'
import type { Screen } from '../../../test/support/visitor.ts'
import { exampleLine } from '../checking/example-line.ts'

const setting = aClerkEachTime()

const period = (quarter: string) => ({ category: '01', quarter })

/** So many people at 36,000.25 DH each. */
function fileOf(people: number, quarter: string): string {
  const lines = Array.from({ length: people }, (_, index) =>
    exampleLine({
      employerNumber: setting.atlas.number,
      memberNumber: String(200_001 + index).padStart(9, '0'),
      identityNumber: `BE${200_001 + index}`,
      quarter: quarter.slice(-1),
      year: quarter.slice(0, 4),
    }),
  )
  return lines.map((one) => `${one}\r\n`).join('')
}

const declare = (people: number, quarter: string) =>
  declareFile(setting.clerk, period(quarter), fileOf(people, quarter))

const totalForm = (screen: Screen) =>
  [...screen.document.querySelectorAll('form[action$="/confirmer"]')].find((form) =>
    form.querySelector('input[name="code"][value="total_variation"]'),
  )

describe('a total far from what was sent last in the category', () => {
  it('is asked about before it is sent, with both amounts and how many people', async () => {
    await declare(2, '2024T3')
    // Nothing was sent for the fourth quarter: the third is what was sent last.
    const check = await sendFile(setting.clerk, period('2025T1'), fileOf(4, '2025T1'))
    expect(check.text).toContain('et le total à expliquer')
    expect(check.text).toContain(
      'Les salaires font en tout 144 001,00 DH pour 4 affiliés, contre 72 000,50 DH pour 2 affiliés au 3e trimestre 2024 (+100 %). Dites pourquoi, ou corrigez.',
    )
    expect(totalForm(check)).toBeDefined()
    const settled = await confirmEverything(setting.clerk, check)
    expect(settled.text).toContain('Confirmé : Vérifié avec la paie')
    const sent = await sendDeclared(setting.clerk, settled)
    expect(sent.url).toContain('/recus/')
  })

  it('may be taken back, and then waits for its reason again', async () => {
    await declare(2, '2024T4')
    const check = await sendFile(setting.clerk, period('2025T1'), fileOf(3, '2025T1'))
    const settled = await confirmEverything(setting.clerk, check)
    const withdraw = settled.document.querySelector(
      'form[action$="/constats/total_variation/retirer"]',
    )
    const again = await setting.clerk.submit(
      settled,
      { tous: 'oui' },
      withdraw?.getAttribute('action'),
    )
    expect(again.url).toMatch(/\/controles\/[\w-]+$/)
    expect(again.text).toContain('Il reste le total à expliquer')
    expect(again.document.querySelector('form[action$="/envoyer"]')).toBeNull()
  })

  it('is not asked about where it hardly moves, nor of a first declaration', async () => {
    const first = await sendFile(setting.clerk, period('2024T4'), fileOf(4, '2024T4'))
    expect(totalForm(first)).toBeUndefined()
    await sendDeclared(setting.clerk, await confirmEverything(setting.clerk, first))
    const next = await sendFile(setting.clerk, period('2025T1'), fileOf(5, '2025T1'))
    expect(totalForm(next)).toBeUndefined()
    expect(next.text).not.toContain('le total à expliquer')
  })
})
