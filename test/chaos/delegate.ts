import type { Company } from './arrange.ts'
import type { Client } from './client.ts'
import { signInAt } from './doors.ts'
import type { Journal } from './journal.ts'
import type { Random } from './random.ts'

let people = 0

/** A delegate creates a declarant with one category, who is invited by mail (product A4, A5). */
export async function createUserOnce(
  client: Client,
  journal: Journal,
  company: Company,
  random: Random,
): Promise<void> {
  const path = '/administration/connexion'
  const fields = { employerNumber: company.number, password: company.delegatePassword }
  if (!(await signInAt(client, journal, { path, fields }))) return
  people += 1
  const free = `agent${people}x${random.between(100, 999)}`
  const form = '/administration/utilisateurs/interne/nouveau'
  const page = await client.page(form)
  const created = await client.effect(
    () =>
      client.visitor.submit(
        page,
        {
          lastName: 'Bennani',
          firstName: 'Karim',
          jobTitle: 'Paie',
          email: `${free}@entreprise-${company.number}.example`,
          phone: '06 61 23 45 67',
          language: 'fr',
          identityKind: 'cin',
          identityNumber: `D${company.number.slice(-1)}${String(people).padStart(5, '0')}`,
          login: free,
          firstPassword: 'link',
          mode: 'prepared_file',
          categories: ['01'],
        },
        form,
      ),
    /^\/administration\/utilisateurs\/interne$/,
  )
  if (created) journal.acknowledge({ what: 'user', login: `${free}.decl.${company.number}` })
}
