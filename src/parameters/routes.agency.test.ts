import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anAgent, anEmployer, signedIn } from '../../test/support/factories.ts'
import { agentActor } from '../../test/support/letters.ts'
import { aProposal, aSentDeclaration } from '../../test/support/parameters.ts'
import { openSite, type TestSite } from '../../test/support/site.ts'
import type { Visitor } from '../../test/support/visitor.ts'
import type { AgentActor } from '../actors/actor.ts'
import { localDate } from '../calendar/index.ts'
import { paths } from '../web/paths.ts'

let site: TestSite
let agent: Visitor
let supervisor: Visitor
let agentSelf: AgentActor
const own = paths.agency

beforeAll(async () => {
  site = await openSite()
  const one = await anAgent(site, { firstName: 'Imane', lastName: 'Zerouali' })
  agentSelf = agentActor(one)
  agent = await signedIn(site, one)
  supervisor = await signedIn(site, await anAgent(site, { role: 'supervisor', lastName: 'Hajji' }))
})
afterAll(() => site.close())

const formOf = (key: string) => own.proposeParameter({ key })
const filled = {
  debut: '01/01/2027',
  source: 'Conseil du 20 novembre 2026',
  marque: 'sourcee',
  motif: 'Décision du conseil',
}

describe('«Paramètres»', () => {
  it('lists every value with its date, its source and its mark in words', async () => {
    const screen = await agent.get(own.parameters())
    expect(screen.status).toBe(200)
    expect(screen.text).toContain('Délai de déclaration 30 jours L’origine')
    expect(screen.text).toContain('non publié Illustrative')
    expect(screen.text).toContain('Plafond CNSSPour information 6 000,00 DH 01/01/2002')
    expect(screen.text).toContain('Seuil de salaire faible Non fixé')
    expect(screen.text).toContain('Taux de contribution Al Kamil 12 lignes')
    expect(screen.text).toContain('13,70 DH')
  })

  it('says what is announced, and what waits', async () => {
    await aProposal(site, agentSelf, { key: 'marriage_years', value: 3 })
    const screen = await agent.get(own.parameters())
    expect(screen.text).toContain('Une proposition attend une décision. Durée du mariage')
    expect(screen.text).toContain('27,12')
    expect(screen.text).toContain('à partir du 1er janvier 2027')
  })

  it('shows the history of one, newest first', async () => {
    const screen = await agent.get(own.parameter({ key: 'reference_salary' }))
    expect(screen.text).toContain('1er janvier 2008 17,91 DH Passée')
    expect(screen.text).toContain('1er janvier 2026 26,59 DH En vigueur')
    expect(screen.text).toContain('1er janvier 2027 27,12 DH À venir')
  })

  it('shows a list whole', async () => {
    const screen = await agent.get(own.parameter({ key: 'contribution_rates_al_kamil' }))
    expect(screen.text).toContain('3,75 % 4,88 %')
  })

  it('knows no other key, and proposes nothing for what the leaflet prints', async () => {
    expect((await agent.get(own.parameter({ key: 'toString' }))).status).toBe(404)
    expect((await agent.get(own.parameter({ key: '__proto__' }))).status).toBe(404)
    const unread = await agent.get(own.parameter({ key: 'moussabak_factor' }))
    expect(unread.text).toContain('elle est gardée pour information')
    const fixed = await agent.get(own.parameter({ key: 'review_hours' }))
    expect(fixed.text).toContain('elle ne se change pas ici')
    expect(fixed.text).not.toContain('Proposer une modification')
    expect((await agent.get(formOf('review_hours'))).status).toBe(409)
  })
})

describe('proposing', () => {
  it('goes to the proposal, which waits for another person', async () => {
    const form = await agent.get(formOf('dormant_months'))
    expect(form.text).toContain('Valeur en vigueur : 6 mois')
    const sent = await agent.submit(form, { ...filled, valeur: '9' }, formOf('dormant_months'))
    expect(sent.status).toBe(200)
    expect(sent.text).toContain('Un superviseur doit maintenant décider.')
    expect(sent.text).toContain('Avant 6 mois Après 9 mois')
    expect(sent.text).toContain('Vous avez fait cette proposition.')
    // The way to a second one leads to the first.
    const again = await agent.get(formOf('dormant_months'))
    expect(again.text).toContain('Retirer ma proposition')
  })

  it('says every mistake at its place, and keeps what was typed', async () => {
    const form = await agent.get(formOf('activation_link_hours'))
    const typed = { valeur: '0', debut: '31/02/2027', source: ' ', motif: '' }
    const wrong = await agent.submit(form, typed, formOf('activation_link_hours'))
    expect(wrong.status).toBe(422)
    expect(wrong.mistakes).toEqual([
      'Indiquez un nombre entre 1 et 720.',
      'Indiquez une date comme 01/01/2027.',
      'Indiquez d’où vient la valeur.',
      'Indiquez le motif.',
      'Dites si la valeur est sourcée ou illustrative.',
    ])
    expect(wrong.document.querySelector('[name="debut"]')?.getAttribute('value')).toBe('31/02/2027')
  })

  it('AT78: takes no amount that is not one', async () => {
    for (const valeur of ['-1', '1e309', 'NaN', '0.001', '1e3', '9007199254740993', '12 EUR']) {
      const form = await agent.get(formOf('tranche_one_ceiling'))
      const wrong = await agent.submit(form, { ...filled, valeur }, formOf('tranche_one_ceiling'))
      expect([valeur, wrong.status]).toEqual([valeur, 422])
    }
  })

  it('asks again before a day that has passed', async () => {
    const typed = { ...filled, valeur: '25', debut: '01/07/2026' }
    const form = await agent.get(formOf('debit_mandate_waiting_days'))
    const asked = await agent.submit(form, typed, formOf('debit_mandate_waiting_days'))
    expect(asked.status).toBe(422)
    expect(asked.mistakes[0]).toContain('Cette date est passée.')
    const done = await agent.submit(asked, { passe: 'on' }, formOf('debit_mandate_waiting_days'))
    expect(done.text).toContain('La date d’effet est passée : 1er juillet 2026.')
    expect(done.text).toContain('n’est pas refait')
  })

  it('adds, changes and removes lines of a list, with room for more', async () => {
    const key = 'deferral_coefficients_option_55'
    const form = await agent.get(formOf(key))
    expect(form.document.querySelectorAll('[name$="_age"]')).toHaveLength(6)
    const more = await agent.submit(form, { geste: 'lignes' }, formOf(key))
    expect(more.status).toBe(200)
    expect(more.document.querySelectorAll('[name$="_age"]')).toHaveLength(11)
    const typed = {
      ...filled,
      l0_age: '57',
      l0_coefficient: '1,12',
      l1_age: '',
      l1_coefficient: '',
      l4_age: '65',
      l4_coefficient: '1,8',
    }
    const wrong = await agent.submit(more, typed, formOf(key))
    expect(wrong.mistakes).toEqual(['Cette ligne existe déjà plus haut. Gardez-en une.'])
    const done = await agent.submit(wrong, { l4_age: '66' }, formOf(key))
    expect(done.text).toContain('Ajoutée 57 1,12')
    expect(done.text).toContain('Retirée 60 1,39')
    expect(done.text).toContain('Une ligne ne change pas.')
  })

  it('refuses an empty list and a wrong cell where it is', async () => {
    const key = 'anticipation_coefficients'
    const form = await agent.get(formOf(key))
    const cells = form.document.querySelectorAll('[name^="l"][type="text"]')
    const emptied = Object.fromEntries(cells.map((cell) => [cell.getAttribute('name'), '']))
    const none = await agent.submit(form, { ...filled, ...emptied }, formOf(key))
    expect(none.mistakes).toEqual(['Gardez au moins une ligne.'])
    const wrong = await agent.submit(form, { ...filled, l2_coefficient: 'O,9' }, formOf(key))
    const cell = wrong.document.querySelector('[name="l2_coefficient"]')
    expect(cell?.getAttribute('aria-invalid')).toBe('true')
    expect(cell?.getAttribute('value')).toBe('O,9')
  })

  it('speaks Arabic', async () => {
    const screen = await agent.get(`${formOf('marriage_years')}?lang=ar`)
    expect(screen.text).toContain('مدة الزواج')
    const form = await agent.get(formOf('early_retirement_age'))
    const wrong = await agent.submit(form, { valeur: '' }, formOf('early_retirement_age'))
    expect(wrong.status).toBe(422)
    expect(wrong.mistakes[0]).toBe('أدخلوا قيمة.')
    await agent.get(`${own.parameters()}?lang=fr`)
  })
})

describe('deciding', () => {
  it('is for a supervisor: an agent reads, and cannot press', async () => {
    const id = await aProposal(site, agentSelf, { key: 'limitation_years', value: 6 })
    const screen = await supervisor.get(own.proposal({ id }))
    expect(screen.text).toContain('Approuver la modification')
    const third = await signedIn(site, await anAgent(site))
    const read = await third.get(own.proposal({ id }))
    expect(read.text).toContain('Un superviseur doit décider.')
    const csrf = read.document.querySelector('[name="csrf"]')?.getAttribute('value') ?? ''
    const pressed = await third.post(own.proposal({ id }), {
      csrf,
      decision: 'approuver',
      version: '1',
    })
    expect(pressed.status).toBe(403)
  })

  it('approves, and says from when it counts', async () => {
    const id = await aProposal(site, agentSelf, { key: 'orphan_share', value: 2500 })
    const done = await supervisor.submit(
      await supervisor.get(own.proposal({ id })),
      {},
      own.proposal({ id }),
    )
    expect(done.url).toBe(own.parameter({ key: 'orphan_share' }))
    expect(done.text).toContain('Elle prend effet le 1er janvier 2027.')
    expect(done.text).toContain('1er janvier 2027 25 % À venir')
    expect(done.text).toContain('Imane Zerouali, puis Salma Hajji')
    const read = await agent.get(own.proposal({ id }))
    expect(read.text).toContain('Approuvée')
    expect(read.text).toContain('Avant 20 % Après 25 %')
  })

  it('refuses with a reason, never without', async () => {
    const id = await aProposal(site, agentSelf, { key: 'reversion_share', value: 6000 })
    const screen = await supervisor.get(own.proposal({ id }))
    const refusing = { decision: 'refuser' }
    const wrong = await supervisor.submit(screen, refusing, own.proposal({ id }))
    expect(wrong.status).toBe(422)
    expect(wrong.mistakes).toEqual(['Indiquez le motif.'])
    const done = await supervisor.submit(
      screen,
      { ...refusing, motif: 'Texte non signé' },
      own.proposal({ id }),
    )
    expect(done.text).toContain('La proposition est refusée.')
    expect(done.text).toContain('Texte non signé')
  })

  it('tells the slower of two supervisors', async () => {
    const id = await aProposal(site, agentSelf, { key: 'capital_option_share', value: 4000 })
    const other = await signedIn(site, await anAgent(site, { role: 'supervisor' }))
    const shown = await other.get(own.proposal({ id }))
    await supervisor.submit(await supervisor.get(own.proposal({ id })), {}, own.proposal({ id }))
    const late = await other.submit(shown, {}, own.proposal({ id }))
    expect(late.status).toBe(422)
    expect(late.mistakes).toEqual(['Cette proposition a déjà été décidée. Relisez-la.'])
  })
})

describe('a table of rates tried on the last quarter', () => {
  const rates = (employer: number) => [
    { employee: 600, employer },
    { employee: 800, employer: 1040 },
  ]

  it('gives what the declarations would have given, and keeps nothing', async () => {
    const big = await anEmployer(site, { name: 'Atlas Textile SA', categories: ['01'] })
    const small = await anEmployer(site, { name: 'Rif Marbre SARL', categories: ['01'] })
    await aSentDeclaration(site, big, [3_600_025n, 2_400_000n, 4_500_050n])
    await aSentDeclaration(site, small, [3_333_333n])
    const id = await aProposal(site, agentSelf, {
      key: 'contribution_rates_al_kamil',
      value: rates(800),
    })
    const screen = await supervisor.get(own.proposal({ id }))
    expect(screen.text).toContain('Essai sur les déclarations du 3e trimestre 2026')
    // 8 190,06 + 2 600,00 as sent; 8 % of each line, rounded one by one, as proposed.
    expect(screen.text).toContain('10 790,06 DH')
    expect(screen.text).toContain('11 066,73 DH')
    expect(screen.text).toContain('276,67 DH de plus')
    expect(screen.text).toContain('2 entreprises, 4 lignes ; 2 entreprises changent.')
    expect(screen.text).toContain('Atlas Textile SA')
    const [kept] = await site.database.ownerQuery<{ total: bigint }>(
      'select sum(employer_centimes)::bigint as total from declarations',
    )
    expect(kept?.total).toBe(1_079_006n)
  })

  it('says how many declarations a past day reaches', async () => {
    await supervisor.submit(
      await supervisor.get(own.proposal({ id: await waitingFor('contribution_rates_al_kamil') })),
      { decision: 'refuser', motif: 'Essai' },
    )
    const id = await aProposal(site, agentSelf, {
      key: 'contribution_rates_al_kamil',
      value: rates(820),
      validFrom: localDate('2026-07-01'),
    })
    const screen = await supervisor.get(own.proposal({ id }))
    expect(screen.text).toContain('2 déclarations déjà envoyées par 2 entreprises')
    const unsaid = await supervisor.submit(screen, {}, own.proposal({ id }))
    expect(unsaid.mistakes[0]).toContain('Cochez la case')
  })

  async function waitingFor(key: string): Promise<string> {
    const [row] = await site.database.ownerQuery<{ id: string }>(
      "select id from parameter_proposals where key = $1 and state = 'waiting'",
      [key],
    )
    return row?.id ?? ''
  }
})
