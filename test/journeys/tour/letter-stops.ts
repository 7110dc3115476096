import { randomUUID } from 'node:crypto'
import type { Door } from '../../../src/access/doors.ts'
import { signIn } from '../../../src/access/sign-in/sign-in.ts'
import { openAsOperator } from '../../../src/agency/agents/act-as-operator.ts'
import { askForAgent } from '../../../src/agency/agents/ask-for-agent.ts'
import { proposeAgent } from '../../../src/agency/agents/propose-agent.ts'
import { suspendAgent } from '../../../src/agency/agents/suspend-agent.ts'
import { decideCase } from '../../../src/agency/decide-case.ts'
import { raiseObjection } from '../../../src/letters/raise-objection.ts'
import { guest } from '../../../src/actors/actor.ts'
import { trayStops } from './tray-stops.ts'
import { takeoutStops } from './takeout-stops.ts'
import { keepView } from '../../../src/agency/work/keep-view.ts'
import { paths } from '../../../src/web/paths.ts'
import {
  aDelegate,
  anAgent,
  anEmployer,
  signedIn,
  type TestPerson,
} from '../../support/factories.ts'
import {
  accept,
  agentActor,
  answering,
  aRequestedLetter,
  aSubscription,
  letterNow,
  read,
  signedBack,
} from '../../support/letters.ts'
import { mailedLink } from '../../support/mailed.ts'
import { aPdf } from '../../support/scans.ts'
import type { TestSite } from '../../support/site.ts'
import type { Visitor } from '../../support/visitor.ts'
import { forgetThrottles, longNames, type Stop } from './stop.ts'

const email = 'k.lahlou@atlas-textile.example'

/** Letters in every state, arranged before the day of the visit, and the agents who work on them. */
export async function arrangeLetters(site: TestSite) {
  const one = await anAgent(site, { firstName: 'Imane', lastName: 'Zerouali' })
  const other = await anAgent(site, { role: 'supervisor', lastName: 'Hajji' })
  const second = agentActor(other, 'supervisor')
  const company = await anEmployer(site, {
    number: '310001',
    name: 'Rif Marbre SARL',
    ice: '001561191000163',
  })
  const current = await aDelegate(site, company, { email: 'hanane@rif-marbre.example' })
  const long = await anEmployer(site, { number: '310002', name: longNames.company })
  const back = async (number: string, employerId?: string) => {
    const id = await aSubscription(site, { number, employerId: employerId ?? null })
    await signedBack(site, id)
    return id
  }
  const waiting = await aSubscription(site, { number: '310010' })
  const overdue = await back('310011')
  site.clock.set('2026-11-23T12:00:00Z')
  const received = await back('310012')
  const replacing = await back(company.number, company.id)
  const contested = await anEmployer(site, { number: '310003', name: 'Transports Al Baraka SARL' })
  await aDelegate(site, contested, { email: 'mehdi@al-baraka.example' })
  const opposed = await back(contested.number, contested.id)
  await site.app.db.transaction({ as: 'employer', employerId: contested.id }, (tx) =>
    raiseObjection(tx, guest, site.clock.now(), {
      letterId: opposed,
      statement: 'Je suis toujours en poste et je n’ai pas été informée de cette demande.',
    }),
  )
  const halfway = await anEmployer(site, { number: '310004', name: 'Atlas Meubles SARL' })
  await aDelegate(site, halfway)
  const halfAccepted = await back(halfway.number, halfway.id)
  await accept(site, second, halfAccepted)
  const toComplete = await back('310014')
  const missing = ['missing_stamp', 'unreadable'] as const
  await decideCase(
    site.app,
    second,
    answering(await read(site, second, toComplete), 'complete', missing),
  )
  const refused = await back('310015')
  await decideCase(
    site.app,
    second,
    answering(await read(site, second, refused), 'refuse', ['company_unknown']),
  )
  const joined = await anEmployer(site, { number: '310005', name: 'Clinique Les Oliviers' })
  const applied = await back(joined.number, joined.id)
  await accept(site, second, applied)
  await site.runJobs()
  const parked = await back('310016')
  await lookedInto(site, parked, 'waiting')
  const infected = await back('310017')
  await lookedInto(site, infected, 'infected')
  await signedBack(site, infected)
  await lookedInto(site, infected, 'infected')
  const emailLetter = await aRequestedLetter(site, long, 'email_update', { email: longNames.email })
  await signedBack(site, emailLetter)
  const lostFactor = await aRequestedLetter(site, halfway, 'password_reset', {
    email,
    lostFactor: true,
  })
  await signedBack(site, lostFactor)
  site.clock.set('2026-11-24T10:00:00Z')
  const objectionLink = await mailedLink(site, current.email, 'opposition')
  const letters = { waiting, overdue, received, replacing, opposed, halfAccepted, toComplete }
  return {
    one,
    other,
    company,
    long,
    current,
    objectionLink,
    letters: { ...letters, refused, applied, parked, infected, emailLetter, lostFactor },
  }
}

/** As the virus scanner leaves the scans of a letter. */
async function lookedInto(site: TestSite, letterId: string, state: 'waiting' | 'infected') {
  const at = state === 'waiting' ? null : site.clock.now()
  await site.database.ownerQuery(
    `update files set check_state = $2, checked_at = $3
      where id in (select file_id from letter_proofs where letter_id = $1)`,
    [letterId, state, at],
  )
}

type Arranged = Awaited<ReturnType<typeof arrangeLetters>>

/** The applicant's view of each state, and the delegate who may object. */
export async function followStops(site: TestSite, arranged: Arranged): Promise<Stop[]> {
  const stops: Stop[] = []
  const { objectionLink } = arranged
  for (const [state, letterId] of Object.entries(arranged.letters)) {
    await forgetThrottles(site)
    const { reference } = await letterNow(site, letterId)
    const who = site.visitor()
    const typed = { reference, email: state === 'emailLetter' ? longNames.email : email }
    const shown = await who.submit(await who.get(paths.follow.start()), typed, paths.follow.start())
    if (shown.url !== paths.follow.letter()) throw new Error(`${state}: ${shown.text}`)
    stops.push({ name: `a followed letter, ${state}`, who, address: paths.follow.letter() })
    if (state === 'waiting') stops.push(doubtfulScan(who))
  }
  const stranger = site.visitor()
  return [
    ...stops,
    { name: 'an objection to raise', who: stranger, address: objectionLink },
    {
      name: 'an objection of the delegate',
      who: await signedIn(site, arranged.current),
      address: paths.administration.objection({ id: arranged.letters.replacing }),
    },
    {
      name: 'a delegate told that they may be replaced',
      who: await signedIn(site, arranged.current),
      address: paths.administration.information(),
    },
    {
      name: 'a dead link of objection',
      who: stranger,
      address: paths.links.object({ token: 'x'.repeat(40) }),
      status: 409,
    },
  ]
}

/** A document that holds a program comes back to its field, with what to do. */
function doubtfulScan(who: Visitor): Stop {
  const buffer = aPdf('', { catalog: '/OpenAction<</S/JavaScript/JS(app.alert(1))>>' })
  return {
    name: 'a doubtful document sent back',
    who,
    address: paths.follow.letter(),
    act: async (at) => {
      const file = { name: 'scan.pdf', mimeType: 'application/pdf', buffer }
      await at.setInputFiles('main input[type=file]', file)
      await at.locator('form[enctype] button[type=submit]').last().click()
      await at.locator('main .error-summary').waitFor()
    },
  }
}

async function tryInVain(site: TestSite, tries: readonly (readonly [Door, string])[]) {
  const origin = { address: '198.51.100.9', device: null }
  for (const [door, login] of tries) {
    const tried = { door, login, password: 'faux', origin, browser: '', formerSession: null }
    await signIn(site.app, tried)
  }
}

export async function agencyStops(site: TestSite, arranged: Arranged): Promise<Stop[]> {
  const { one, other, company, long, letters } = arranged
  const agent = await signedIn(site, one)
  const supervisor = await signedIn(site, other)
  const { agency } = paths
  const queue = agency.queue()
  const asked = await askedForAgents(site, other)
  await tryInVain(site, [
    ['agence', one.login],
    ['administration', company.number],
    ['teledeclaration', 'personne'],
  ])
  await keepView(site.app, agentActor(other, 'supervisor'), {
    name: `${longNames.lastName} ${longNames.firstName}`.slice(0, 60),
    query: 'type=renewal',
    isDefault: true,
  })
  const pages: readonly (readonly [string, string])[] = [
    ['the queue', queue],
    ['what was decided', agency.decided()],
    [
      'what was decided, narrowed to nothing',
      `${agency.decided()}?etat=refused&type=debit_mandate`,
    ],
    ['the queue narrowed to nothing', `${queue}?etat=to_complete&miens=on&retard=on`],
    ['the queue from somewhere on', `${queue}?apres=1.1.1.${randomUUID()}`],
    ['the figures', agency.figures()],
    ['the desk', agency.desk()],
    ['the search', agency.search()],
    ['a search with answers', `${agency.search()}?q=r`],
    ['a search without answers', `${agency.search()}?q=introuvable`],
    ['a company', agency.employer({ id: company.id })],
    ['a company with a long name', agency.employer({ id: long.id })],
    ['the trail of a company', agency.trail({ id: company.id })],
    ['the agent’s account', paths.account.show()],
    ['the agents, read by one of them', agency.agents()],
    ['an agent, read by another', agency.agent({ id: other.id })],
  ]
  return [
    ...pages.map(([name, address]) => ({ name, who: agent, address })),
    ...Object.entries(letters).map(([state, id]) => ({
      name: `a case, ${state}`,
      who: agent,
      address: agency.letter({ id }),
    })),
    {
      name: 'a view of the queue without a name',
      who: agent,
      address: `${queue}?type=renewal`,
      act: async (at) => {
        await at.click('main details summary')
        await at.click('form[action$="/vues"] button')
      },
    },
    { name: 'the queue with a view of one’s own', who: supervisor, address: queue },
    {
      name: 'a case opposed, for the supervisor',
      who: supervisor,
      address: agency.letter({ id: letters.opposed }),
    },
    ...(await trayStops(site, agent)),
    ...(await takeoutStops(site, company.id, supervisor, other)),
    { name: 'the agents', who: supervisor, address: agency.agents() },
    { name: 'sign-ins refused', who: supervisor, address: agency.signIns() },
    {
      name: 'sign-ins refused to nobody',
      who: supervisor,
      address: `${agency.signIns()}?q=personne.decl.000000`,
    },
    { name: 'an agent to open', who: supervisor, address: agency.newAgent() },
    {
      name: 'one’s own account among the agents',
      who: supervisor,
      address: agency.agent({ id: other.id }),
    },
    ...Object.entries(asked).map(([state, id]) => ({
      name: `an agent, ${state}`,
      who: supervisor,
      address: agency.agent({ id }),
    })),
    {
      name: 'the administration refused to an agent',
      who: agent,
      address: paths.administration.information(),
      status: 403,
    },
  ]
}

/** Agents in every state, with what was asked by the reader and by another. */
async function askedForAgents(site: TestSite, reader: TestPerson) {
  const colleague = await anAgent(site, { role: 'supervisor', lastName: 'Zniber' })
  const suspended = await anAgent(site, { lastName: longNames.lastName })
  const active = await anAgent(site, { firstName: longNames.firstName, email: longNames.email })
  await site.database.ownerQuery('update agents set totp_sealed = $2 where id = $1', [
    active.id,
    site.app.keyring.seal('JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP'),
  ])
  const [mine, theirs] = [reader, colleague].map((person) => agentActor(person, 'supervisor'))
  if (!mine || !theirs) throw new Error('no supervisors')
  await askForAgent(site.app, theirs, {
    agentId: active.id,
    kind: 'reset_second_factor',
    reason: 'Téléphone volé le 12 novembre, vue au bureau',
  })
  await suspendAgent(site.app, mine, { agentId: suspended.id, reason: 'Départ' })
  const details = { lastName: 'Tazi', email: 'y.tazi@caisse.example', language: 'fr' } as const
  const proposal = {
    ...details,
    role: 'agent',
    ownEmployerNumber: '310001',
    reason: 'Recrutée',
  } as const
  const proposed = await proposeAgent(site.app, mine, {
    ...proposal,
    firstName: 'Yasmine',
    login: 'agent.tazi',
    identity: { kind: 'cin', number: 'BB998877' },
  })
  const { agent: invited } = await openAsOperator(site.app, {
    ...proposal,
    firstName: 'Rim',
    login: 'agent.rtazi',
    identity: { kind: 'cin', number: 'BB998878' },
  })
  return { active: active.id, suspended: suspended.id, proposed, invited: invited.id }
}
