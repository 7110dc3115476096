import { parse } from 'csv-parse/sync'
import Papa from 'papaparse'
import { builtEngine, type Engine } from './built-engine.ts'
import { declarationFile } from './declaration-file.ts'
import { type Row, row } from './row.ts'
import { alternate, time } from './timing.ts'

const lines = 100_000
const rounds = 5

/**
 * ME4: the same table read and checked by every rule, beside PapaParse with the same rules on its arrays, and beside parsers that check
 * nothing. PapaParse gives records, which is what a program that checks needs, or arrays of texts, which is the quickest it can do;
 * csv-parse gives arrays.
 */
export async function measureParser(): Promise<Row[]> {
  const { checkArrays, checkDeclarationInto } = await builtEngine()
  const bytes = tableOf(await builtEngine())
  let seen = 0
  const sink = { line: () => void (seen += 1), finding: () => undefined }
  const text = () => new TextDecoder().decode(bytes)
  const context = { employerNumber: '005839' }
  const arrays = () => Papa.parse<string[]>(text(), { delimiter: ';' }).data
  const once = (work: () => unknown) => () => time(1, 1, async () => void work())
  const times = await alternate(rounds, {
    ours: once(() => checkDeclarationInto(bytes, context, sink)),
    sameRules: once(() => checkArrays(arrays(), context, sink)),
    records: once(() => Papa.parse(text(), { delimiter: ';', header: true })),
    arrays: once(arrays),
    csvParse: once(() => parse(Buffer.from(bytes), { delimiter: ';', bom: true })),
  })
  if (seen !== 2 * lines * (rounds + 1)) throw new Error(`${seen} lines accepted`)
  const ours = times.ours.cpuMs / 1000
  const beside = (id: string, peer: string, cpuMs: number) => {
    const comparator = cpuMs / 1000
    const what = `100,000 rows of CSV read and every rule checked, CPU (${peer})`
    return row({ id, what, ours, comparator, unit: 's', target: ['<=', comparator] })
  }
  return [
    beside('ME4.same', 'PapaParse, the same rules', times.sameRules.cpuMs),
    beside('ME4.records', 'PapaParse, records, read only', times.records.cpuMs),
    beside('ME4.arrays', 'PapaParse, arrays, read only', times.arrays.cpuMs),
    beside('ME4.csv-parse', 'csv-parse, arrays, read only', times.csvParse.cpuMs),
  ]
}

/** By an engine that is not measured. */
function tableOf({ checkDeclaration, templateCsv, writeDeclaration }: Engine): Uint8Array {
  const { declaredLines } = checkDeclaration(declarationFile('005839', lines))
  return new TextEncoder().encode(writeDeclaration(templateCsv, declaredLines))
}
