import { structure190 } from '../src/declarations/checking/layouts/structure-190.ts'
import { builtEngine } from './built-engine.ts'
import { declarationFile } from './declaration-file.ts'
import { type Row, row } from './row.ts'
import { alternate, time } from './timing.ts'

const lines = 100_000
const rounds = 5

/** ME4: reading and checking alone, no portal and no database; beside cutting the same bytes into the same fields. */
export async function measureEngine(): Promise<Row[]> {
  const { checkDeclarationInto } = await builtEngine()
  const bytes = declarationFile('005839', lines)
  let [seen, fields] = [0, 0]
  const count = { line: () => void (seen += 1), finding: () => undefined }
  const times = await alternate(rounds, {
    ours: () =>
      time(1, 1, async () => void checkDeclarationInto(bytes, { employerNumber: '005839' }, count)),
    cut: () => time(1, 1, async () => void (fields += cutAll(bytes))),
  })
  if (seen !== lines * (rounds + 1)) throw new Error(`${seen} lines accepted`)
  if (fields === 0) throw new Error('nothing was cut')
  return [
    row({
      id: 'ME4',
      what: '100,000 lines read and every rule checked, CPU (limit: the same bytes cut into fields)',
      ours: times.ours.cpuMs / 1000,
      limit: times.cut.cpuMs / 1000,
      unit: 's',
      target: ['<=', 0.65],
    }),
  ]
}

function cutAll(bytes: Uint8Array): number {
  let fields = 0
  for (const text of new TextDecoder().decode(bytes).split('\r\n')) {
    for (const { position, length } of structure190.fields) {
      if (text.slice(position - 1, position - 1 + length) !== '') fields += 1
    }
  }
  return fields
}
