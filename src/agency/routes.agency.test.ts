import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  aDelegate,
  anAgent,
  anEmployer,
  signedIn,
  type TestPerson,
} from '../../test/support/factories.ts'
import {
  aSubscription,
  letterNow,
  newestProof,
  onePixel,
  signedBack,
} from '../../test/support/letters.ts'
import { openSite, type TestSite } from '../../test/support/site.ts'
import type { Visitor } from '../../test/support/visitor.ts'
import { paths } from '../web/paths.ts'
import { wordsIn } from '../web/words/index.ts'

let site: TestSite
let first: TestPerson
let agent: Visitor
let other: Visitor

beforeAll(async () => {
  site = await openSite()
  first = await anAgent(site, { firstName: 'Imane', lastName: 'Zerouali' })
  agent = await signedIn(site, first)
  other = await signedIn(site, await anAgent(site, { firstName: 'Yassine', lastName: 'Hajji' }))
})
afterAll(() => site.close())

async function aReceived(number: string): Promise<string> {
  const letterId = await aSubscription(site, { number })
  await signedBack(site, letterId)
  return letterId
}

const caseOf = (id: string) => paths.agency.letter({ id })

describe('the queue', () => {
  it('shows what waits, with its clock in words, and is only for agents', async () => {
    const letterId = await aReceived('200001')
    const { reference } = await letterNow(site, letterId)
    const queue = await agent.get(paths.agency.queue())
    expect(queue.status).toBe(200)
    expect(queue.text).toContain(reference)
    expect(queue.text).toContain('Numéro inconnu')
    expect(queue.text).toContain('Il reste 48')
    expect((await site.visitor().get(paths.agency.queue())).url).toContain('/agence/connexion')
    const delegate = await signedIn(site, await aDelegate(site, await anEmployer(site)))
    expect((await delegate.raw(paths.agency.queue())).status).toBe(403)
  })

  it('is narrowed by its address, and says when nothing is left', async () => {
    const overdue = await agent.get(`${paths.agency.queue()}?retard=on`)
    expect(overdue.text).toContain('Aucun dossier ne correspond à ces filtres.')
    const nonsense = await agent.get(`${paths.agency.queue()}?etat=x&type=y&page=-3`)
    expect(nonsense.status).toBe(200)
  })

  it('is shared: what one takes, another does not', async () => {
    const letterId = await aReceived('200002')
    const take = paths.agency.take({ id: letterId })
    const early = await other.get(caseOf(letterId))
    const taken = await agent.submit(await agent.get(paths.agency.queue()), {}, take)
    expect(taken.url).toBe(`${paths.agency.queue()}?etat=waiting`)
    expect(taken.text).toContain('Le dossier est à vous.')
    const mine = await agent.get(`${paths.agency.queue()}?miens=on`)
    expect(mine.text).toContain((await letterNow(site, letterId)).reference)

    const seen = await other.get(caseOf(letterId))
    expect(seen.text).toContain('En main : Imane Zerouali')
    expect(seen.body).not.toContain(take)
    const refused = await other.submit(early, {}, take)
    expect(refused.status).toBe(409)
    expect(refused.mistakes.join()).toContain('Imane Zerouali')

    const released = await agent.submit(await agent.get(caseOf(letterId)), {}, take)
    expect(released.text).toContain('Le dossier est rendu à l’équipe.')
    expect(await letterNow(site, letterId)).toMatchObject({ takenBy: null })
  })

  it('is taken by a supervisor from the one whom the page named, not from a third', async () => {
    const letterId = await aReceived('200007')
    const take = paths.agency.take({ id: letterId })
    const supervisor = await signedIn(site, await anAgent(site, { role: 'supervisor' }))
    await agent.submit(await agent.get(caseOf(letterId)), {}, take)
    const seen = await supervisor.get(caseOf(letterId))
    await agent.submit(await agent.get(caseOf(letterId)), {}, take)
    await other.submit(await other.get(caseOf(letterId)), {}, take)
    const holder = (await letterNow(site, letterId)).takenBy
    const late = await supervisor.submit(seen, {}, take)
    expect(late.status).toBe(409)
    expect(late.mistakes.join()).toContain('a pris ce dossier pendant que vous le lisiez')
    expect(late.document.querySelector('h1')?.text).toBe(seen.document.querySelector('h1')?.text)
    expect((await letterNow(site, letterId)).takenBy).toBe(holder)
    await supervisor.submit(await supervisor.get(caseOf(letterId)), {}, take)
    expect((await letterNow(site, letterId)).takenBy).not.toBe(holder)
  })
})

describe('the desk', () => {
  it('opens a file by its code, as people type it', async () => {
    const letterId = await aSubscription(site, { number: '200003' })
    const { reference } = await letterNow(site, letterId)
    const desk = await agent.get(paths.agency.desk())
    const opened = await agent.submit(desk, { code: ` ${reference.toLowerCase()} ` })
    expect(opened.url).toBe(caseOf(letterId))
  })

  it('says what is wrong with a code, and keeps it', async () => {
    const desk = await agent.get(paths.agency.desk())
    const cases = [
      ['', 'Scannez ou saisissez le code du document.'],
      ['AB-0000', 'Ce code n’est pas complet, ou un caractère est faux.'],
      ['AB-4K7P-2RTD', 'Aucun dossier ne porte le code AB-4K7P-2RTD.'],
    ] as const
    for (const [code, sentence] of cases) {
      const screen = await agent.submit(desk, { code })
      expect(screen.status).toBe(422)
      expect(screen.mistakes.join()).toContain(sentence)
      expect(screen.document.querySelector('[name="code"]')?.getAttribute('value')).toBe(code)
    }
  })

  it('registers paper with its scan, from which the 48 hours run', async () => {
    const letterId = await aSubscription(site, { number: '200004' })
    const file = await agent.get(caseOf(letterId))
    expect(file.text).toContain('Aucun document signé pour le moment.')
    const document = new File([onePixel], 'scan du courrier.png', { type: 'image/png' })
    const kept = await agent.submit(
      file,
      { document, arrivee: 'counter' },
      paths.agency.addProof({ id: letterId }),
    )
    expect(kept.text).toContain('Le document est enregistré. Le demandeur est prévenu.')
    expect(kept.text).toContain('reçu au guichet')
    expect(await newestProof(site, letterId)).toMatchObject({ registeredBy: first.id })
  })

  it('registers nothing on a file that changed since it was shown: a second scan would reopen its review', async () => {
    const letterId = await aSubscription(site, { number: '200006' })
    const [mine, theirs] = [await agent.get(caseOf(letterId)), await other.get(caseOf(letterId))]
    const register = (who: typeof agent, screen: typeof mine) =>
      who.submit(
        screen,
        { document: new File([onePixel], 'scan.png', { type: 'image/png' }), arrivee: 'post' },
        paths.agency.addProof({ id: letterId }),
      )
    expect((await register(agent, mine)).status).toBe(200)
    const late = await register(other, theirs)
    expect(late.mistakes.join()).toContain(wordsIn('fr').refusals['web.changed_meanwhile'])
    const proofs = await site.database.ownerQuery(
      'select from letter_proofs where letter_id = $1',
      [letterId],
    )
    expect(proofs).toHaveLength(1)
  })

  it('refuses a file that is not a scan, and says so beside the field', async () => {
    const letterId = await aSubscription(site, { number: '200005' })
    const document = new File(['<script>alert(1)</script>'], 'scan.pdf')
    const refused = await agent.submit(
      await agent.get(caseOf(letterId)),
      { document, arrivee: 'post' },
      paths.agency.addProof({ id: letterId }),
    )
    expect(refused.status).toBe(422)
    expect(refused.mistakes.join()).toContain('ni un PDF, ni une image JPEG ou PNG')
    expect(await letterNow(site, letterId)).toMatchObject({ state: 'awaiting_signature' })
  })
})
