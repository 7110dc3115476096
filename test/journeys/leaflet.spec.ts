import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { commonChecks } from '../../src/agency/checklist.ts'
import { paths } from '../../src/web/paths.ts'
import { languages } from '../../src/web/words/language.ts'
import { fundIn } from '../../src/web/visit.ts'
import { wordsIn } from '../../src/web/words/index.ts'
import { anAgent, anEmployer, signedIn, type TestEmployer } from '../support/factories.ts'
import { openPortal, type Portal } from '../support/portal.ts'
import { enter, keepEvidence, pdfScan } from './support.ts'

/** The leaflet, box by box and step by step, by the labels that it prints; once in each language. */
const golden = path.join(import.meta.dirname, '../golden/declarations/CIMR_005839_T3_2024.txt')
const delegatePassword = 'le jasmin fleurit au patio'
const userPassword = 'quatre mulets gris au souk'

let portal: Portal

beforeAll(async () => {
  portal = await openPortal()
})
afterAll(() => portal?.close())
afterEach((test) => keepEvidence(portal, test))

for (const language of languages) {
  describe(`the leaflet in ${language === 'fr' ? 'French' : 'Arabic'}`, () => {
    const words = wordsIn(language)
    const number = language === 'fr' ? '005839' : '005840'
    const cin = language === 'fr' ? 'BE482913' : 'BE482914'
    let employer: TestEmployer
    let context: BrowserContext
    let page: Page
    const logins: Record<string, string> = {}

    beforeAll(async () => {
      employer = await anEmployer(portal.site, {
        number,
        name: `Atlas ${number} SA`,
        services: [],
        categories: ['01', '02'],
      })
      ;({ context, page } = await portal.visitor())
      await page.goto(`/?lang=${language}`)
      expect(await page.getAttribute('html', 'dir')).toBe(language === 'ar' ? 'rtl' : 'ltr')
    })
    afterAll(() => context?.close())

    it('«Créer un compte Administrateur des Utilisateurs», steps 1 to 6', async () => {
      const said = words.subscriptions
      // 1. Entreprise adhérente, puis Abonnement
      await page.getByRole('link', { name: words.home.doors.employer, exact: true }).click()
      await page
        .getByRole('link', { name: words.home.services.subscription, exact: true })
        .first()
        .click()
      // 2. N° Adhérent, Valider
      await page.getByLabel(words.frame.employerNumber).fill(number)
      await page.getByRole('button', { name: words.frame.validate }).click()
      // 3. Les 3 volets, notamment le mot de passe
      await openVolet(said.volets.company)
      await fill({
        [said.questions.companyName]: employer.name,
        [said.questions.ice]: '001561191000066',
        [said.questions.address]: '12, rue des Orangers',
        [said.questions.city]: 'Casablanca',
        [said.questions.companyPhone]: '05 22 00 00 00',
        [said.questions.companyEmail]: 'contact@atlas.example',
      })
      await page.getByRole('button', { name: words.frame.validate }).click()
      await fill({
        [said.questions.firstName]: 'Salma',
        [said.questions.lastName]: 'Berrada',
        [said.questions.identityNumber]: cin,
        [said.questions.jobTitle]: 'Directrice',
        [said.questions.email]: `salma.${number}@atlas.example`,
        [said.questions.mobile]: '06 61 23 45 67',
        [said.questions.password]: delegatePassword,
      })
      await page.getByRole('button', { name: words.frame.validate }).click()
      for (const service of Object.values(said.services)) await page.getByLabel(service).check()
      await page.getByLabel(said.paymentOptions.case_by_case.name).check()
      await fill({
        [said.questions.signatoryName]: 'Omar Idrissi',
        [said.questions.signatoryCapacity]: 'Gérant',
      })
      await page.getByLabel(said.consent).check()
      await page.getByRole('button', { name: words.frame.validate }).click()
      expect(await page.textContent('h1')).toBe(said.check.title)
      expect(await page.textContent('main')).not.toContain(delegatePassword)
      await page.getByRole('button', { name: said.check.submit }).click()
      // 4. Télécharger le formulaire
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name: said.form.download }).click(),
      ])
      expect(
        readFileSync(await download.path())
          .subarray(0, 5)
          .toString(),
      ).toBe('%PDF-')
      // 5. L’envoyer, signé et cacheté
      await page.getByLabel(said.follow.proof).setInputFiles(pdfScan('formulaire-signe.pdf'))
      await page.getByRole('button', { name: said.follow.send }).click()
      await page.getByText(said.follow.states.received.title).waitFor()
      // 6. Validation par l’agence, puis notification sous 48 heures
      await validateAsAgent()
      const mail = lastMail(`salma.${number}@atlas.example`, number)
      expect(mail.text).toContain(number)
      expect(mail.text).not.toContain(delegatePassword)
    })

    it('«Créer les comptes d’accès aux utilisateurs», steps 1 to 3', async () => {
      await page.goto('/')
      await page.getByRole('link', { name: words.home.doors.employer, exact: true }).click()
      await page
        .getByRole('link', { name: words.home.services.administration, exact: true })
        .first()
        .click()
      await page.getByLabel(words.access.signIn.employerNumber).fill(number)
      await page.getByLabel(words.access.signIn.password, { exact: true }).fill(delegatePassword)
      await page.getByRole('button', { name: words.frame.validate }).click()
      expect(await page.textContent('h1')).toBe(words.administration.cells.information)
      const cells = await page.locator('nav.band a').allTextContents()
      const { cells: names } = words.administration
      const order = [
        names.information,
        names.interne,
        names.externe,
        names['compte-adherent'],
        names['e-liquidation'],
        names.profils,
      ]
      expect(cells.map((cell, index) => cell.includes(order[index] ?? '?'))).toEqual(
        order.map(() => true),
      )
    })

    it('«Utilisateur de la télédéclaration», steps 1 to 6, and the user is in', async () => {
      const { form, cells, modes } = words.administration
      await page.getByRole('link', { name: cells.interne }).click()
      await fillPerson({ last: 'Amrani', first: 'Nabil', cin: 'BK201774', email: 'nabil' })
      // 3. «Télédéclaration», Fichier Préétabli ou Formulaire de Saisie
      await page
        .getByRole('button', { name: form.declaration, exact: true })
        .or(page.locator('summary', { hasText: form.declaration }))
        .first()
        .click()
      await page.getByLabel(modes.prepared_file).check()
      // 4. Toutes les catégories actives
      for (const category of ['01', '02']) await page.getByLabel(new RegExp(category)).check()
      // 6. Valider
      await page.getByRole('button', { name: form.validate }).click()
      await activate('nabil', 'declaration')
    })

    it('«Utilisateur externe», «Compte adhérent» and «e-liquidation»', async () => {
      const { cells, form, modes } = words.administration
      await page.getByRole('link', { name: cells.externe }).click()
      await fillPerson({ last: 'Lahlou', first: 'Khadija', cin: 'BJ775310', email: 'khadija' })
      await fill({ [form.firmName]: 'Fiduciaire Al Amal', [form.firmIce]: '002136093000040' })
      await page
        .getByRole('button', { name: form.declaration, exact: true })
        .or(page.locator('summary', { hasText: form.declaration }))
        .first()
        .click()
      await page.getByLabel(modes.form).check()
      await page.getByLabel(/01/).check()
      await page.getByRole('button', { name: form.validate }).click()
      for (const [cell, who, cin] of [
        ['compte-adherent', 'othmane', 'BH664012'],
        ['e-liquidation', 'zineb', 'BP909115'],
      ] as const) {
        await page.getByRole('link', { name: cells[cell] }).click()
        await fillPerson({ last: 'Mansouri', first: who, cin, email: who })
        await page.getByRole('button', { name: form.validate }).click()
        await activate(who, cell)
      }
    })

    it('«Utilisateurs pour e@sypaiement», steps 1 to 7, with two confirmations', async () => {
      const { cells, form, confirmations, payment } = words.administration
      await page.getByRole('link', { name: cells.information }).click()
      await page.getByLabel(confirmations.two, { exact: true }).check()
      await page.getByRole('button', { name: confirmations.save }).click()
      for (const [who, cin, power] of [
        ['imane', 'BL118290', form.maker],
        ['reda', 'BM540021', form.validator],
        ['sanaa', 'BN730448', form.validator],
      ] as const) {
        await page.getByRole('link', { name: cells.profils }).click()
        if (who === 'sanaa') expect(await page.textContent('main')).toContain(payment.secondMissing)
        await page.getByRole('link', { name: words.frame.create, exact: true }).click()
        await fillPerson({ last: 'Filali', first: who, cin, email: who })
        await page
          .getByRole('button', { name: form.powers, exact: true })
          .or(page.locator('summary', { hasText: form.powers }))
          .first()
          .click()
        await page.getByLabel(power, { exact: true }).check()
        await page.getByRole('button', { name: form.validate }).click()
      }
      expect(await page.textContent('main')).not.toContain(payment.secondMissing)
      await page.getByRole('link', { name: words.frame.back, exact: true }).click()
      await page.waitForURL(`**${paths.administration.information()}`)
    })

    it('the declaration user signs in, sends the late quarter and holds a receipt', async () => {
      const { declarations, desk: said, access } = words
      const clerk = await portal.visitor()
      const { page: desk } = clerk
      await desk.goto(`${paths.signIn.service({ service: 'teledeclaration' })}?lang=${language}`)
      await desk.getByLabel(access.signIn.login, { exact: true }).fill(logins['declaration'] ?? '')
      await desk.getByLabel(access.signIn.password, { exact: true }).fill(userPassword)
      await desk.getByRole('button', { name: words.frame.validate }).click()
      expect(await desk.textContent('h1')).toBe(declarations.calendarTitle)
      await desk.goto(paths.declarations.period({ category: '01', quarter: '2024T3' }))
      const file = readFileSync(golden, 'latin1').replaceAll('005839', number)
      const upload = {
        name: `CIMR_${number}_T3_2024.txt`,
        mimeType: 'text/plain',
        buffer: Buffer.from(file, 'latin1'),
      }
      await desk.getByLabel(declarations.fileLabel).setInputFiles(upload)
      await desk.getByRole('button', { name: declarations.check }).click()
      await desk.getByText(declarations.checkAnswers).waitFor()
      const reasons = desk.getByLabel(said.reason)
      for (let left = await reasons.count(); left > 0; left -= 1) {
        await desk.locator('details:has(form[action$="/confirmer"]) > summary').first().click()
        await reasons.first().fill('Vérifié avec la paie')
        await desk.locator('form[action$="/confirmer"] button').first().click()
        await expect.poll(() => reasons.count()).toBe(left - 1)
      }
      await desk.locator('form[action$="/envoyer"] button').click()
      const receipt = (await desk.textContent('main')) ?? ''
      expect(receipt.replaceAll('\u202f', ' ')).toContain('14 490,11')
      expect(receipt).toContain(`R-2024T3-${number}-01-`)
      await clerk.context.close()
    })

    it('«Oubli du mot de passe», the user: secret questions, then the link of the mail', async () => {
      const { access } = words
      const lost = await portal.visitor()
      await lost.page.goto(
        `${paths.signIn.service({ service: 'teledeclaration' })}?lang=${language}`,
      )
      await lost.page.getByRole('link', { name: access.signIn.forgotten }).click()
      await lost.page
        .getByLabel(access.signIn.login, { exact: true })
        .fill(logins['declaration'] ?? '')
      await answerQuestions(lost.page)
      await lost.page.getByRole('button', { name: access.forgotten.send }).click()
      expect(await lost.page.textContent('h1')).toBe(access.forgotten.sentTitle)
      await chooseNewPassword(lost.page, `nabil.${number}@atlas.example`)
      await lost.context.close()
    })

    it('«Oubli du login», the user: the delegate reads it and starts a new password', async () => {
      const { administration } = words
      await page.getByRole('link', { name: administration.cells.interne }).click()
      const row = page.locator('main tr', { hasText: 'Amrani' })
      expect(await row.innerText()).toContain(logins['declaration'])
      await row.getByRole('link').first().click()
      await page.getByRole('link', { name: administration.user.passwordChange }).click()
      await page.locator('main form button.is-primary').click()
      await chooseNewPassword(page, `nabil.${number}@atlas.example`)
    })

    it('«Oubli de mot de passe», the administrator: the letter, two agents, the link', async () => {
      await sendLetter('password_reset', `salma.${number}@atlas.example`)
      await acceptByTwoAgents()
      const lost = await portal.visitor()
      await lost.page.goto(`/?lang=${language}`)
      await chooseNewPassword(lost.page, `salma.${number}@atlas.example`)
      await lost.context.close()
    })

    it('«Modifier l’e-mail de l’administrateur»: the letter, two agents, the old address warned', async () => {
      await sendLetter('email_update', `nouvelle.${number}@atlas.example`)
      await acceptByTwoAgents()
      portal.site.clock.advance(25 * 3_600_000)
      await portal.site.runJobs()
      expect(lastMail(`salma.${number}@atlas.example`).text).toContain(number)
      expect(portal.site.mails.some((mail) => mail.to === `nouvelle.${number}@atlas.example`)).toBe(
        true,
      )
    })

    async function openVolet(volet: string): Promise<void> {
      if ((await page.getByLabel(words.subscriptions.questions.companyName).count()) > 0) return
      await page.getByRole('link', { name: volet }).first().click()
    }

    async function fill(answers: Record<string, string>): Promise<void> {
      for (const [label, answer] of Object.entries(answers)) {
        await page.getByLabel(asLabel(label)).fill(answer)
      }
    }

    async function fillPerson(person: {
      last: string
      first: string
      cin: string
      email: string
    }): Promise<void> {
      const { form } = words.administration
      await fill({
        [form.lastName]: person.last,
        [form.firstName]: person.first,
        [form.identityNumber]: language === 'ar' ? `Z${person.cin.slice(1)}` : person.cin,
        [form.jobTitle]: 'Responsable',
        [form.email]: `${person.email}.${number}@atlas.example`,
      })
    }

    /** The user opens the link of their mail, chooses a password and answers the secret questions. */
    async function activate(who: string, service: string): Promise<void> {
      await portal.site.runJobs()
      const mail = lastMail(`${who}.${number}@atlas.example`, '/activer/')
      const [link = ''] = /https?:\/\/\S+\/activer\/\S+/.exec(mail.text) ?? []
      const user = await portal.visitor()
      await user.page.goto(`${link.split('?')[0]}?lang=${language}`)
      const said = wordsIn(language).access
      logins[service] =
        /[a-z\d-]+\.(?:decl|compte|liq)\.\d{6}/.exec(await user.page.innerText('main'))?.[0] ?? ''
      expect(logins[service]).not.toBe('')
      await user.page.getByLabel(asLabel(said.newPassword.label)).fill(userPassword)
      await answerQuestions(user.page)
      await user.page.getByRole('button', { name: said.activate.confirm }).click()
      expect(await user.page.textContent('main')).toContain(said.activate.done)
      await user.context.close()
    }

    async function answerQuestions(form: Page): Promise<void> {
      const { questions } = words.access
      await form.getByLabel(asLabel(questions.first)).selectOption({ index: 1 })
      await form.getByLabel(asLabel(questions.answerFirst)).fill('École Ibn Khaldoun')
      await form.getByLabel(asLabel(questions.second)).selectOption({ index: 2 })
      await form.getByLabel(asLabel(questions.answerSecond)).fill('Hicham')
    }

    /** The newest link that this address received chooses another password. */
    async function chooseNewPassword(at: Page, address: string): Promise<void> {
      await portal.site.runJobs()
      const { access } = words
      const [link = ''] =
        /https?:\/\/\S+\/nouveau-mot-de-passe\/\S+/.exec(
          lastMail(address, '/nouveau-mot-de-passe/').text,
        ) ?? []
      const own = await portal.visitor()
      await own.page.goto(`${link.split('?')[0]}?lang=${language}`)
      await own.page
        .getByLabel(asLabel(access.newPassword.label))
        .fill(`${userPassword} ${portal.site.mails.length}`)
      await own.page.getByRole('button', { name: access.reset.confirm }).click()
      await own.page.getByText(access.reset.done).waitFor()
      await own.context.close()
      await at.waitForLoadState()
    }

    /** One of the three letters of «Téléchargement», filled, downloaded, sent back signed. */
    async function sendLetter(
      kind: 'password_reset' | 'email_update',
      email: string,
    ): Promise<void> {
      const said = words.subscriptions
      const sender = await portal.visitor()
      const { page: desk } = sender
      await desk.goto(`/?lang=${language}`)
      await desk
        .getByRole('link', { name: words.home.services.downloads, exact: true })
        .first()
        .click()
      const title = words.letters.titles[kind](fundIn(language, portal.site.app.config.fund).name)
      await desk.getByRole('link', { name: title }).click()
      const answers: Record<string, string> = {
        [words.frame.employerNumber]: number,
        [said.questions.companyName]: employer.name,
        [said.questions.fullName]: 'Salma Berrada',
        [kind === 'email_update' ? said.questions.newEmail : said.questions.followEmail]: email,
        [said.questions.signatoryName]: 'Omar Idrissi',
        [said.questions.signatoryCapacity]: 'Gérant',
      }
      for (const [label, answer] of Object.entries(answers))
        await desk.getByLabel(asLabel(label)).fill(answer)
      await desk.getByRole('button', { name: said.downloads.submit }).click()
      await desk.getByLabel(said.follow.proof).setInputFiles(pdfScan('lettre-signee.pdf'))
      await desk.getByRole('button', { name: said.follow.send }).click()
      await desk.getByText(said.follow.states.received.title).waitFor()
      await sender.context.close()
    }

    async function acceptByTwoAgents(): Promise<void> {
      await decide(words.agency.case.acceptFirst, words.agency.case.done.second_agent_needed)
      await decide(words.agency.case.acceptSecond, words.agency.case.done.accepted)
      await portal.site.runJobs()
    }

    /** Two mails of one moment leave in either order: the one that says this. */
    function lastMail(to: string, saying = '') {
      const mail = portal.site.mails.findLast((one) => one.to === to && one.text.includes(saying))
      if (!mail)
        throw new Error(
          `no mail to ${to}; there are: ${portal.site.mails.map((one) => one.to).join(', ')}`,
        )
      return mail
    }

    async function validateAsAgent(): Promise<void> {
      await decide(words.agency.case.accept, words.agency.case.done.accepted)
      await portal.site.runJobs()
    }

    /** An agent opens the first case of the queue, reads the scan, goes through the checklist and accepts. */
    async function decide(button: string, outcome: string): Promise<void> {
      const { agency } = words
      const desk = await portal.visitor()
      await enter(desk.context, await signedIn(portal.site, await anAgent(portal.site)))
      await desk.page.goto(`${paths.agency.queue()}?lang=${language}`)
      await desk.page.locator('main a[href^="/agence/dossiers/"]').first().click()
      const opened = desk.page.waitForEvent('download').catch(() => null)
      await desk.page.locator('a[href*="/justificatifs/"]').first().click()
      await opened
      await desk.page.reload()
      const byHand = desk.page.getByLabel(asLabel(agency.case.handwritten))
      if (await byHand.count()) {
        await byHand.fill(cin)
        await desk.page.getByRole('button', { name: agency.case.compare }).click()
        await desk.page.getByText(agency.case.identitySame).waitFor()
      }
      for (const check of commonChecks) await desk.page.getByLabel(agency.case.check[check]).check()
      await desk.page.getByRole('button', { name: button }).click()
      await desk.page.getByText(outcome).waitFor()
      await desk.context.close()
    }
  })
}

/** A field by its label, whether or not «(facultatif)» follows it. */
function asLabel(label: string): RegExp {
  return new RegExp(`^${label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}( \\(.*\\))?$`)
}
