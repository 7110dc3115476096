import { paths } from '../web/paths.ts'
import type { Words } from '../web/words/index.ts'

/** Names that stand for the reader's own values. */
export const standIns = { key: 'CLE', id: 'ID', receipt: 'R-2024T3-005839-01-000042' } as const

export interface Example {
  readonly name: keyof Words['machine']['examples']
  readonly command: string
}

const put = (pattern: string, values: Readonly<Record<string, string>>) =>
  pattern.replace(/:([a-z]+)/g, (_, name: string) => values[name] ?? '')

/** What is shown to who writes the software, and run by a test as it stands. */
export function examplesAt(origin: string): readonly Example[] {
  const { api } = paths
  const { key, id, receipt } = standIns
  const at = (address: string) => `'${origin}${address}'`
  const curl = (address: string, ...options: string[]) =>
    ['curl', `-H 'Authorization: Bearer ${key}'`, ...options, at(address)].join(' \\\n  ')
  const file = ["-H 'Content-Type: text/plain'", '--data-binary @CIMR_005839_T3_2024.txt']
  const json = (body: string) => ["-H 'Content-Type: application/json'", `--data '${body}'`]
  return [
    { name: 'check', command: curl(`${api.check()}?category=01&quarter=2024T3`, ...file) },
    {
      name: 'declare',
      command: curl(
        `${api.declarations()}?category=01&quarter=2024T3&name=CIMR_005839_T3_2024.txt`,
        "-H 'Idempotency-Key: paie-2024T3-01'",
        ...file,
      ),
    },
    { name: 'read', command: curl(put(api.declaration.pattern, { id })) },
    {
      name: 'confirm',
      command: curl(
        put(api.confirmations.pattern, { id }),
        ...json(
          '{"version":1,"code":"new_member_without_identity","field":"identityNumber","reason":"Pièce demandée"}',
        ),
      ),
    },
    { name: 'send', command: curl(put(api.send.pattern, { id }), ...json('{"version":2}')) },
    { name: 'receipts', command: curl(`${api.receipts()}?year=2024`) },
    {
      name: 'pdf',
      command: curl(put(api.receiptPdf.pattern, { number: receipt }), '--output recu.pdf'),
    },
    { name: 'statement', command: curl(`${api.statement()}?after=0&limit=100`) },
    {
      name: 'csv',
      command: curl(`${api.statement()}?after=0&limit=100`, "-H 'Accept: text/csv'"),
    },
  ]
}
