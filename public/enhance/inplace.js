import { release } from './once.js'
import { showAnswer } from './progress.js'

/**
 * The desk without leaving it: a list of lines, then the form of one, open under what leads to them; what is saved is
 * shown at once, where it is. Each part is taken out of the page that it would otherwise be, at that page's address.
 */
export function workInPlace(desk) {
  desk.addEventListener('click', (event) => {
    const link = event.target.closest('a[data-opens], a[data-loads]')
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    if (link.dataset.loads === desk.id) return void turn(desk, link.href)
    const panel = link.dataset.loads ? panelOf(link) : partOf(link, link.dataset.opens)
    void (panel ? load(desk, panel, link.href) : open(desk, link))
  })
  desk.addEventListener('submit', (event) => {
    const form = event.target
    if (event.defaultPrevented || form.enctype === 'multipart/form-data') return
    // Sending and giving up lead elsewhere, as without scripts.
    if (form.closest('[data-leaves]')) return
    event.preventDefault()
    if (form.method === 'get') look(desk, form)
    else void save(desk, form, event.submitter)
  })
  // Corrected lines were sent in a file: what the desk says now is said in its place.
  desk.addEventListener('answered', (event) => {
    const { page } = event.detail
    const fresh = page.getElementById(desk.id)
    if (!fresh || pathOf(fresh) !== pathOf(desk)) return
    event.preventDefault()
    renew(desk, fresh, page)
    const wrong = desk.querySelector('[aria-invalid], .error-summary')
    if (wrong) focusIn(desk)
    else goOn(desk, {})
  })
  desk.addEventListener('keydown', (event) => {
    const panel = event.key === 'Escape' && panelOf(event.target)
    if (panel) close(desk, panel)
  })
}

const pathOf = (desk) => desk.dataset.url.split('?')[0]
const panelOf = (element) => element.closest('.panel')
/** The panel of that part in which something already stands. */
const partOf = (element, part) => element.closest(`.panel[data-part="${part}"]`)

async function open(desk, link) {
  const place = link.closest('tr, [data-place]')
  const already = [...desk.querySelectorAll('.panel')].find(
    ({ dataset }) => dataset.href === link.href,
  )
  for (const other of desk.querySelectorAll(`.panel[data-part="${link.dataset.opens}"]`))
    remove(other)
  if (already) return leave(desk, link)
  const panel = document.createElement('div')
  panel.className = 'panel'
  panel.dataset.part = link.dataset.opens
  panel.setAttribute('role', 'group')
  panel.setAttribute('aria-label', link.textContent.trim())
  link.setAttribute('aria-expanded', 'true')
  if (place.tagName === 'TR') {
    const row = document.createElement('tr')
    const cell = document.createElement('td')
    cell.colSpan = place.cells.length
    cell.append(panel)
    row.className = 'panel-row'
    row.append(cell)
    place.after(row)
  } else place.append(panel)
  await load(desk, panel, link.href)
}

/** Another view of the desk: everything, or one kind of findings. */
async function turn(desk, href) {
  const page = await read(desk, href)
  const fresh = page?.getElementById(desk.id)
  if (!fresh) return
  renew(desk, fresh, page)
  desk.querySelector('.tabs [aria-current]')?.focus()
}

/** What is above stays where it was under the eyes; what was said is said. */
function renew(desk, fresh, ...pages) {
  const top = desk.getBoundingClientRect().top
  desk.replaceChildren(...fresh.childNodes)
  desk.dataset.url = fresh.dataset.url
  history.replaceState(null, '', desk.dataset.url)
  enhanceIn(desk)
  tell(...pages)
  scrollBy(0, desk.getBoundingClientRect().top - top)
}

/** Puts a part of another page into its panel, at that page's address: reloaded, it is all there. */
async function load(desk, panel, href) {
  const page = await read(desk, href)
  if (!page) return
  fill(desk, panel, page, href)
  focusIn(panel)
}

function fill(desk, panel, page, href) {
  const part = page.getElementById(panel.dataset.part)
  if (!part) return showAnswer(page, href)
  panel.dataset.href = href
  panel.replaceChildren(...part.childNodes, closing(desk, panel))
  history.replaceState(null, '', href)
  enhanceIn(panel)
}

function closing(desk, panel) {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'button is-link panel-close'
  button.textContent = desk.dataset.close
  button.addEventListener('click', () => close(desk, panel))
  return button
}

function close(desk, panel) {
  const { href } = panel.dataset
  remove(panel)
  const opener = linkTo(desk, href)
  leave(desk, opener)
  opener?.focus()
}

function remove(panel) {
  linkTo(document, panel.dataset.href)?.removeAttribute('aria-expanded')
  ;(panel.closest('.panel-row') ?? panel).remove()
}

/** The address is again that of what stays open around it. */
function leave(desk, link) {
  const around = link && panelOf(link)
  history.replaceState(null, '', around ? around.dataset.href : desk.dataset.url)
}

function look(desk, form) {
  const panel = panelOf(form)
  const href = `${form.action}?${new URLSearchParams(new FormData(form))}`
  if (panel) void load(desk, panel, href)
  else location.assign(href)
}

async function save(desk, form, submitter) {
  const body = new URLSearchParams(new FormData(form))
  if (submitter?.name) body.append(submitter.name, submitter.value)
  const answer = await ask(desk, form.action, { method: 'POST', body, redirect: 'manual' })
  release(form)
  if (!answer) return
  // What is done is answered by another page: the desk itself shows it.
  if (answer.type === 'opaqueredirect') return refresh(desk, form, submitter)
  const page = parse(await answer.text())
  const panel = panelOf(form)
  const part = panel && page.getElementById(panel.dataset.part)
  if (part) {
    panel.replaceChildren(...part.childNodes, closing(desk, panel))
    enhanceIn(panel)
    tell(page)
    return focusIn(panel)
  }
  const fresh = page.getElementById(desk.id)
  if (!fresh) return showAnswer(page, location.href)
  desk.replaceChildren(...fresh.childNodes)
  enhanceIn(desk)
  tell(page)
  focusIn(desk)
}

/** Everything that the change may have changed, with what was open around it open again. */
async function refresh(desk, form, submitter) {
  const panel = panelOf(form)
  const list = panel?.dataset.part === 'ligne' ? panel.parentElement.closest('.panel') : panel
  const [line] = /\d+(?=\?|$)/.exec(panel?.dataset.part === 'ligne' ? form.action : '') ?? []
  const place = form.closest('[data-place]')?.dataset.place
  const opened = list?.dataset.href
  const mayBeLeft = line && submitter?.name !== 'garder'
  const [page, lines, left] = await Promise.all([
    read(desk, desk.dataset.url),
    opened ? read(desk, opened, { mayBeGone: true }) : undefined,
    mayBeLeft ? read(desk, panel.dataset.href, { mayBeGone: true }) : undefined,
  ])
  if (!page) return
  const fresh = page.getElementById(desk.id)
  if (!fresh) return showAnswer(page, desk.dataset.url)
  // Whichever of the two was answered first has the sentence.
  renew(desk, fresh, page, ...(lines ? [lines] : []))
  reopen(desk, { opened, lines, place })
  if (left?.querySelector('#ligne [aria-invalid], #ligne .note.is-stop'))
    return goOnWith(desk, left, panel.dataset.href)
  goOn(desk, { line: Number(line), place, opensNext: submitter?.name === 'puis' })
}

/** A line of which only some was mended is shown again with the rest. */
function goOnWith(desk, page, href) {
  const link = linkTo(desk, href)
  return link ? open(desk, link) : openElsewhere(desk, page, href)
}

/** Nothing of it is left under the cause by which one came: it goes on under that of its first mistake. */
function openElsewhere(desk, page, href) {
  const field = page.querySelector('#ligne [aria-invalid]')?.name
  const places = [...desk.querySelectorAll('[data-place]')]
  const place = places.find(({ dataset }) => dataset.place.endsWith(`.${field}`)) ?? places[0]
  if (!place) return location.assign(href)
  const panel = document.createElement('div')
  panel.className = 'panel'
  panel.dataset.part = 'ligne'
  panel.setAttribute('role', 'group')
  panel.setAttribute('aria-label', page.querySelector('h1')?.textContent.trim() ?? '')
  place.append(panel)
  fill(desk, panel, page, href)
  focusIn(panel)
}

function reopen(desk, { opened, lines, place }) {
  const around = [...desk.querySelectorAll('[data-place]')].find(
    ({ dataset }) => dataset.place === place,
  )
  if (!around || !lines?.getElementById('constat')) return
  const panel = document.createElement('div')
  panel.className = 'panel'
  panel.dataset.part = 'constat'
  panel.setAttribute('role', 'group')
  const link = around.querySelector('a[data-opens="constat"]')
  panel.setAttribute('aria-label', link?.textContent.trim() ?? '')
  link?.setAttribute('aria-expanded', 'true')
  around.append(panel)
  fill(desk, panel, lines, opened)
}

/** The cursor goes to what comes next: the following line, the rest of the cause, or what the desk now says. */
function goOn(desk, { line, place, opensNext }) {
  const panel = desk.querySelector('.panel')
  const rows = panel ? [...panel.querySelectorAll('a[data-opens="ligne"]')] : []
  const next = rows.find((row) => Number(/\d+(?=\?|$)/.exec(row.href)?.[0]) > line) ?? rows[0]
  if (next && line) return opensNext ? open(desk, next) : next.focus()
  const around = [...desk.querySelectorAll('[data-place]')].find(
    ({ dataset }) => dataset.place === place,
  )
  const after = around ?? desk.querySelector('[data-place]') ?? desk
  const target = after.querySelector('button, a, summary') ?? desk
  target.focus({ preventScroll: true })
}

async function read(desk, href, { mayBeGone = false } = {}) {
  const answer = await ask(desk, href, {})
  if (!answer || (mayBeGone && (answer.redirected || !answer.ok))) return undefined
  if (!answer.redirected && answer.ok) return parse(await answer.text())
  // The session is over, or somebody else was faster: that page says so.
  location.assign(answer.url)
  return undefined
}

async function ask(desk, href, options) {
  desk.setAttribute('aria-busy', 'true')
  try {
    return await fetch(href, options)
  } catch {
    say(desk.dataset.failed)
    return undefined
  } finally {
    desk.removeAttribute('aria-busy')
  }
}

const parse = (text) => new DOMParser().parseFromString(text, 'text/html')

/** Says what was done, or why nothing was, where it is always said, so that it is heard. */
function tell(page, ...others) {
  const region = document.querySelector('.notice-region')
  const summary = page.querySelector('.error-summary')
  document.title = page.title
  const notices = [page, ...others].flatMap((one) => [
    ...(one.querySelector('.notice-region')?.children ?? []),
  ])
  // Two pages asked for at once may both have the sentence.
  const said = notices.filter(
    (one, index) => notices.findIndex((other) => other.textContent === one.textContent) === index,
  )
  region?.replaceChildren(...(summary ? [summary] : said))
}

function say(sentence) {
  const line = document.createElement('p')
  line.className = 'notice is-stop'
  line.textContent = sentence
  document.querySelector('.notice-region')?.replaceChildren(line)
}

function focusIn(element) {
  const wrong = element.querySelector('[aria-invalid]')
  const target = wrong ?? element.querySelector('input:not([type=hidden]), select, a, button')
  target?.focus()
}

function linkTo(within, href) {
  return [...within.querySelectorAll('a[data-opens]')].find((link) => link.href === href)
}

function enhanceIn(element) {
  dispatchEvent(new CustomEvent('page-replaced', { detail: element }))
}
