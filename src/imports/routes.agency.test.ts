import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anAgent, anEmployer, goodPassword, signedIn } from '../../test/support/factories.ts'
import { anImport } from '../../test/support/imports.ts'
import { agentActor } from '../../test/support/letters.ts'
import { openSite, type TestSite } from '../../test/support/site.ts'
import type { Screen, Visitor } from '../../test/support/visitor.ts'
import { paths } from '../web/paths.ts'

let site: TestSite
let agent: Visitor
let colleague: Visitor
const own = paths.agency

beforeAll(async () => {
  site = await openSite()
  await anEmployer(site, { number: '005839', name: 'Atlas Textile SA' })
  agent = await signedIn(site, await anAgent(site, { firstName: 'Imane', lastName: 'Zerouali' }))
  colleague = await signedIn(site, await anAgent(site, { firstName: 'Hind', lastName: 'Lahlou' }))
})
afterAll(() => site.close())

const head = 'N° Adhérent;Raison sociale;Date d’adhésion;Ville'
const file = (text: string | Uint8Array<ArrayBuffer>, name = 'entreprises.csv') =>
  new File([text], name, { type: 'text/csv' })

async function upload(content: File, contenu = 'employers'): Promise<Screen> {
  const screen = await agent.get(own.imports())
  return agent.submit(screen, { contenu, fichier: content }, own.imports())
}

async function checked(text: string): Promise<Screen> {
  const waiting = await upload(file(text))
  expect(waiting.text).toContain('Contrôle en cours')
  await site.runJobs()
  return agent.get(waiting.url)
}

describe('an import', () => {
  it('is checked, seen, then applied, with its report kept', async () => {
    const screen = await checked(
      `${head}\n400001;Neuve;01/01/2020;Fès\n400002;Autre;01/01/2021;Rabat\n5839;;;Tanger\n5O39;;;\n`,
    )
    expect(screen.text).toContain('4 lignes 2 nouvelles 1 modification 0 sans changement 1 refusée')
    expect(screen.text).toContain('N° Adhérent : Il faut un nombre de 6 chiffres au plus')
    expect(screen.text).toContain('Ligne 5, colonne A : 5O39 Proposition : 005039')
    expect(screen.text).toContain('005839 Atlas Textile SA Ville Casablanca Tanger')
    expect(screen.text).toContain(
      '2 400001 Neuve Date d’adhésion 01/01/2020 · Ville Fès 3 400002 Autre Date d’adhésion 01/01/2021 · Ville Rabat',
    )
    expect(screen.text).toContain('Un autre agent doit le relire et l’appliquer.')
    expect(screen.text).not.toContain('Appliquer 2 nouvelles')
    expect((await colleague.get(screen.url)).text).toContain(
      'Appliquer 2 nouvelles lignes et 1 modification',
    )
    const applying = await colleague.submit(
      await colleague.get(screen.url),
      {},
      `${screen.url}/decision`,
    )
    expect(applying.text).toContain('L’application commence.')
    await site.runJobs()
    const done = await agent.get(screen.url)
    expect(done.text).toContain('Confirmée par Hind Lahlou le 24 novembre 2026 à 11 h 00.')
    expect(done.text).toContain('Ligne 5, colonne A')
    expect(done.text).not.toContain('Appliquer 2')
    expect((await agent.get(own.imports())).text).toContain('entreprises.csv')
  })

  it('shows every new line before it is applied, twenty-five at a time, beside the changes', async () => {
    const rows = Array.from({ length: 30 }, (_, n) => `4101${n + 10};Série ${n};01/01/2020;Fès`)
    const screen = await checked(`${head}\n5839;;;Meknès\n${rows.join('\n')}\n`)
    expect(screen.text).toContain('410134 Série 24')
    expect(screen.text).not.toContain('410135 Série 25')
    const next = await agent.get(`${screen.url}?page=1&nouvelles=2`)
    expect(next.text).toContain('410139 Série 29')
    expect(next.text).not.toContain('410134 Série 24')
    expect(next.text).toContain('Meknès')
    await agent.submit(next, { decision: 'abandon' }, `${screen.url}/decision`)
  })

  it('is left without effect', async () => {
    const screen = await checked(`${head}\n400010;Neuve;01/01/2020;Fès\n`)
    const left = await agent.submit(screen, { decision: 'abandon' }, `${screen.url}/decision`)
    expect(left.text).toContain('Rien n’a été appliqué.')
    expect(
      await site.database.ownerQuery("select 1 from employers where employer_number = '400010'"),
    ).toEqual([])
  })

  it('that changes nothing says so, and is closed in one press', async () => {
    const screen = await checked('N° Adhérent;Raison sociale\n5839;Atlas Textile SA\n')
    expect(screen.text).toContain('Rien à appliquer')
    expect(screen.text).toContain('La caisse connaît déjà tout ce que dit ce fichier.')
    const closed = await agent.submit(screen, {}, `${screen.url}/decision`)
    expect(closed.text).toContain('L’importation est close.')
    expect(closed.text).toContain('Close, sans effet')
    expect((await agent.get(paths.agency.queue())).text).not.toContain('Rien à appliquer')
    const refused = await checked(`${head}\n5O39;;;\n`)
    expect(refused.text).toContain('Aucune ligne n’est à appliquer')
  })

  it('RE9: of a form sent twice is one', async () => {
    const screen = await agent.get(own.imports())
    const typed = {
      contenu: 'employers',
      fichier: file(`${head}\n400020;Deux;01/01/2020;Fès\n`, 'deux.csv'),
    }
    const [one, two] = await Promise.all([
      agent.submit(screen, typed, own.imports()),
      agent.submit(screen, typed, own.imports()),
    ])
    expect(one.url).toBe(two.url)
    await site.runJobs()
    const ready = await agent.get(one.url)
    const pressed = await Promise.all(
      Array.from({ length: 5 }, () => agent.submit(ready, {}, `${one.url}/decision`)),
    )
    expect(pressed.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200])
    await site.runJobs()
    const [row] = await site.database.ownerQuery<{ count: bigint }>(
      "select count(*) from audit_events where action = 'import.confirmed' and details->>'file' = 'deux.csv'",
    )
    expect(row?.count).toBe(1n)
  })

  it('tells who comes too late', async () => {
    const screen = await checked(`${head}\n400030;Trois;01/01/2020;Fès\n`)
    await agent.submit(screen, { decision: 'abandon' }, `${screen.url}/decision`)
    const late = await agent.submit(screen, {}, `${screen.url}/decision`)
    expect(late.status).toBe(409)
    expect(late.mistakes).toEqual([
      'Cette importation n’attend plus de décision. Relisez son état ci-dessous.',
    ])
  })
})

describe('sending a file', () => {
  it('asks for what is missing, at its place', async () => {
    const screen = await agent.get(own.imports())
    const wrong = await agent.submit(screen, {}, own.imports())
    expect(wrong.status).toBe(422)
    expect(wrong.mistakes).toEqual([
      'Dites ce que contient le fichier.',
      'Choisissez un fichier CSV ou Excel.',
    ])
    const empty = await upload(file(''))
    expect(empty.mistakes).toEqual([
      'Ce fichier est vide. Choisissez celui qui contient les lignes.',
    ])
  })

  it.each([
    [
      'a program under the name of a table',
      Buffer.from('MZ\x90\0'.padEnd(200, 'x'), 'latin1'),
      'Ce fichier n’est ni un texte ni un classeur Excel lisible',
    ],
    ['a page', '<!doctype html><script>alert(1)</script>', 'La ligne des noms de colonnes manque'],
    ['another encoding', Buffer.from(`\ufeff${head}\n`, 'utf16le'), 'Ce fichier est en UTF-16.'],
    ['no line', head, 'Le fichier ne contient aucune ligne.'],
  ])('AT84: refuses %s, says why, and keeps the way open', async (_, content, sentence) => {
    const name = '..\\..\\con\u202e.exe.csv'
    const received = await upload(file(content, name))
    await site.runJobs()
    const screen = await agent.get(received.url)
    expect(screen.text).toContain('Ce fichier ne peut pas être importé.')
    expect(screen.text).toContain(sentence)
    expect(screen.text).toContain('Importer un autre fichier')
    expect(screen.title).toContain('con.exe.csv')
    expect(screen.body).not.toContain('\u202e')
    expect(screen.document.querySelector('form[action$="decision"]')).toBeNull()
  })

  it('speaks Arabic', async () => {
    const wrong = await agent.submit(await agent.get(`${own.imports()}?lang=ar`), {}, own.imports())
    expect(wrong.mistakes[0]).toBe('حددوا محتوى الملف.')
    await agent.get(`${own.imports()}?lang=fr`)
  })
})

describe('AT100: a report', () => {
  it('echoes what was wrong and is never a formula', async () => {
    const text = `${head};E-mail\n"=HYPERLINK(""http://x"")";+A;01/01/2020;@SUM(1);-2+3\n400040;=1+1;31/02/2020;x;\n`
    const { id } = await anImport(site, 'employers', text)
    const report = await agent.get(own.importReport({ id }))
    expect(report.headers.get('content-disposition')).toContain('attachment')
    expect(report.body.startsWith('Ligne;Colonne;Champ;Valeur;Constat;')).toBe(true)
    expect(report.body).toContain(`2;A;N° Adhérent;"'=HYPERLINK(""http://x"")"`)
    expect(report.body).toContain(`2;E;E-mail;"'-2+3";`)
    const cells = report.body.split(/[;\r\n]+/).filter((cell) => /^"?[=+@\t-]/.test(cell))
    expect(cells).toEqual([])
  })

  it('hides identity numbers', async () => {
    const text = 'N° Adhérent;Catégorie;N° CNIE\n005839;01;SECRET99999999\n'
    const { id } = await anImport(site, 'members', text)
    expect((await agent.get(own.importReport({ id }))).body).not.toContain('SECRET99999999')
    expect((await agent.get(own.import({ id }))).body).not.toContain('SECRET99999999')
  })
})

describe('a template', () => {
  it('is downloaded with an example', async () => {
    const template = await agent.get(own.importTemplate({ kind: 'members' }))
    expect(template.headers.get('content-disposition')).toContain('modele-affilies.csv')
    expect(template.body).toContain('N° Adhérent;Catégorie;N° affilié;Nom;Prénom;')
    expect((await agent.get(own.importTemplate({ kind: 'autre' }))).status).toBe(404)
  })
})

describe('a file of delegates', () => {
  const text = (number: string) =>
    `N° Adhérent;Nom;Prénom;Pièce d’identité;N° de la pièce;Fonction;E-mail;Mobile;Téléservices\n${number};LAHLOU;Khadija;CNIE;BK777001;Paie;khadija@papier.example;06 61 23 45 67;Télédéclaration\n`

  it('is asked for by a supervisor and agreed to by another, with their password', async () => {
    const company = await anEmployer(site, { name: 'Zellige SARL', services: [] })
    const one = await signedIn(
      site,
      await anAgent(site, { role: 'supervisor', firstName: 'Salma', lastName: 'Kettani' }),
    )
    const two = await signedIn(site, await anAgent(site, { role: 'supervisor' }))
    const { id } = await anImport(site, 'delegates', text(company.number))
    const address = own.import({ id })
    const accord = own.agreeToImport({ id })

    const reading = await agent.get(address)
    expect(reading.text).toContain('Un superviseur doit relire ces lignes')
    expect(reading.text).toContain(`${company.number} Zellige SARL Khadija LAHLOU`)
    expect(reading.body).not.toContain('BK777001')
    const asked = await one.submit(await one.get(address), {}, own.decideImport({ id }))
    expect(asked.text).toContain('La demande est enregistrée.')
    expect(asked.text).toContain('Un autre superviseur, qui n’a ni envoyé ni demandé ce fichier')
    expect(asked.document.querySelector('input[type=password]')).toBeNull()

    const shown = await two.get(address)
    expect(shown.text).toContain('Ouvrir l’accès d’une personne')
    expect((await two.submit(shown, {}, accord)).mistakes).toEqual([
      'Saisissez votre mot de passe pour donner votre accord.',
    ])
    const wrong = await two.submit(shown, { password: 'pas le bon mot de passe' }, accord)
    expect(wrong.status).toBe(422)
    const done = await two.submit(shown, { password: goodPassword }, accord)
    expect(done.text).toContain('L’application commence.')
    await site.runJobs()
    expect((await agent.get(address)).text).toContain('Salma Kettani a demandé l’accord le')
    expect(
      await site.database.ownerQuery('select 1 from delegates where employer_id = $1', [
        company.id,
      ]),
    ).toHaveLength(1)
  })

  it('is not agreed to by an agent', async () => {
    const company = await anEmployer(site, { services: [] })
    const { id } = await anImport(site, 'delegates', text(company.number))
    const screen = await agent.get(own.import({ id }))
    const answer = await agent.submit(screen, { decision: 'confirm' }, own.decideImport({ id }))
    expect(answer.status).toBe(409)
    expect(answer.text).toContain(
      'Ce fichier donne des pouvoirs : un superviseur doit en demander l’application.',
    )
  })
})

describe('what an import shows of others', () => {
  it('is for agents alone, whoever sent it', async () => {
    const other = agentActor(await anAgent(site))
    const { id } = await anImport(site, 'employers', `${head}\n400050;Privée;01/01/2020;Fès\n`, {
      actor: other,
    })
    expect((await agent.get(own.import({ id }))).text).toContain('Salma Berrada')
    const stranger = site.visitor()
    expect((await stranger.raw(own.import({ id }))).status).toBe(303)
    expect((await agent.get(own.import({ id: 'x' }))).status).toBe(404)
  })
})
