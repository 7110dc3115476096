import { paths } from '../../src/web/paths.ts'
import type { TestSite } from './site.ts'
import type { Screen, Visitor } from './visitor.ts'

const own = paths.agency

type Typed = Parameters<Visitor['submit']>[1]

const addressesIn = (page: Screen, links: string) =>
  page.document.querySelectorAll(links).map((link) => link.getAttribute('href') ?? '')

/** An agent opens every page of one document, or of all of them. */
export async function openPages(agent: Visitor, id: string, code = ''): Promise<void> {
  const page = await agent.get(own.claim({ id }))
  for (const document of addressesIn(page, `a[href*="?piece=${code}"].task-name`))
    for (const scan of addressesIn(await agent.get(document), 'a[href*="/fichiers/"]'))
      await agent.raw(scan)
}

/** An agent says what they think of one document. */
export async function reviewDocument(
  agent: Visitor,
  { id, code }: { readonly id: string; readonly code: string },
  typed: Typed,
): Promise<Screen> {
  const page = await agent.get(`${own.claim({ id })}?piece=${code}`)
  return agent.submit(page, typed, own.reviewDocument({ id, code }))
}

/** An agent opens every file of a claim, then accepts each document that has some. */
export async function acceptDocuments(agent: Visitor, id: string): Promise<void> {
  const claim = await agent.get(own.claim({ id }))
  for (const address of addressesIn(claim, 'a.task-name')) {
    const page = await agent.get(address)
    for (const scan of addressesIn(page, 'a[href*="/fichiers/"]')) await agent.raw(scan)
    const code = address.split('?piece=')[1] ?? ''
    await agent.submit(page, { avis: 'accepted' }, own.reviewDocument({ id, code }))
  }
}

/** What is typed for the parts of several beneficiaries, in their order. */
export async function partsOf(
  agent: Visitor,
  id: string,
  parts: readonly string[],
): Promise<Record<string, string>> {
  const page = await agent.get(own.claim({ id }))
  const fields = page.document.querySelectorAll('input[name^="part-"]')
  return Object.fromEntries(
    fields.map((field, index) => [field.getAttribute('name') ?? '', parts[index] ?? '']),
  )
}

export async function decideClaim(agent: Visitor, id: string, typed: Typed): Promise<Screen> {
  return agent.submit(await agent.get(own.claim({ id })), typed, own.decideClaim({ id }))
}

/** Everything accepted, then granted. */
export async function grantClaim(agent: Visitor, id: string, typed: Typed): Promise<Screen> {
  await acceptDocuments(agent, id)
  return decideClaim(agent, id, { decision: 'granted', ...typed })
}

export async function fixComplement(agent: Visitor, id: string, typed: Typed): Promise<Screen> {
  return agent.submit(await agent.get(own.claim({ id })), typed, own.fixComplement({ id }))
}

/** Another agent confirms what waits, or sends it back. */
export async function settleClaim(
  agent: Visitor,
  id: string,
  accord: 'oui' | 'non',
): Promise<Screen> {
  const typed = { accord, raison: accord === 'non' ? 'Montant à revoir.' : '' }
  return agent.submit(await agent.get(own.claim({ id })), typed, own.settleClaim({ id }))
}

export async function askForMore(agent: Visitor, id: string, note = ''): Promise<Screen> {
  return agent.submit(await agent.get(own.claim({ id })), { note }, own.askForMore({ id }))
}

/** Above what one agent decides. */
export const largePension = {
  decision: 'granted',
  debut: '01/01/2027',
  annuelle: '240000',
  raison: 'Relevé.',
}

/** Where a claim stands in the agents' queue; nowhere once nothing is expected of them. */
export async function rankInQueue(site: TestSite, id: string): Promise<number | undefined> {
  const [item] = await site.database.ownerQuery<{ rank: number }>(
    `select rank from work_items where subject_kind = 'claim' and subject_id = $1`,
    [id],
  )
  return item?.rank
}
