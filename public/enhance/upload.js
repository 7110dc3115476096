import { release } from './once.js'

/** Files are sent with their progress in words and a way to stop; the answer replaces the page. */
export function followUpload(form) {
  const zone = form.querySelector('[data-upload-progress]')
  form.addEventListener('submit', (event) => {
    const hasFile = [...form.querySelectorAll('input[type=file]')].some((i) => i.files.length > 0)
    if (!zone || !hasFile || event.defaultPrevented) return
    event.preventDefault()
    send(form, zone, event.submitter)
  })
}

function send(form, zone, submitter) {
  const request = new XMLHttpRequest()
  const { bar, said, cancel } = draw(zone)
  const end = (sentence) => {
    bar.remove()
    cancel.remove()
    said.textContent = sentence
    release(form)
  }
  let shown = -10
  request.upload.addEventListener('progress', ({ loaded, total }) => {
    const percent = Math.floor((100 * loaded) / total)
    bar.value = percent
    // Every ten per cent is enough to hear.
    if (percent < shown + 10) return
    shown = percent
    said.textContent =
      percent < 100 ? zone.dataset.sending.replace('{percent}', percent) : zone.dataset.checking
  })
  request.addEventListener('load', () =>
    showAnswer(
      new DOMParser().parseFromString(request.responseText, 'text/html'),
      request.responseURL,
    ),
  )
  request.addEventListener('error', () => end(zone.dataset.failed))
  request.addEventListener('abort', () => end(zone.dataset.cancelled))
  cancel.addEventListener('click', () => request.abort())
  request.open('POST', submitter?.getAttribute('formaction') ?? form.action)
  const data = new FormData(form)
  if (submitter?.name) data.append(submitter.name, submitter.value)
  request.send(data)
}

function draw(zone) {
  const said = document.createElement('p')
  said.setAttribute('role', 'status')
  const bar = document.createElement('progress')
  bar.max = 100
  bar.value = 0
  bar.setAttribute('aria-label', zone.dataset.sending.replace(/[ :]*\{percent\}.*/, ''))
  const cancel = document.createElement('button')
  cancel.type = 'button'
  cancel.className = 'button is-plain'
  cancel.textContent = zone.dataset.cancel
  zone.replaceChildren(said, bar, cancel)
  return { said, bar, cancel }
}

/** The answer becomes the page, where the request ended: asking for it again would lose its notice. */
export function showAnswer(page, address) {
  if (address !== location.href) history.pushState(null, '', address)
  // Back leads to the form as it was served, not to this page under its address.
  addEventListener('popstate', () => location.reload(), { once: true })
  document.title = page.title
  document.body.replaceWith(page.body)
  scrollTo(0, 0)
  dispatchEvent(new Event('page-replaced'))
}
