import { accept, askForACard } from './agency.ts'
import { type Asked, begin, complete, prepare, send } from './clerk.ts'
import type { Office, Somebody } from './office.ts'

/** A claim that waits for its decision, and the number that it is known by. */
export interface Accepted {
  readonly id: string
  readonly reference: string
}

/** From the search of the person until every document is accepted, one of them asked again on the way. */
export async function untilAccepted(
  office: Office,
  who: Somebody,
  asked: Asked,
): Promise<Accepted> {
  const id = await begin(office, who, asked)
  await prepare(office, who, asked)
  const reference = await send(office)
  await askForACard(office, id)
  await complete(office, id)
  await accept(office, id, asked.documents)
  return { id, reference }
}
