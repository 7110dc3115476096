import type { AppContext } from '../../context.ts'
import { type Fields, text } from '../../web/form.ts'
import { paths } from '../../web/paths.ts'
import { idOf } from '../../web/route-id.ts'
import { redirect, show, type Site } from '../../web/site.ts'
import { findField } from './find-line.ts'
import { MemberPage } from './pages/member.tsx'
import { NewMemberPage } from './pages/person.tsx'
import { parsePage, rowErrors, salaryField } from './page-form.ts'
import { personFields } from './person-form.ts'
import { reinstateMember } from './reinstate-member.ts'
import { removeAdded } from './remove-added.ts'
import { periodIn } from './routes.sheet.tsx'
import { shownTyped } from './row-words.ts'
import { savePage } from './save-page.ts'
import { savePerson } from './save-person.ts'
import { sheetAt } from './sheet-address.ts'
import { viewMember, viewNewMember } from './view-person.ts'
import { fullName } from './civil-data.ts'
import { fundLetters } from '../checking/text-forms.ts'

/** People of a sheet: added, corrected, taken again, taken off (product D5). */
export function mountPeople(site: Site, app: AppContext): void {
  mountNewMember(site, app)
  mountCard(site, app)
  mountQuarter(site, app)
  mountComingAndGoing(site, app)
}

function mountNewMember(site: Site, app: AppContext): void {
  const { newMember } = paths.entry
  site.get(
    newMember.pattern,
    { power: 'declarations.send', audit: 'entry.new_member' },
    async (page, actor) =>
      show(page, <NewMemberPage {...(await viewNewMember(app, actor, periodIn(page)))} />),
  )
  site.post(
    newMember.pattern,
    { power: 'declarations.send', audit: 'entry.add_member' },
    async (page, actor) => {
      const period = periodIn(page)
      const { fields } = page.var
      const words = page.var.visit.words.entry
      const done = await savePerson(app, actor, period, { key: null, fields, words })
      if (done.ok)
        return redirect(page, sheetAt(period, { at: done.key }), words.added(nameIn(fields)))
      const view = await viewNewMember(app, actor, period)
      return show(page, <NewMemberPage {...view} errors={done.errors} typed={fields} />, 422)
    },
  )
}

function mountCard(site: Site, app: AppContext): void {
  const { member, memberCard } = paths.entry
  site.get(
    member.pattern,
    { power: 'declarations.send', audit: 'entry.member' },
    async (page, actor) =>
      show(
        page,
        <MemberPage
          view={await viewMember(app, actor, periodIn(page), idOf(page))}
          opensCard={page.req.query('fiche') === 'oui'}
        />,
      ),
  )
  site.post(
    memberCard.pattern,
    { power: 'declarations.send', audit: 'entry.correct_member' },
    async (page, actor) => {
      const period = periodIn(page)
      const { fields } = page.var
      const words = page.var.visit.words.entry
      const key = idOf(page)
      const done = await savePerson(app, actor, period, { key, fields, words })
      if (done.ok)
        return redirect(page, sheetAt(period, { at: key }), words.cardKept(nameIn(fields)))
      const view = await viewMember(app, actor, period, key)
      const { errors } = done
      return show(page, <MemberPage view={view} wrong="card" errors={errors} typed={fields} />, 422)
    },
  )
}

function mountQuarter(site: Site, app: AppContext): void {
  const { memberQuarter } = paths.entry
  site.post(
    memberQuarter.pattern,
    { power: 'declarations.send', audit: 'entry.save' },
    async (page, actor) => {
      const period = periodIn(page)
      const key = idOf(page)
      const { fields } = page.var
      const said = page.var.visit.words.entry
      const rows = parsePage(fields).filter((row) => row.key === key)
      const saved = await savePage(app, actor, period, { rows, confirmsCarried: true })
      const view = await viewMember(app, actor, period, key)
      const name = fullName(view.row.civil)
      const theirs = saved.changed.get(key)
      const errors = theirs
        ? { [salaryField(key)]: said.changedMeanwhile(name, shownTyped(theirs, said)) }
        : rowErrors(key, name, saved.mistakes.get(key) ?? {}, said.mistakes)
      if (Object.keys(errors).length === 0)
        return redirect(page, sheetAt(period, { at: key }), said.saved)
      const wrong = { wrong: 'quarter', errors, typed: fields, seen: theirs } as const
      return show(page, <MemberPage view={view} {...wrong} />, theirs ? 409 : 422)
    },
  )
}

function mountComingAndGoing(site: Site, app: AppContext): void {
  const { remove, reinstate, fromLine } = paths.entry
  site.get(
    fromLine.pattern,
    { power: 'declarations.send', audit: 'entry.from_finding' },
    async (page, actor) => {
      const line = Number(page.req.param('line'))
      const field = page.req.query('champ') ?? ''
      return redirect(page, await findField(app, actor, idOf(page), { line, field }))
    },
  )
  site.post(
    remove.pattern,
    { power: 'declarations.send', audit: 'entry.remove_member' },
    async (page, actor) => {
      await removeAdded(app, actor, periodIn(page), idOf(page))
      return redirect(page, sheetAt(periodIn(page)), page.var.visit.words.entry.removed)
    },
  )
  site.post(
    reinstate.pattern,
    { power: 'declarations.send', audit: 'entry.reinstate_member' },
    async (page, actor) => {
      const period = periodIn(page)
      const key = idOf(page)
      await reinstateMember(app, actor, period, key)
      const { row } = await viewMember(app, actor, period, key)
      const notice = page.var.visit.words.entry.reinstated(fullName(row.civil))
      return redirect(page, sheetAt(period, { at: key }), notice)
    },
  )
}

function nameIn(fields: Fields): string {
  const part = (field: 'firstName' | 'lastName') =>
    fundLetters(text(fields, personFields[field])).trim()
  return fullName({ firstName: part('firstName'), lastName: part('lastName') })
}
