import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { paths } from '../../../src/web/paths.ts'
import { anEmployer } from '../../support/factories.ts'
import type { TestSite } from '../../support/site.ts'
import { answered, company, delegate, subscribe } from '../../support/subscribing.ts'
import { longNames, type Stop } from './stop.ts'

/** What anybody may read, and «Abonnement» from its first field to its last question. */
export async function publicStops(site: TestSite): Promise<Stop[]> {
  const guest = site.visitor()
  const read = [
    ['home', paths.home()],
    ['the employers’ door', paths.employers()],
    ['help', paths.help()],
    ['the legal notice', paths.legal()],
    ['the accessibility statement', paths.accessibility()],
    ['no mail', paths.mails()],
    ['the downloads', paths.downloads.list()],
    ['a letter to prepare: password', paths.downloads.letter({ kind: 'mot-de-passe' })],
    ['a letter to prepare: e-mail', paths.downloads.letter({ kind: 'adresse-e-mail' })],
    ['a renewal to begin', paths.downloads.letter({ kind: 'reabonnement' })],
    ['a subscription to begin', paths.subscription.start()],
    ['a letter to look for', paths.follow.start()],
    ['the gallery of components', paths.gallery()],
  ] as const
  return [
    ...read.map(([name, address]) => ({ name, address, who: guest })),
    ...(await subscriptionStops(site)),
    await mailStop(site),
    ...errorStops(site),
  ]
}

async function subscriptionStops(site: TestSite): Promise<Stop[]> {
  const { subscription } = paths
  const volets = [subscription.company(), subscription.delegate(), subscription.services()]
  const beginner = site.visitor()
  const start = await beginner.get(subscription.start())
  await beginner.submit(start, { employerNumber: '210001' }, subscription.start())
  const halfway = site.visitor()
  for (const employerNumber of ['210002', '210003']) {
    const page = await halfway.get(subscription.start())
    await halfway.submit(page, { employerNumber }, subscription.start())
  }
  await halfway.submit(await halfway.get(volets[0] ?? ''), company, volets[0])
  const ready = site.visitor()
  await answered(ready, '210004')
  const long = site.visitor()
  const { firstName, lastName, email } = longNames
  await answered(long, '210005', {
    company: { ...company, name: longNames.company, email },
    delegate: { ...delegate, firstName, lastName, email },
  })
  const done = site.visitor()
  await subscribe(site, done, '210006')
  return [
    { name: 'a subscription begun', who: beginner, address: subscription.tasks() },
    ...volets.map((address) => ({ name: `an empty volet ${address}`, who: beginner, address })),
    { name: 'a subscription halfway', who: halfway, address: subscription.tasks() },
    { name: 'two subscriptions begun', who: halfway, address: subscription.start() },
    { name: 'an ICE in question', who: ready, address: volets[0] ?? '', act: typeDoubtfulIce },
    ...volets.map((address) => ({ name: `a volet answered ${address}`, who: ready, address })),
    { name: 'answers to check', who: ready, address: subscription.check() },
    { name: 'long answers to check', who: long, address: subscription.check() },
    { name: 'a form to sign', who: done, address: subscription.done() },
  ]
}

async function typeDoubtfulIce(page: Page): Promise<void> {
  await page.fill('[name=ice]', '001561191000065')
  await page.locator('main form .actions button').first().click()
  await page.waitForSelector('#question-ice')
}

async function mailStop(site: TestSite): Promise<Stop> {
  const id = '3f0f1f2e-0000-4000-8000-000000000001'
  const folder = path.join(site.app.config.dataFolder, 'mail')
  await mkdir(folder, { recursive: true })
  const text = `Bonjour,\n\nVotre lien : ${site.app.config.url}/suivi\n`
  const mail = { id, to: longNames.email, subject: 'Votre demande', text, at: '2026-11-24T10:00Z' }
  await writeFile(path.join(folder, `${id}.json`), JSON.stringify(mail))
  return { name: 'a mail of the demonstration', who: site.visitor(), address: paths.mail({ id }) }
}

/** The table of drafts moved away is a fault; a server that says it is stopping is an absence. */
function errorStops(site: TestSite): Stop[] {
  const who = site.visitor()
  const away = 'alter table subscription_drafts rename to subscription_drafts_away'
  const back = 'alter table subscription_drafts_away rename to subscription_drafts'
  const stopping = `${away};
    create function stopping() returns setof subscription_drafts_away language plpgsql as
      $$ begin raise exception 'the server is stopping' using errcode = '57P03'; end $$;
    create view subscription_drafts as select * from stopping();
    grant select on subscription_drafts to guichet_app`
  const address = paths.subscription.start()
  return [
    { name: 'a page that does not exist', who, address: '/nulle-part', status: 404 },
    { name: 'a fault', who, address, status: 500, breaking: { before: away, after: back } },
    {
      name: 'the database away',
      who,
      address,
      status: 503,
      breaking: {
        before: stopping,
        after: `drop view subscription_drafts; drop function stopping(); ${back}`,
      },
    },
  ]
}

export async function aLongCompany(site: TestSite) {
  return anEmployer(site, { number: '123456', name: longNames.company, categories: ['01', '02'] })
}
