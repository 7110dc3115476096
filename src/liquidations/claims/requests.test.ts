import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addScans, claimRib, fillStep } from '../../../test/support/claiming.ts'
import { type ClaimsSetting, openClaims } from '../../../test/support/claims-setting.ts'
import { askForMore, openPages, reviewDocument } from '../../../test/support/deciding.ts'
import { anAgent, signedIn } from '../../../test/support/factories.ts'
import { readPdf } from '../../../test/support/read-pdf.ts'
import type { Visitor } from '../../../test/support/visitor.ts'
import { maskedRib, ribKey } from '../../employers/rib.ts'
import { paths } from '../../web/paths.ts'

const own = paths.claims
const otherRib = `0117800009876543210987${ribKey('0117800009876543210987')}`
let setting: ClaimsSetting
let agent: Visitor
beforeAll(async () => {
  setting = await openClaims()
  agent = await signedIn(setting.site, await anAgent(setting.site))
})
afterAll(() => setting.close())

/** Each thing at a minute of its own, as it is in life. */
const later = () => setting.site.clock.advance(60_000)

async function askedFor(note: string, refused?: string) {
  const { id } = await setting.aClaim()
  later()
  const typed = { avis: 'refused', autre: 'Photo floue.' }
  if (refused) await reviewDocument(agent, { id, code: refused }, typed)
  await askForMore(agent, id, note)
  later()
  return id
}

async function sendAgain(id: string, reponse = '') {
  const check = await setting.who.get(own.check({ id }))
  return setting.who.submit(check, { reponse }, own.send({ id }))
}

const titleOf = (text: string) => text.includes('Ce que l’Agence Virtuelle demande')

describe('what an agent asks for (L5)', () => {
  it('stays said, with the reasons, until the claim is sent again, and then in what happened', async () => {
    const { who } = setting
    const id = await askedFor('', 'identity')
    await addScans(who, id, 'identity')
    const page = await who.get(own.claim({ id }))
    expect([titleOf(page.text), page.text]).toEqual([true, expect.stringContaining('Photo floue.')])
    const check = await who.get(own.check({ id }))
    expect(check.text).toContain('Photo floue.')
    const sent = await sendAgain(id)
    expect([titleOf(sent.text), sent.text]).toEqual([
      false,
      expect.stringContaining('Photo floue.'),
    ])
  })

  it('a paper that no list has: it gets a line, and the agent reviews it', async () => {
    const { who } = setting
    const id = await askedFor('Joignez le relevé des points.')
    const documents = await who.get(own.documents({ id }))
    expect(documents.text).toContain('Autre pièce, demandée le 25 novembre 2026')
    const check = await who.get(own.check({ id }))
    expect(check.text).toContain('Joignez le relevé des points.')
    await addScans(who, id, 'other_1')
    later()
    await sendAgain(id)
    await openPages(agent, id, 'other_1')
    const said = await reviewDocument(agent, { id, code: 'other_1' }, { avis: 'accepted' })
    expect(said.text).toContain('L’avis est enregistré')
    later()
    await askForMore(agent, id, 'Et celui de l’autre caisse.')
    const again = await who.get(own.documents({ id }))
    expect(again.document.querySelector('form[action$="/pieces/other_1"]')).toBeNull()
    expect(again.document.querySelector('form[action$="/pieces/other_2"]')).not.toBeNull()
  })

  it('is not answered by nothing: a paper, another answer or a sentence', async () => {
    const { stateOf } = setting
    const id = await askedFor('Où est le relevé ?')
    const empty = await sendAgain(id)
    expect([empty.status, await stateOf(id)]).toEqual([422, 'incomplete'])
    expect(empty.document.querySelector('#champ-reponse-erreur')?.textContent).toContain(
      'Rien n’a été ajouté',
    )
    await sendAgain(id, 'La caisse ne l’a pas encore délivré.')
    expect(await stateOf(id)).toBe('sent')
    expect((await agent.get(paths.agency.claim({ id }))).text).toContain(
      'La caisse ne l’a pas encore délivré.',
    )
  })
})

it('the receipt of a completion says when each thing came (L5)', async () => {
  const { who } = setting
  const id = await askedFor('Un autre compte ?', 'identity')
  const receipt = async () =>
    readPdf((await who.raw(own.receipt({ id }))).bytes).text.replaceAll(/\s+/g, ' ')
  await addScans(who, id, 'identity')
  await fillStep(who, id, 'account', { rib: otherRib })
  const before = await receipt()
  expect(before).toContain(maskedRib(claimRib))
  expect(before).not.toContain(maskedRib(otherRib))
  later()
  await sendAgain(id, 'Compte changé.')
  const after = await receipt()
  expect(after.match(/Remis le/g)).toHaveLength(1)
  const [, completion = ''] = after.split('Ajouté ou changé, remis le')
  expect(completion).toContain('1 fichier')
  expect(completion).toContain(maskedRib(otherRib))
  expect(completion).toContain('Compte changé.')
  expect(after).toContain('Complété et renvoyé le')
})

it('an account written in another tab meanwhile is said, masked', async () => {
  const { who, aClaim } = setting
  const { id } = await aClaim()
  await askForMore(agent, id, 'Le compte ?')
  const stale = await who.get(own.account({ id }))
  await fillStep(who, id, 'account', { rib: otherRib })
  const answer = await who.submit(stale, { rib: claimRib }, own.account({ id }))
  expect([answer.status, answer.text]).toEqual([
    409,
    expect.stringContaining(`Enregistré actuellement : ${maskedRib(otherRib)}`),
  ])
})
