import { createHash } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { rowsIn } from './rows-in.ts'

/** An event as it can be read, and the text that its hash covers. */
interface ExportedEvent {
  readonly chain: string
  readonly sequence: string
  readonly at: string
  readonly actor_kind: string
  readonly actor_id: string | null
  readonly actor_name: string
  readonly action: string
  readonly subject_kind: string
  readonly subject_id: string
  readonly details: unknown
  readonly hashed: string
  readonly hash: string
}

interface VerifiedTrail {
  readonly events: number
  readonly faults: readonly string[]
}

/** The chain computed again, from the first event to its end; what can be read of each event is what was hashed. */
export async function verifyTrail(folder: string): Promise<VerifiedTrail> {
  const last = { sequence: 0n, hash: '' }
  const broken = (what: string) => ({ events: Number(last.sequence), faults: [what] })
  try {
    for await (const event of rowsIn<ExportedEvent>(folder, 'audit_events')) {
      const next = last.sequence + 1n
      if (!follows(event, last)) return broken(`event ${next} is missing, or not what was written`)
      if (!isReadAsHashed(event)) return broken(`event ${next} does not read as what was hashed`)
      last.sequence = next
      last.hash = event.hash
    }
    let head = ''
    for await (const { last_hash: hash } of rowsIn<{ last_hash: string }>(folder, 'audit_chains'))
      head = hash
    return head === last.hash
      ? { events: Number(last.sequence), faults: [] }
      : broken('the end of the trail is missing')
  } catch {
    return broken('the trail cannot be read')
  }
}

function follows(
  event: ExportedEvent,
  last: { readonly sequence: bigint; readonly hash: string },
): boolean {
  const hash = createHash('sha256').update(Buffer.from(last.hash, 'hex')).update(event.hashed)
  return BigInt(event.sequence) === last.sequence + 1n && hash.digest('hex') === event.hash
}

/** The text begins with the columns, in their order, and ends with the details (docs/domain/takeout.md). */
function isReadAsHashed(event: ExportedEvent): boolean {
  const start = [
    event.chain,
    event.sequence,
    String(microseconds(event.at)),
    event.actor_kind,
    event.actor_id ?? '',
    event.actor_name,
    event.action,
    event.subject_kind,
    event.subject_id,
    '',
  ].join('\u001f')
  return (
    event.hashed.startsWith(start) &&
    isDeepStrictEqual(JSON.parse(event.hashed.slice(start.length)), event.details)
  )
}

/** Of an instant as the archive writes it, such as 2026-03-12T09:30:00.123456+00:00. */
function microseconds(instant: string): bigint {
  const [, second = '', fraction = '', zone = ''] =
    /^(.{19})(?:\.(\d{1,6}))?(Z|[+-]\d\d:\d\d)$/.exec(instant) ?? []
  return BigInt(Date.parse(`${second}${zone}`)) * 1_000n + BigInt(fraction.padEnd(6, '0'))
}
