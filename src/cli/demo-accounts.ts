import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Config } from '../config.ts'
import type { DemoAccount } from '../demo/accounts.ts'

type Accounts = readonly DemoAccount[]

/** The file that scripts read: where the portal is, and who may sign in to what. */
interface AccountsFile {
  readonly baseUrl: string
  readonly accounts: Accounts
}

/** Written beside the database, readable by its owner alone: the passwords of invented people. */
export async function keepAccounts(config: Config, accounts: Accounts): Promise<void> {
  const file = accountsFile(config.dataFolder)
  const content: AccountsFile = { baseUrl: config.url, accounts }
  await writeFile(`${file}.part`, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 })
  await rename(`${file}.part`, file)
}

/** As kept, at today's address: the port may have changed since. */
export async function findAccounts(config: Config): Promise<Accounts | undefined> {
  const text = await readFile(accountsFile(config.dataFolder), 'utf8').catch(() => undefined)
  if (text === undefined) return undefined
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a file this program writes.
  const kept = JSON.parse(text) as AccountsFile
  const accounts = kept.accounts.map((account) => {
    const { pathname } = new URL(account.signInUrl)
    return { ...account, signInUrl: config.url + pathname }
  })
  if (kept.baseUrl !== config.url) await keepAccounts(config, accounts)
  return accounts
}

export async function forgetAccounts(dataFolder: string): Promise<void> {
  await rm(accountsFile(dataFolder), { force: true })
}

export function showAccounts(accounts: Accounts): string[] {
  const columns = ['role', 'identifier', 'password'] as const
  const widths = columns.map((name) => Math.max(...accounts.map((account) => account[name].length)))
  return accounts.map((account) => {
    const cells = columns.map((name, index) => account[name].padEnd(widths[index] ?? 0))
    const secret = account.totpSecret ? `  totpSecret ${account.totpSecret}` : ''
    return `  ${cells.join('  ')}  ${new URL(account.signInUrl).pathname}${secret}`
  })
}

function accountsFile(dataFolder: string): string {
  return path.join(dataFolder, 'demo-accounts.json')
}
