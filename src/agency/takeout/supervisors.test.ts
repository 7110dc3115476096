import { readdirSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { WholeCompany } from '../../../test/attacks/whole-company.ts'
import { anAgent, anEmployer, signedIn } from '../../../test/support/factories.ts'
import { agentActor } from '../../../test/support/letters.ts'
import { askedOf, withPasskey } from '../../../test/support/passkeys.ts'
import type { TestSite } from '../../../test/support/site.ts'
import { agreeing, Takeouts } from '../../../test/support/takeouts.ts'
import type { Screen } from '../../../test/support/visitor.ts'
import { verifyStatements } from '../../access/verify-statements.ts'
import { paths } from '../../web/paths.ts'
import { askForTakeout } from './ask-for-takeout.ts'
import { collectTakeout } from './collect-takeout.ts'
import { collectMs } from './takeout.ts'

let takeouts: Takeouts
let site: TestSite
let company: WholeCompany
beforeAll(async () => {
  takeouts = await Takeouts.open()
  ;({ site, company } = takeouts)
})
afterAll(() => takeouts.close())

describe('two supervisors', () => {
  it('US22: agrees to what the page showed, by passkey too; and says why when declining', async () => {
    const leila = await anAgent(site, { role: 'supervisor', lastName: 'Berrada' })
    const passkey = await withPasskey(site, leila)
    const visitor = await signedIn(site, leila)
    const before = await visitor.get(paths.agency.takeout({ id: await takeouts.asked() }))
    const id = await takeouts.asked('Décision du tribunal')
    const shown = await visitor.get(paths.agency.takeout({ id }))
    const action = paths.agency.decideTakeout({ id })
    const signed = (screen: Screen) => ({
      decision: 'accepter',
      assertion: passkey.sign(askedOf(screen)),
    })
    const other = await visitor.submit(shown, signed(before), action)
    expect(other.status).toBe(422)
    await site.database.ownerQuery(`update takeouts set reason = 'Autre' where id = $1`, [id])
    const changed = await visitor.submit(shown, signed(shown), action)
    expect(changed.status).toBe(422)
    const again = await visitor.get(shown.url)
    const agreed = await visitor.submit(again, signed(again), action)
    expect(agreed.text).toContain('peut être téléchargée')
    expect(await verifyStatements(site.app.db)).toEqual({ statements: 1, breaks: [] })
    const third = await takeouts.asked()
    const asking = await visitor.get(paths.agency.takeout({ id: third }))
    const declining = { decision: 'refuser', motif: ' ' }
    const to = paths.agency.decideTakeout({ id: third })
    const mute = await visitor.submit(asking, declining, to)
    expect([mute.status, mute.text]).toEqual([422, expect.stringContaining('motif du refus')])
    const said = await visitor.submit(mute, { ...declining, motif: 'Sans écrit' }, to)
    expect(said.text).toContain('La sortie est refusée.')
    const [told] = await site.database.ownerQuery(
      `select details->>'because' as because from audit_events where action = 'employer.takeout_declined'`,
    )
    expect(told).toEqual({ because: 'Sans écrit' })
    expect(said.text).toContain('Sans écrit')
    await site.runJobs()
    const subjects = site.mails.map(({ subject }) => subject.replace(/\s/g, ' '))
    expect(subjects).toEqual(
      expect.arrayContaining([
        `Sortie des données acceptée : ${company.employer.name}`,
        `Sortie des données refusée : ${company.employer.name}`,
      ]),
    )
    expect(site.mails.at(-1)?.text).toMatch(/Motif\s: Sans écrit/)
  })

  it('are counted and shown twenty at a time', async () => {
    const other = await anEmployer(site)
    await site.database.ownerQuery(
      `insert into takeouts (employer_id, reason, state, asked_by, asked_at, decided_by, decided_at)
        select $1, 'Demande ' || n, 'withdrawn', $2, now() - make_interval(days => n), $2, now()
        from generate_series(1, 23) n`,
      [other.id, takeouts.asker.id],
    )
    const address = paths.agency.takeouts({ id: other.id })
    const first = await takeouts.first()
    const page = await first.get(address)
    expect(page.text).toContain('Sorties demandées (23)')
    expect(page.document.querySelectorAll('tbody tr')).toHaveLength(20)
    const last = await first.get(`${address}?page=2`)
    expect(last.text).toContain('Demande 23')
    expect(last.document.querySelectorAll('tbody tr')).toHaveLength(3)
  })

  it('one asks with a reason, another agrees with their password, one of them collects', async () => {
    await takeouts.withdraw()
    const [first, second] = [await takeouts.first(), await takeouts.second()]
    const page = await first.get(paths.agency.takeouts({ id: company.employer.id }))
    const wrong = await first.submit(page, { motif: '' }, page.url)
    expect([wrong.status, wrong.text]).toEqual([422, expect.stringContaining('Indiquez le motif')])
    const sent = await first.submit(page, { motif: 'Demande écrite' }, page.url)
    expect(sent.text).toContain('attend l’accord d’un autre superviseur')
    const again = await first.submit(page, { motif: 'Encore' }, page.url)
    expect(again.text).toContain('Une demande attend déjà')
    expect(again.body).toContain('value="Encore"')
    const refused = await first.submit(sent, agreeing)
    expect(refused.text).toContain('un autre superviseur doit l’accepter')
    const shown = await second.get(sent.url)
    const mistyped = await second.submit(shown, { ...agreeing, password: 'autre' })
    expect(mistyped.status).toBe(422)
    const agreed = await second.submit(shown, agreeing)
    expect(agreed.text).toContain('peut être téléchargée')
    const third = await signedIn(site, await anAgent(site, { role: 'supervisor' }))
    expect((await third.get(sent.url)).text).toContain('Seuls les deux superviseurs')
    const file = await second.submit(agreed, {}, `${sent.url}/archive`)
    expect(file.headers.get('content-type')).toBe('application/zip')
    expect(file.headers.get('content-disposition')).toContain(`adherent-${company.employer.number}`)
    expect(readdirSync(takeouts.unpacked(file.bytes))).toContain('manifest.json')
    expect(await takeouts.told()).toEqual(['employer.takeout_begun', 'employer.taken_out'])
    expect(takeouts.leftInData()).toEqual([])
    site.clock.advance(collectMs)
    const late = await (await takeouts.first()).get(sent.url)
    expect(late.text).toContain('Le délai de 24 heures est passé')
    const id = sent.url.split('/').at(-1) ?? ''
    await expect(collectTakeout(site.app, takeouts.actor, id)).rejects.toMatchObject({
      code: 'takeout.not_open',
    })
  })

  it('AT67: neither of them decides on their own company, nor under another account of one person', async () => {
    const { number, id: employerId } = company.employer
    const own = await anAgent(site, { role: 'supervisor', ownEmployerNumber: number })
    const actor = agentActor(own, 'supervisor')
    await takeouts.withdraw()
    await expect(askForTakeout(site.app, actor, { employerId, reason: 'x' })).rejects.toMatchObject(
      { code: 'agency.own_employer' },
    )
    const id = await takeouts.asked()
    const twin = await anAgent(site, { role: 'supervisor' })
    await site.database.ownerQuery(
      'update agents set identity_key = (select identity_key from agents where id = $1) where id = $2',
      [takeouts.asker.id, twin.id],
    )
    const again = await signedIn(site, twin)
    const screen = await again.submit(await again.get(paths.agency.takeout({ id })), agreeing)
    expect(screen.text).not.toContain('peut être téléchargée')
  })
})
