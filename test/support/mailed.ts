import type { TestPerson } from './factories.ts'
import type { TestSite } from './site.ts'

/** The path of the newest link of this kind mailed to somebody; empty when there is none. */
export async function mailedLink(site: TestSite, to: string, kind: string): Promise<string> {
  await site.runJobs()
  const mail = site.mails.filter((one) => one.to === to && one.text.includes(`/${kind}/`)).at(-1)
  return mail?.text.match(new RegExp(`/${kind}/[\\w-]+`))?.[0] ?? ''
}

/** The six digits of the newest mail to somebody. */
export async function mailedCode(site: TestSite, person: Pick<TestPerson, 'email'>) {
  await site.runJobs()
  const mails = site.mails.filter((one) => one.to === person.email)
  return mails.map(({ text }) => text.match(/^\d{6}$/m)?.[0] ?? '').findLast(Boolean) ?? ''
}
