import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { exampleFile, exampleLine } from './example-line.ts'
import { alKamilRates, alMounassibRates, checkDeclaration, checkDeclarationInto } from './index.ts'
import { centimes, sum } from '../../money/index.ts'

const golden = readFileSync('test/golden/declarations/CIMR_005839_T3_2024.txt')

describe('the three golden lines of the fund’s file', () => {
  const result = checkDeclaration(golden, { employerNumber: '005839' })

  it('are recognised: layout, encoding, line ends, nothing blocking', () => {
    expect(result).toMatchObject({
      layout: 'structure-190',
      encoding: 'utf-8',
      lineEnd: 'crlf',
      lines: 3,
      accepted: 3,
    })
    expect(result.findings.map(({ line, code, severity }) => [line, code, severity])).toEqual([
      [3, 'new_member_without_identity', 'to_confirm'],
    ])
  })

  it.each([
    [1, 3600025n, 216002n, 280802n],
    [2, 2400000n, 144000n, 187200n],
    [3, 4500050n, 270003n, 351004n],
  ])('line %s gives the published amounts', (line, salary, employee, employer) => {
    expect(result.declaredLines[line - 1]).toMatchObject({ line, salary, employee, employer })
  })

  it('add up to 14 490,11 DH', () => {
    expect(result.totals).toEqual([
      {
        category: '01',
        members: 3,
        salary: 10500075n,
        employee: 630005n,
        employer: 819006n,
        total: 1449011n,
      },
    ])
  })

  it('say who is who', () => {
    expect(result.declaredLines).toMatchObject([
      {
        leaving: false,
        memberNumber: '000123456',
        lastName: 'EL AMRANI',
        identityNumber: 'BE123456',
      },
      { leaving: true, memberNumber: '000123457', leftOn: '2024-08-31', mobile: null, email: null },
      { memberNumber: null, nationality: 'A', identityNumber: null, cnssNumber: null },
    ])
    expect(result.declaredLines[0]).toMatchObject({
      joinedOn: '2010-03-01',
      bornOn: '1985-07-15',
      maritalStatus: 'M',
      children: 2,
      mobile: '00212661234567',
      email: 'FZ.ELAMRANI@EXEMPLE.MA',
      quarter: { year: 2024, quarter: 3 },
    })
  })
})

describe('the published rates', () => {
  it('are the employee rate plus 30 %, half up to the hundredth', () => {
    expect(alKamilRates).toHaveLength(12)
    expect(alMounassibRates).toHaveLength(7)
    for (const { employeeRate, employerRate } of [...alKamilRates, ...alMounassibRates]) {
      expect(employerRate).toBe(Math.floor((employeeRate * 13 + 5) / 10))
    }
  })

  it.each([...alKamilRates, ...alMounassibRates])(
    '$employeeRate is taken at $employerRate',
    (pair) => {
      const employeeRate = String(pair.employeeRate).padStart(4, '0')
      const [line] = checkDeclaration(exampleFile(exampleLine({ employeeRate }))).declaredLines
      expect(line).toMatchObject(pair)
    },
  )

  it('apply the printed employer rate, not 1,3 times the employee part', () => {
    const file = exampleFile(exampleLine({ employeeRate: '0375', salary: '0003333333' }))
    expect(checkDeclaration(file).declaredLines).toMatchObject([
      { employee: 125000n, employer: 162667n },
    ])
  })

  it('round each line before adding: 100 lines of half a centime are 100 centimes', () => {
    const lines = Array.from({ length: 100 }, (_, index) =>
      exampleLine({
        memberNumber: String(index + 1).padStart(9, '0'),
        salary: '0000000025',
        employeeRate: '1000',
      }),
    )
    const { totals, declaredLines } = checkDeclaration(exampleFile(...lines))
    expect(declaredLines[0]).toMatchObject({ employee: 3n, employer: 3n })
    expect(totals).toMatchObject([{ salary: 2500n, employee: 300n, employer: 300n, total: 600n }])
  })
})

describe('a large file', () => {
  const lines = Array.from({ length: 12_000 }, (_, index) =>
    exampleLine({ memberNumber: String(index + 1).padStart(9, '0') }),
  )

  it('is read in blocks without losing a line between two', () => {
    const { accepted, declaredLines, totals, findings } = checkDeclaration(exampleFile(...lines))
    expect(findings).toEqual([])
    expect(accepted).toBe(12_000)
    expect(declaredLines.map(({ line }) => line)).toEqual(lines.map((_, index) => index + 1))
    expect(totals).toMatchObject([{ members: 12_000, salary: 12_000n * 3600025n }])
  })

  it('keeps the columns right when an accent stands on the edge of a block', () => {
    const accented = lines.map((line) => line.replace('EL AMRANI ', 'EL ÀMRANI '))
    const { findings } = checkDeclaration(exampleFile(...accented))
    expect(findings).toHaveLength(12_000)
    expect(findings.every(({ code, column }) => code === 'name_rewritten' && column === 23)).toBe(
      true,
    )
  })

  it('is stopped by rule at the limit of lines', () => {
    const result = checkDeclaration(exampleFile(...lines), { limits: { lines: 10_000 } })
    expect(result).toMatchObject({ lines: 10_000, accepted: 10_000 })
    expect(result.findings).toMatchObject([
      { line: 10_001, code: 'too_many_lines', severity: 'blocking', params: { limit: '10000' } },
    ])
  })

  it('shows a limited number of findings and says how many are left', () => {
    const bad = lines.map((line) => line.replace('0003600025', '000360002O'))
    const result = checkDeclaration(exampleFile(...bad), { limits: { findings: 50 } })
    expect(result.findings).toHaveLength(51)
    expect(result.findings.at(-1)).toMatchObject({
      code: 'findings_cut',
      params: { left: '11950' },
    })
    expect(result).toMatchObject({ lines: 12_000, accepted: 0 })
  })

  it('hands over its lines one by one, the findings of a line before it', () => {
    const told: string[] = []
    const summary = checkDeclarationInto(
      golden,
      {},
      {
        line: ({ line, salary }) => told.push(`line ${line} ${salary}`),
        finding: ({ line, code }) => told.push(`finding ${line} ${code}`),
      },
    )
    expect(told).toEqual([
      'line 1 3600025',
      'line 2 2400000',
      'finding 3 new_member_without_identity',
      'line 3 4500050',
    ])
    expect(sum(summary.totals.map(({ total }) => total))).toBe(centimes(1449011))
  })
})
