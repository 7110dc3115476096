import { decideImport } from '../../../src/imports/decide-import.ts'
import { paths } from '../../../src/web/paths.ts'
import { aDelegate, anAgent, anEmployer, signedIn } from '../../support/factories.ts'
import { agreed, anImport, applied, aReceivedImport } from '../../support/imports.ts'
import { agentActor } from '../../support/letters.ts'
import type { TestSite } from '../../support/site.ts'
import { longNames, type Stop } from './stop.ts'

const own = paths.agency
const head = 'N° Adhérent;Raison sociale;Date d’adhésion;Ville;ICE;E-mail;Remarque'

/** Good lines, known ones that change, and a good share of what goes wrong. */
function mixedFile(): string {
  const fresh = Array.from(
    { length: 40 },
    (_, at) => `${410_000 + at};Atelier ${at};01/01/2020;Fès;;;`,
  )
  const wrong = [
    '41O100;Souss;01/01/2020;Agadir;;;',
    `410101;${longNames.company};31/02/2020;Agadir;;;`,
    '410102;Rif;01/01/2020;Nador;12;pas-une-adresse;',
    '410103;;;;;;',
    '410000;Atelier 0;01/01/2020;Fès;;;',
    '410104;Oriental;01/01/2020;Oujda;001561191000065;;',
  ]
  const known = ['310030;;;Tanger;;;', `310031;${longNames.company};;(vide);;;`]
  return [head, ...fresh, ...known, ...wrong].join('\r\n')
}

/** Delegates and users known from paper: files to ask for, one that waits for its second supervisor. */
async function filesOfPower(
  site: TestSite,
): Promise<Record<'checked' | 'asked' | 'users' | 'done', string>> {
  const columns =
    'N° Adhérent;Nom;Prénom;Pièce d’identité;N° de la pièce;Fonction;E-mail;Mobile;Téléservices'
  const line = (number: string, at: number) =>
    `${number};${longNames.lastName};${longNames.firstName};CNIE;BK90000${at};Responsable administrative et financière;${longNames.email};06 61 23 45 6${at};"Télédéclaration, Compte Adhérent, E@syPaiement, e-Liquidation"`
  const text = [
    columns,
    line('310030', 1),
    line('310031', 2),
    line('310039', 3),
    line('310030', 4),
  ].join('\n')
  const asker = agentActor(await anAgent(site, { role: 'supervisor' }), 'supervisor')
  const checked = await anImport(site, 'delegates', text, { fileName: 'delegues-papier.csv' })
  const { id, version } = await anImport(site, 'delegates', text, { actor: asker })
  await decideImport(site.app, asker, { importId: id, version, decision: 'confirm' })
  const userColumns =
    'N° Adhérent;Téléservice;Nom;Prénom;Pièce d’identité;N° de la pièce;Fonction;E-mail;Mobile;Mode;Catégories;Profil'
  const user = (rest: string) =>
    `310032;${rest.replace('NAME', `${longNames.lastName};${longNames.firstName};CNIE;BK910001;Comptable;${longNames.email};06 61 23 45 67`)}`
  const usersFile = (...lines: string[]) => [userColumns, ...lines].join('\n')
  const payer = user('E@syPaiement;NAME;;;Ordonnateur, Validateur')
  const declarant = user('Télédéclaration;NAME;Formulaire;01;')
  const done = await anImport(site, 'users', usersFile(user('Compte Adhérent;NAME;;;')))
  await agreed(site, done, await anAgent(site, { role: 'supervisor' }))
  const users = await anImport(
    site,
    'users',
    usersFile(payer, declarant, user('Télédéclaration;NAME;;;')),
  )
  return { checked: checked.id, asked: id, users: users.id, done: done.id }
}

/** Files in every state: waiting, checked, applied, abandoned, unreadable. */
export async function importStops(site: TestSite): Promise<Stop[]> {
  await anEmployer(site, { number: '310030', name: 'Zellige Marrakech SARL' })
  await anEmployer(site, { number: '310031', name: 'Céramique de Safi SA' })
  await aDelegate(site, await anEmployer(site, { number: '310032', name: longNames.company }))
  const one = await anAgent(site, { firstName: 'Imane', lastName: 'Zerouali' })
  const actor = agentActor(one)
  const checked = await anImport(site, 'employers', mixedFile(), {
    actor,
    fileName: 'adherents-novembre.csv',
  })
  const done = await applied(
    site,
    await anImport(site, 'employers', `${head}\n410200;Neuve;01/01/2020;Fès;;;`, { actor }),
  )
  const left = await anImport(site, 'employers', `${head}\n410201;Autre;01/01/2020;Fès;;;`, {
    actor,
  })
  await decideImport(site.app, actor, {
    importId: left.id,
    version: left.version,
    decision: 'abandon',
  })
  const broken = await anImport(site, 'members', 'Nom;Prénom\nA;B', { actor })
  const same = await anImport(site, 'employers', `${head}\n310030;;;Casablanca;;;`, { actor })
  const waiting = await aReceivedImport(site, 'categories', head, {
    actor,
    fileName: `${'long'.repeat(30)}.csv`,
  })
  const applying = await anImport(site, 'employers', `${head}\n410202;Encore;01/01/2020;;;;`, {
    actor,
  })
  await site.database.ownerQuery(
    "update imports set state = 'applying', decided_at = uploaded_at where id = $1",
    [applying.id],
  )
  const asked = await filesOfPower(site)
  const agent = await signedIn(site, one)
  const supervisor = await signedIn(site, await anAgent(site, { role: 'supervisor' }))
  const at = (name: string, address: string): Stop => ({ name, address, who: agent })
  const page = (id: string) => own.import({ id })
  return [
    at('the imports', own.imports()),
    { name: 'the imports, for a supervisor', address: own.imports(), who: supervisor },
    at('an import to confirm', page(checked.id)),
    at('an import applied', page(done.id)),
    at('an import abandoned', page(left.id)),
    at('an import that cannot be read', page(broken.id)),
    at('an import that changes nothing', page(same.id)),
    at('an import being checked', page(waiting)),
    at('an import being applied', page(applying.id)),
    at('delegates to ask for, for an agent', page(asked.checked)),
    { name: 'delegates to ask for', address: page(asked.checked), who: supervisor },
    { name: 'delegates to agree to', address: page(asked.asked), who: supervisor },
    { name: 'users to ask for', address: page(asked.users), who: supervisor },
    at('users whom a file let in', page(asked.done)),
    at('delegates that another must agree to', page(asked.asked)),
    {
      name: 'delegates agreed to without a password',
      address: page(asked.asked),
      who: supervisor,
      act: async (shown) => {
        await shown.locator('form[action$=accord] button[type=submit]').click()
        await shown.waitForLoadState()
      },
    },
    {
      ...at('a file to send that is missing', own.imports()),
      act: async (shown) => {
        await shown.locator('main form button[type=submit]').first().click()
        await shown.waitForLoadState()
      },
    },
    { ...at('an import that does not exist', page('x')), status: 404 },
  ]
}
