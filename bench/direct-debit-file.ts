import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { spawnSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { XmlDocument, XsdValidator } from 'libxml2-wasm'
import { localDate } from '../src/calendar/index.ts'
import { pain008 } from '../src/direct-debits/adapters/pain-008.ts'
import { checkCollection } from '../src/direct-debits/check-collection.ts'
import type { Collection } from '../src/direct-debits/collection-file.ts'
import { type Rib, ribKey } from '../src/employers/rib.ts'
import { centimes, decimalString } from '../src/money/index.ts'
import { findProjectRoot } from '../src/platform/project-root.ts'
import { type Row, row } from './row.ts'
import { alternate, time, type Timing } from './timing.ts'

const entries = 100_000
const rounds = 3
const schemaFile = path.join(findProjectRoot(), '../shared/iso20022/pain.008.001.02.xsd')

/** ME11: a collection of 100,000 debits written, guarded, hashed and, where the schema is at hand, checked against it. */
export async function measureDirectDebitFile(): Promise<Row[]> {
  const collection = manyDebits()
  const hasSchema = existsSync(schemaFile)
  const xmllint = hasSchema && spawnSync('xmllint', ['--version']).status === 0
  const folder = mkdtempSync(path.join(tmpdir(), 'guichet-bench-'))
  try {
    const beforeMb = peakMb()
    await whole(collection, false)
    const portalMb = peakMb() - beforeMb
    const times = await alternate(rounds, {
      ours: () => time(1, 1, () => whole(collection, hasSchema)),
      builder: () => time(1, 1, () => built(collection, xmllint ? folder : null)),
    })
    const checked = hasSchema ? 'and checked against the XSD' : 'no XSD at hand'
    const beside = `string builder${xmllint ? ' and xmllint' : ', no xmllint here'}`
    return [
      row({
        id: 'ME11',
        what: `100,000 direct debits written, guarded, hashed, ${checked}, processor (comparator: ${beside})`,
        ours: times.ours.cpuMs / 1000,
        comparator: times.builder.cpuMs / 1000,
        unit: 's',
        target: ['<=', 2],
      }),
      row({
        id: 'ME11.wall',
        what: 'the same, wall time',
        ours: medianMs(times.ours) / 1000,
        comparator: medianMs(times.builder) / 1000,
        unit: 's',
        target: ['<=', 2],
      }),
      row({
        id: 'ME11.memory',
        what: 'most memory above what the process held, as the portal makes it (without the XSD)',
        ours: portalMb,
        unit: 'MB',
        target: ['<=', 512],
      }),
      row({
        id: 'ME11.schema',
        what: 'most memory above that, once the XSD has looked at it too',
        ours: peakMb() - beforeMb,
        unit: 'MB',
        target: ['<=', 1536],
      }),
    ]
  } finally {
    rmSync(folder, { recursive: true })
  }
}

async function whole(collection: Collection, hasSchema: boolean): Promise<void> {
  const text = pain008.write(collection)
  const faults = checkCollection(collection, text, pain008)
  if (faults.length > 0) throw new Error(faults[0])
  createHash('sha256').update(text, 'utf8').digest()
  if (hasSchema) validate(text)
}

function validate(text: string): void {
  using schema = XmlDocument.fromBuffer(readFileSync(schemaFile))
  using validator = XsdValidator.fromDoc(schema)
  using document = XmlDocument.fromString(text)
  validator.validate(document)
}

/** What a script would do: the entries glued together, nothing guarded, then the system's own checker. */
async function built(collection: Collection, folder: string | null): Promise<void> {
  const rows = collection.entries.map(
    (one) =>
      `<DrctDbtTxInf><PmtId><EndToEndId>${one.endToEndId}</EndToEndId></PmtId><InstdAmt Ccy="MAD">${decimalString(one.amount)}</InstdAmt><DrctDbtTx><MndtRltdInf><MndtId>${one.mandateReference}</MndtId></MndtRltdInf></DrctDbtTx><DbtrAgt><FinInstnId/></DbtrAgt><Dbtr><Nm>${one.debtorName}</Nm></Dbtr><DbtrAcct><Id><IBAN>MA64${one.rib}</IBAN></Id></DbtrAcct></DrctDbtTxInf>`,
  )
  const text = `<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.008.001.02"><CstmrDrctDbtInitn><GrpHdr><MsgId>B</MsgId><CreDtTm>2026-12-01T00:00:00</CreDtTm><NbOfTxs>${rows.length}</NbOfTxs><InitgPty/></GrpHdr><PmtInf><PmtInfId>B-1</PmtInfId><PmtMtd>DD</PmtMtd><ReqdColltnDt>2026-12-01</ReqdColltnDt><Cdtr/><CdtrAcct><Id><IBAN>MA64${collection.creditor.rib}</IBAN></Id></CdtrAcct><CdtrAgt><FinInstnId/></CdtrAgt>${rows.join('')}</PmtInf></CstmrDrctDbtInitn></Document>`
  createHash('sha256').update(text, 'utf8').digest()
  if (folder === null) return
  const file = path.join(folder, 'built.xml')
  writeFileSync(file, text)
  const done = spawnSync('xmllint', ['--noout', '--schema', schemaFile, file], { encoding: 'utf8' })
  if (done.status !== 0) throw new Error(done.stderr.slice(0, 500))
}

function manyDebits(): Collection {
  return {
    reference: 'COL-2026-000001',
    collectOn: localDate('2026-12-01'),
    madeAt: new Date('2026-11-30T09:30:00Z'),
    creditor: { name: 'Caisse de démonstration', rib: ribOf('0077800000000000000021') },
    entries: Array.from({ length: entries }, (_, index) => ({
      endToEndId: `OP-005839-${String(index).padStart(6, '0')}`,
      amount: centimes(BigInt(100_000 + index)),
      debtorName: `Société anonyme des Établissements ${index} & Fils`,
      rib: ribOf(`011780${String(index).padStart(16, '0')}`),
      mandateReference: `MP-${String(index).padStart(6, '0')}`,
      mandateSignedOn: localDate('2024-01-01'),
    })),
  }
}

function ribOf(first22: string): Rib {
  return `${first22}${ribKey(first22)}` as Rib
}

function medianMs({ each }: Timing): number {
  return each[Math.floor(each.length / 2)] ?? Number.NaN
}

function peakMb(): number {
  return process.resourceUsage().maxRSS / 1024
}
