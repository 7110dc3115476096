import { setTimeout as wait } from 'node:timers/promises'
import type { Company } from '../chaos/arrange.ts'
import { arrange } from '../chaos/arrange.ts'
import { Client } from '../chaos/client.ts'
import { createUserOnce } from '../chaos/delegate.ts'
import { signInAt } from '../chaos/doors.ts'
import { Journal } from '../chaos/journal.ts'
import { seeded } from '../chaos/random.ts'
import { goodFile } from '../support/depositing.ts'
import type { Installation } from './installation.ts'

/** A company whose delegate invites people and whose declarant sends files, on an installation. */
export class People {
  readonly journal = new Journal()
  readonly company: Company
  readonly delegate: Client
  readonly #installation: Installation
  readonly #random = seeded(1)

  /** `url`: where people go, when it is not the balancer's. */
  static async on(installation: Installation, url = installation.url): Promise<People> {
    const { database, dataFolder } = installation
    const { companies } = await arrange(database.appUrl, dataFolder, 0)
    const [company] = companies
    if (!company) throw new Error('no company was arranged')
    return new People(Object.create(installation, { url: { value: url } }) as Installation, company)
  }

  constructor(installation: Installation, company: Company) {
    this.#installation = installation
    this.company = company
    this.delegate = new Client(installation)
  }

  /** Creates somebody, who is invited by mail; whether that was acknowledged. */
  async invite(): Promise<boolean> {
    const before = this.journal.of('user').length
    await createUserOnce(this.delegate, this.journal, this.company, this.#random)
    return this.journal.of('user').length > before
  }

  /** Sends a file, of a few lines unless told, and waits until it is checked. */
  async declare(quarter: string, lines = 5): Promise<void> {
    const client = new Client(this.#installation)
    const [account] = this.company.declarants
    if (!account) throw new Error('nobody declares')
    const fields = { login: account.login, password: account.password }
    await signInAt(client, this.journal, { path: '/connexion/teledeclaration', fields })
    const page = await client.page(`/teledeclaration/periodes/01/${quarter}`)
    const bytes = goodFile(this.company.number, lines, 1_000_000)
    const fichier = new File([new Uint8Array(bytes)], 'declaration.txt', { type: 'text/plain' })
    const led = await client.effect(
      () =>
        client.visitor.submit(page, { fichier }, `/teledeclaration/periodes/01/${quarter}/fichier`),
      /^\/teledeclaration\//,
    )
    if (led === null) throw new Error('the file was not answered for')
    // A busy machine is told of the deposit first, of its check later.
    const waits = `select from deposits where state = 'received'`
    while ((await this.#installation.database.ask(waits)).length > 0) await wait(100)
    const checked = `select from declarations d join employers e on e.id = d.employer_id where e.employer_number = $1 and d.state = 'checked'`
    const { length } = await this.#installation.database.ask(checked, [this.company.number])
    if (length !== 1) throw new Error(`${length} checks of the file at ${led}`)
  }
}
