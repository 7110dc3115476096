import { paths } from '../../src/web/paths.ts'
import type { Screen, Visitor } from './visitor.ts'

const own = paths.agency

/** An agent opens every file of a claim, then accepts each document that has some. */
export async function acceptDocuments(agent: Visitor, id: string): Promise<void> {
  const page = await agent.get(own.claim({ id }))
  const links = page.document
    .querySelectorAll('a[href*="/fichiers/"]')
    .map((link) => link.getAttribute('href') ?? '')
  for (const link of links) await agent.raw(link)
  const prefix = own.reviewDocument({ id, code: '' })
  const reviews = page.document
    .querySelectorAll('form')
    .map((form) => form.getAttribute('action') ?? '')
    .filter((action) => action.startsWith(prefix))
  for (const review of reviews)
    await agent.submit(await agent.get(own.claim({ id })), { avis: 'accepted' }, review)
}

export async function decideClaim(
  agent: Visitor,
  id: string,
  typed: Record<string, string>,
): Promise<Screen> {
  return agent.submit(await agent.get(own.claim({ id })), typed, own.decideClaim({ id }))
}

/** Everything accepted, then granted. */
export async function grantClaim(
  agent: Visitor,
  id: string,
  typed: Record<string, string>,
): Promise<Screen> {
  await acceptDocuments(agent, id)
  return decideClaim(agent, id, { decision: 'granted', ...typed })
}

export async function fixComplement(
  agent: Visitor,
  id: string,
  typed: Record<string, string>,
): Promise<Screen> {
  return agent.submit(await agent.get(own.claim({ id })), typed, own.fixComplement({ id }))
}

/** Another agent confirms what waits, or sends it back. */
export async function settleClaim(
  agent: Visitor,
  id: string,
  accord: 'oui' | 'non',
): Promise<Screen> {
  return agent.submit(await agent.get(own.claim({ id })), { accord }, own.settleClaim({ id }))
}
