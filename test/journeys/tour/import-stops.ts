import { decideImport } from '../../../src/imports/decide-import.ts'
import { paths } from '../../../src/web/paths.ts'
import { anAgent, anEmployer, signedIn } from '../../support/factories.ts'
import { anImport, applied, aReceivedImport } from '../../support/imports.ts'
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

/** Files in every state: waiting, checked, applied, abandoned, unreadable. */
export async function importStops(site: TestSite): Promise<Stop[]> {
  await anEmployer(site, { number: '310030', name: 'Zellige Marrakech SARL' })
  await anEmployer(site, { number: '310031', name: 'Céramique de Safi SA' })
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
