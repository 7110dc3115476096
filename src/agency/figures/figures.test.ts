import { describe, expect, it } from 'vitest'
import { anAgentAtWork } from '../../../test/support/agents.ts'
import { anEmployer } from '../../../test/support/factories.ts'
import { aSentDeclaration } from '../../../test/support/parameters.ts'
import { readMeasuredDelay } from '../../public-pages/read-measured-delay.ts'
import { paths } from '../../web/paths.ts'
import { hoursOf, monthsUntil, percentOf } from './figures.ts'
import { localDate } from '../../calendar/index.ts'
import { readFigures } from './read-figures.ts'

const setting = anAgentAtWork()

const hourMs = 3_600_000

/** A debit mandate refused on a day, after so many hours of the clock. */
async function refused(at: string, hours: number): Promise<void> {
  await setting.site.database.ownerQuery(
    `insert into letters (reference, kind, employer_number, state, state_since, language, applicant_name, applicant_email, content,
        agents_required, clock_spent_ms, created_at, received_at, decided_at)
      select 'MP-' || lpad(count(*)::text, 4, '0') || '-0000', 'debit_mandate', '999999', 'refused', $1, 'fr', 'A', 'a@example.com',
        '{}', 1, $2, $1, $1, $1 from letters`,
    [at, hours * hourMs],
  )
}

describe('the months of the figures', () => {
  it('are twelve, whatever the year', () => {
    expect(monthsUntil(localDate('2026-02-10'), 3)).toEqual(['2025-12', '2026-01', '2026-02'])
    expect(monthsUntil(localDate('2026-11-24'))).toHaveLength(12)
  })

  it('show nothing better than it was', () => {
    expect([hoursOf(0), hoursOf(1), hoursOf(3 * hourMs)]).toEqual([0, 0.5, 3])
    expect([percentOf(199, 200), percentOf(0, 0), percentOf(3, 3)]).toEqual([99, 0, 100])
  })
})

describe('the figures of the agency', () => {
  it('say that nothing was decided yet', async () => {
    const page = await setting.agent.get(paths.agency.figures())
    expect(page.status).toBe(200)
    expect(page.text).toContain('Rien n’a encore été décidé ce mois-ci.')
    expect(page.text).toContain('Aucune erreur ne reste.')
    // The twelve months begin in December: its year would touch the one under January.
    const years = page.document.querySelectorAll('.is-year').map((one) => one.text.trim())
    expect(new Set(years)).toEqual(new Set(['2026']))
  })

  it('measure the delay as the home page does, month by month of Casablanca', async () => {
    // One o'clock in Casablanca on the first of November is still October in UTC minus an hour; the month is the fund's.
    await refused('2026-10-31T22:59:00Z', 40)
    await refused('2026-10-31T23:01:00Z', 10)
    for (const hours of [20, 20, 30, 60]) await refused('2026-11-10T10:00:00Z', hours)
    const { months } = await readFigures(setting.site.app)
    const november = months.at(-1)
    expect(november).toMatchObject({ month: '2026-11', lettersReceived: 5 })
    expect(november?.delay).toMatchObject({ decisions: 5, within48: 4, medianMs: 20 * hourMs })
    expect(months.at(-2)?.delay).toMatchObject({ decisions: 1, medianMs: 40 * hourMs })
    const mean = november?.delay?.meanMs ?? 0
    expect(await readMeasuredDelay(setting.site.app)).toBe(Math.ceil(mean / hourMs))
  })

  it('count what was sent, by whom, and what was wrong', async () => {
    const employer = await anEmployer(setting.site)
    await aSentDeclaration(setting.site, employer, [100_000n, 200_000n])
    await setting.site.database.ownerQuery(
      `insert into declaration_causes (declaration_id, employer_id, severity, code, field, reason, findings, correctable)
        select id, employer_id, 'blocking', 'letter_in_number', 'salary', '', 3, 0 from declarations`,
    )
    const { months, mistakes, activeEmployers } = await readFigures(setting.site.app)
    const sum = (of: (one: (typeof months)[number]) => number) =>
      months.reduce((total, one) => total + of(one), 0)
    expect(sum((one) => one.declarationsByFile)).toBe(1)
    expect(sum((one) => one.companies)).toBe(1)
    expect(activeEmployers).toBe(1)
    expect(mistakes).toEqual([
      { code: 'letter_in_number', field: 'salary', declarations: 1, findings: 3 },
    ])
  })

  it('are files too: the same figures, for a spreadsheet', async () => {
    const { body: csv } = await setting.agent.raw(paths.agency.figuresCsv())
    expect(csv).toContain('Délai des décisions;2026-11;Décisions;5')
    expect(csv).toContain('Délai des décisions;2026-11;Dans les 48 h (%);80')
    const xlsx = await setting.agent.raw(paths.agency.figuresXlsx())
    expect(xlsx.headers.get('content-disposition')).toContain('chiffres-2026-11-24.xlsx')
    expect(xlsx.body.slice(0, 2)).toBe('PK')
  })
})
