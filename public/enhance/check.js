/**
 * Checks the chosen file on this computer, in a thread of its own, before it is sent. Whatever it says, and if it cannot
 * say anything, the form sends as it would have.
 */
export function checkAhead(form) {
  const zone = form.querySelector('[data-check]')
  const input = form.querySelector('input[type=file]')
  if (!zone || !input || !window.Worker) return
  const { context, words } = JSON.parse(zone.dataset.check)
  let worker
  input.addEventListener('change', () => {
    worker?.terminate()
    zone.replaceChildren()
    const [file] = input.files
    if (file) worker = check(file, { zone, context, words })
  })
  // On its way, the file is the portal's to check.
  form.addEventListener('submit', () => worker?.terminate())
}

function check(file, { zone, context, words }) {
  const language = document.documentElement.lang
  const said = element('p', words.checking)
  said.setAttribute('role', 'status')
  const bar = element('progress')
  bar.max = 100
  bar.value = 0
  bar.setAttribute('aria-label', words.checking)
  zone.replaceChildren(said, bar)
  const worker = new Worker('/public/check/worker.js', { type: 'module' })
  const end = (...shown) => {
    worker.terminate()
    bar.remove()
    said.after(...shown)
  }
  const fail = () => {
    said.textContent = words.failed
    end()
  }
  worker.addEventListener('error', fail)
  worker.addEventListener('message', ({ data }) => {
    if (data.percent) bar.value = data.percent
    if (data.failed) fail()
    if (!data.shown) return
    said.textContent = data.shown.headline
    end(...report(data.shown, words, language))
  })
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread of this page has no other origin
  worker.postMessage({ file, context, language })
  return worker
}

function report({ causes, more, isReadable }, words, language) {
  const plural = new Intl.PluralRules(language)
  const shown = causes.map(({ severity, place, texts, count }) => {
    const cause = element('li')
    const title = element('p')
    const counted = isReadable ? `${count} ${words.lines[plural.select(count)]}` : ''
    title.append(tag(severity, words), element('b', place), element('small', counted))
    cause.append(title, ...texts.map((text) => element('p', text)))
    return cause
  })
  const list = element('ul', '', 'ahead-causes')
  list.append(...shown)
  const rest = more > 0 ? [element('p', words.more.replace('{count}', more), 'hint')] : []
  const isRight = causes.every(({ severity }) => severity === 'information')
  const found = isRight ? words.nothing : words.sendAsIs
  const advice = isReadable ? found : words.choose
  return [...(shown.length > 0 ? [list] : []), ...rest, element('p', advice)]
}

function tag(severity, words) {
  return element('span', words.severities[severity], `tag is-${tones[severity]}`)
}

const tones = { blocking: 'stop', to_confirm: 'wait', information: 'info' }

function element(name, text = '', className = '') {
  const made = document.createElement(name)
  made.textContent = text
  if (className) made.className = className
  return made
}
