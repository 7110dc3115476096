import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { exampleLine } from '../../src/declarations/checking/example-line.ts'
import { contentDisposition } from '../../src/web/answer-file.ts'
import { safeName } from '../../src/platform/files/upload.ts'
import { aDelegate, anAgent, anEmployer, aProfile, signedIn } from '../support/factories.ts'
import { newestProof } from '../support/letters.ts'
import { readPdf } from '../support/read-pdf.ts'
import { openSite, type TestSite } from '../support/site.ts'
import { delegate, scan, sendSigned, services } from '../support/subscribing.ts'
import type { Screen, Visitor } from '../support/visitor.ts'
import { crawl } from './crawl.ts'

const corpus = [
  '"><script>alert(1)</script>',
  "'><img src=x onerror=alert(2)>",
  '</title><svg onload=alert(3)>',
  '</textarea><script>alert(4)</script>',
  '<a href="javascript:alert(5)">ici</a>',
  '" autofocus onfocus=alert(6) x="',
  '{{constructor.constructor("alert(7)")()}}',
  '&lt;script&gt;alert(8)&lt;/script&gt;',
  '<!--<img src="--><img src=x onerror=alert(9)//">',
  ']]><b>gras</b>',
] as const

/** A name that carries one of the attacks, and by which it is recognised in what is shown. */
const hostile = (index: number) => `Nom${index}${corpus[index % corpus.length] ?? ''}`

let site: TestSite
let boss: Visitor
let agent: Visitor
let applicant: Visitor
const pages = new Map<string, Screen>()
const pdfs: Uint8Array[] = []

beforeAll(async () => {
  site = await openSite()
  const employer = await anEmployer(site, { number: '334455', name: hostile(0) })
  const person = await aDelegate(site, employer, { firstName: hostile(1), lastName: hostile(2) })
  boss = await signedIn(site, person)
  const clerkPerson = await aProfile(site, employer, { firstName: hostile(3) })
  const firm = { name: hostile(4), ice: '002968168000088' }
  const external = { service: 'declaration_external', lastName: hostile(5), firm } as const
  const accountant = await signedIn(site, await aProfile(site, employer, external), employer)
  agent = await signedIn(site, await anAgent(site, { firstName: hostile(6), lastName: hostile(7) }))
  await fillByHand()
  const clerk = await signedIn(site, clerkPerson)
  await sendFile(clerk)
  const letterId = await subscribeWithHostileAnswers()
  await askForCompletion(letterId)
  const starts: [string, Visitor, string[]][] = [
    [
      'delegate',
      boss,
      ['/administration', '/administration/journal', '/administration/lettres', '/mon-compte'],
    ],
    ['clerk', clerk, ['/teledeclaration', '/teledeclaration/recus', '/mon-compte']],
    ['accountant', accountant, ['/teledeclaration/entreprises', '/teledeclaration']],
    [
      'agent',
      agent,
      [
        '/agence',
        '/agence/recherche?q=334455',
        '/agence/recherche?q=Nom0',
        `/agence/dossiers/${letterId}`,
      ],
    ],
    ['applicant', applicant, ['/suivi/dossier', '/abonnement/verification', '/abonnement/etapes']],
    ['guest', site.visitor(), ['/', '/courriels']],
  ]
  for (const [who, visitor, from] of starts)
    for (const [url, screen] of await crawl(visitor, from)) pages.set(`${who} ${url}`, screen)
  await site.runJobs()
})
afterAll(() => site.close())

/** Everything that people type in the forms of a company. */
async function fillByHand(): Promise<void> {
  const create = '/administration/utilisateurs/interne/nouveau'
  const created = await boss.submit(await boss.get(create), {
    lastName: hostile(8),
    firstName: hostile(9),
    jobTitle: hostile(10),
    email: 'nouvelle@entreprise.example',
    identityNumber: 'BE445566',
    login: 'nouvelle',
    mode: 'form',
    categories: ['01'],
  })
  expect(created.status).toBe(200)
  const accounts = '/administration/comptes-bancaires'
  const added = await boss.submit(await boss.get(accounts), {
    rib: '230780000000000000000039',
    holder: hostile(11),
  })
  expect(added.status).toBe(200)
  const pdf = /href="([^"]*mandat\.pdf)"/.exec(added.body)?.[1]
  if (pdf) pdfs.push(await bytesOf(boss, pdf))
  const list = await boss.get('/administration/utilisateurs/interne')
  const id = /utilisateurs\/interne\/([0-9a-f-]{36})/.exec(list.body)?.[1] ?? ''
  const state = `/administration/utilisateurs/interne/${id}/etat`
  await boss.submit(await boss.get(`${state}?etape=suspend`), { reason: hostile(12) }, state)
  await boss.submit(await boss.get(`${state}?etape=reactivate`), {}, state)
}

async function sendFile(clerk: Visitor): Promise<void> {
  const period = '/teledeclaration/periodes/01/2026T3'
  const line = exampleLine({ employerNumber: '334455', quarter: '3', year: '2026' })
  // One that is no declaration at all, one with a line that is none.
  for (const content of [hostile(13), `${hostile(13)}\r\n${line}`]) {
    const file = new File([`${content}\r\n`], `${hostile(14)}.txt`, { type: 'text/plain' })
    const shown = await clerk.submit(
      await clerk.get(period),
      { fichier: file },
      `${period}/fichier`,
    )
    pages.set(`clerk ${shown.url}`, shown)
  }
}

async function subscribeWithHostileAnswers(): Promise<string> {
  const sent = await sendSigned(site, '334455', {
    company: {
      name: hostile(15),
      ice: '001561191000066',
      address: hostile(16),
      city: hostile(17),
      phone: '05 22 00 00 00',
      email: 'contact@atlas-textile.example',
    },
    delegate: { ...delegate, firstName: hostile(18), lastName: hostile(19), jobTitle: hostile(20) },
    services: { ...services, signatoryName: hostile(21), signatoryCapacity: hostile(22) },
  })
  applicant = sent.visitor
  const again = scan('deux', `${hostile(23)}.pdf`)
  await applicant.submit(sent.sent, { proof: again }, '/suivi/dossier/justificatif')
  pdfs.push(await bytesOf(applicant, '/suivi/dossier/formulaire.pdf'))
  return sent.letterId
}

async function askForCompletion(letterId: string): Promise<void> {
  const proof = await newestProof(site, letterId)
  await agent.raw(`/agence/dossiers/${letterId}/justificatifs/${proof.id}`)
  const path = `/agence/dossiers/${letterId}/decision`
  const page = await agent.get(`/agence/dossiers/${letterId}`)
  const reason = page.document.querySelector('input[name=motifs]')?.getAttribute('value') ?? ''
  const answer = await agent.raw(path, {
    method: 'POST',
    body: new URLSearchParams({
      csrf: page.document.querySelector('input[name=csrf]')?.getAttribute('value') ?? '',
      version: page.document.querySelector('input[name=version]')?.getAttribute('value') ?? '',
      justificatif: proof.id,
      decision: 'complete',
      motifs: reason,
      precision: hostile(24),
    }),
  })
  expect(answer.status).toBe(303)
}

async function bytesOf(visitor: Visitor, path: string): Promise<Uint8Array> {
  const cookie = [...visitor.cookies].map((pair) => pair.join('=')).join('; ')
  const answer = await site.fetch(
    new Request(`http://localhost:3000${path}`, { headers: { cookie } }),
  )
  expect(answer.headers.get('content-type')).toBe('application/pdf')
  return new Uint8Array(await answer.arrayBuffer())
}

const isHtml = (screen: Screen) => screen.headers.get('content-type')?.startsWith('text/html')
const htmlPages = () => [...pages].filter(([, screen]) => isHtml(screen))

/** What a page holds that no page of ours ever does. */
function livelyParts(document: Screen['document']): string[] {
  const elements = document.querySelectorAll('*')
  return elements.flatMap((one) => {
    const name = one.tagName.toLowerCase()
    const found: string[] = []
    if (name === 'script' && !(one.getAttribute('src') ?? '').startsWith('/public/'))
      found.push('script')
    if (name === 'script' && one.text.trim() !== '') found.push('inline script')
    if (['iframe', 'object', 'embed', 'base', 'style'].includes(name)) found.push(name)
    if (name === 'b' && one.text === 'gras') found.push(name)
    if (name === 'img' && one.getAttribute('src') === 'x') found.push('img')
    for (const [key, value] of Object.entries(one.attributes)) {
      if (/^on|^style$|^srcdoc$|^autofocus$/i.test(key)) found.push(`${name} ${key}`)
      if (/^\s*(javascript|data|vbscript):/i.test(value)) found.push(`${name} ${key}=${value}`)
    }
    return found
  })
}

describe('hostile names, comments and file names', () => {
  it('AT99: really stand on the pages, as text', () => {
    const shown = htmlPages()
      .map(([, screen]) => screen.text)
      .join('\n')
    const seen = Array.from({ length: 25 }, (_, index) => index).filter((index) =>
      shown.includes(`Nom${index}`),
    )
    expect(pages.size).toBeGreaterThan(40)
    // Titles, banks and members' own fields are shown elsewhere or not at all.
    expect(seen.length).toBeGreaterThanOrEqual(18)
    expect(shown).toContain('<script>alert(1)</script>')
  })

  it('AT99: do nothing, in the portal and in the back office', () => {
    const wrong = htmlPages().flatMap(([url, screen]) =>
      livelyParts(screen.document).map((part) => `${url}: ${part}`),
    )
    expect(wrong).toEqual([])
  })

  it('AT99: would be stopped by the policy of every page all the same', () => {
    for (const [, { headers }] of htmlPages()) {
      const policy = headers.get('content-security-policy') ?? ''
      expect(policy).toContain("script-src 'self'")
      expect(policy).not.toMatch(/unsafe-|\*|https?:|data:.*script/)
      expect(headers.get('x-content-type-options')).toBe('nosniff')
    }
  })

  it('AT102: do nothing in mails, whose links all lead to the portal', () => {
    expect(site.mails.length).toBeGreaterThanOrEqual(3)
    const texts = site.mails.map(({ text }) => text).join('\n')
    expect(texts).toMatch(/Nom\d+/)
    for (const mail of site.mails) {
      expect(mail.subject).not.toMatch(/[\r\n]/)
      expect(mail.to).toMatch(/^[^\s<>,;"]+@[^\s<>,;"]+$/)
      const html = mail.html.replaceAll('&lt;', '‹')
      expect(html).not.toMatch(
        /<(script|img|svg|iframe|object|b|form|input|style|link)\b|<[^>]*\son\w+=/i,
      )
      for (const [, url] of html.matchAll(/(?:href|src|action)="([^"]*)"/g))
        expect(url).toMatch(/^http:\/\/localhost:3000\//)
    }
  })

  it('AT103: are drawn as they are in printed forms, which do nothing and fetch nothing', () => {
    expect(pdfs.length).toBe(2)
    const printed = pdfs.map(readPdf)
    const words = printed.map(({ text }) => text.replace(/\s/g, '')).join('')
    expect(words).toContain('<script>alert(1)</script>')
    for (const { structure } of printed) {
      expect(structure).not.toMatch(
        /\/(JS|JavaScript|OpenAction|AA|Launch|SubmitForm|ImportData|GoToR|GoToE|EmbeddedFile|RichMedia|AcroForm|XFA|URI)\b/,
      )
    }
  })
})

describe('PDF syntax in names', () => {
  const strings = [
    ') /JS (app.alert(1))',
    '(((',
    '\\) >> /OpenAction << /S /JavaScript',
    '#image("http://evil.example/x.png")',
    '$ sum $ #read("/etc/passwd")',
    'https://evil.example',
  ]

  it('AT103: is drawn, not obeyed', async () => {
    const bytes = await site.app.pdf.render({
      lang: 'fr',
      fund: { name: 'Caisse', address: ['1, rue'], email: 'a@caisse.example' },
      title: 'Lettre',
      issuedAt: site.clock.now(),
      issuedOn: 'le 24 novembre 2026',
      reference: { label: 'Référence', code: 'RM-7K2M-9QWE', explanation: 'À rappeler.' },
      blocks: [
        {
          kind: 'rows',
          heading: strings[0] ?? '',
          rows: strings.map((value) => ({ label: value, value })),
        },
        { kind: 'paragraphs', paragraphs: strings },
      ],
    } as never)
    const { text, structure } = readPdf(bytes)
    const words = text.replace(/\s/g, '')
    for (const one of strings) expect(words).toContain(one.replace(/\s/g, ''))
    expect(structure).not.toMatch(/\/(JS|JavaScript|OpenAction|Launch|AcroForm|URI|Image)\b/)
    expect(Buffer.from(bytes).toString('latin1')).not.toContain('root:x:0')
  })
})

describe('file names in downloads', () => {
  it.each([
    ['a\r\nSet-Cookie: x=1.pdf'],
    ['a"; filename="b.exe'],
    ["l'été; x.pdf"],
    ['لائحة الأجراء.csv'],
    ['..\\..\\windows\\x.bat'],
    ['a\u202egpj.exe'],
    [`${'é'.repeat(300)}.csv`],
    ['%0d%0aX: y'],
  ])('AT104: %j stays inside its header', (name) => {
    const header = contentDisposition(name)
    const headers = new Headers({ 'content-disposition': header })
    expect(headers.get('content-disposition')).toBe(header)
    // oxlint-disable-next-line no-control-regex
    expect(header).toMatch(
      /^attachment; filename="[\x20-\x7e]*"; filename\*=UTF-8''[\w%!#$&+.^`|~-]*$/,
    )
    const quoted = /filename="([^"]*)"/.exec(header)?.[1] ?? ''
    expect(quoted).not.toMatch(/["\\;%]/)
    const [, encoded = ''] = header.split("UTF-8''")
    expect(decodeURIComponent(encoded)).toBe(name)
  })

  it('AT104: a name as it was sent loses its folders, and what could turn or break it', () => {
    expect(safeName('../../etc/passwd')).toBe('passwd')
    expect(safeName('C:\\temp\\x.pdf')).toBe('x.pdf')
    expect(safeName('a\r\nb\0\u202ec.pdf')).toBe('abc.pdf')
    expect(safeName('x'.repeat(500))).toHaveLength(150)
  })

  it('AT104: every file of the portal is a download with a single, encoded name', () => {
    const files = [...pages].filter(([, screen]) => screen.status === 200 && !isHtml(screen))
    const named = files.filter(([url]) => !/session\/prolonger|openapi\.json/.test(url))
    expect(named.length).toBeGreaterThan(2)
    for (const [url, { headers }] of named) {
      expect(headers.get('content-disposition'), url).toMatch(
        /^attachment; filename="[^"\\]*"; filename\*=UTF-8''[\w%.!~()*-]+$/,
      )
      expect(headers.get('content-security-policy')).toContain('sandbox')
    }
  })
})
