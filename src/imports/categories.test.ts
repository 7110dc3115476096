import { describe, expect, it } from 'vitest'
import { anImportingFund, anImport, applied, findingsOf } from '../../test/support/imports.ts'
import { tellEvent } from '../audit/tell-event.ts'
import { wordsIn } from '../web/words/index.ts'

const at = anImportingFund()

describe('categories', () => {
  const head =
    'N° Adhérent;Catégorie;Libellé;Produit;Taux salarial;Taux patronal;Active depuis;Active jusqu’au'

  const managers = async () => {
    const text = `${head}\n${at.employer.number};02;Cadres;Al Kamil;3,75 %;;01/01/2020;`
    await applied(at.site, await anImport(at.site, 'categories', text))
  }

  it('take the employer’s rate from the published table', async () => {
    await managers()
    const [row] = await at.rows(
      "select employee_rate, employer_rate from employer_categories where employer_id = $1 and category = '02'",
      at.employer.id,
    )
    expect(row).toEqual({ employee_rate: 375, employer_rate: 488 })
  })

  it('follow the table when their employee’s rate changes', async () => {
    await managers()
    const text = `N° Adhérent;Catégorie;Taux salarial\n${at.employer.number};02;4,50 %`
    await applied(at.site, await anImport(at.site, 'categories', text))
    const [row] = await at.rows(
      "select employee_rate, employer_rate, label from employer_categories where employer_id = $1 and category = '02'",
      at.employer.id,
    )
    expect(row).toEqual({ employee_rate: 450, employer_rate: 585, label: 'Cadres' })
    const [event] = await at.rows<{ action: string; details: Record<string, unknown> }>(
      "select action, details from audit_events where action = 'employer.imported' and employer_id = $1 order by at desc, sequence desc limit 1",
      at.employer.id,
    )
    const said = tellEvent(event ?? { action: '', details: {} }, {
      words: wordsIn('fr'),
      language: 'fr',
      fundName: '',
    })
    expect(said).toContain('02, Taux salarial 3,75\u00a0% → 4,50\u00a0%')
    expect(said).toContain('02, Taux patronal 4,88\u00a0% → 5,85\u00a0%')
  })

  it('are refused with what the fund knows', async () => {
    const text = [
      head,
      '999999;01;X;Al Kamil;6 %;;01/01/2020;',
      `${at.employer.number};03;X;Al Kamil;6,10 %;;01/01/2020;`,
      `${at.employer.number};04;X;Al Kamil;6 %;7,9 %;01/01/2020;`,
      `${at.employer.number};05;X;TCNSS;6 %;;01/01/2020;`,
      `${at.employer.number};06;X;Al Kamil;6 %;;01/01/2020;31/12/2019`,
      `${at.employer.number};75;X;Al Kamil;6 %;;01/01/2020;`,
      `${at.employer.number};07;;Al Kamil;6 %;;01/01/2020;`,
    ].join('\n')
    expect(await findingsOf(at.site, 'categories', text)).toEqual([
      [2, 'employer_unknown'],
      [3, 'rate_not_published'],
      [4, 'employer_rate_differs'],
      [5, 'employer_rate_missing'],
      [6, 'until_before_from'],
      [7, 'category_out_of_range'],
      [8, 'needed_for_new'],
    ])
  })
})
