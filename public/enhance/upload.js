import { release } from './once.js'
import { arrive, drawProgress } from './progress.js'
import { sendByParts } from './parts.js'

/** Files are sent with their progress in words and a way to stop; the answer replaces the page. */
export function followUpload(form) {
  const whole = form.querySelector('[data-upload-progress]')
  const parts = form.querySelector('[data-upload-parts]')
  form.addEventListener('submit', (event) => {
    const wrong = form.querySelector('input[type=file]:invalid')
    if (wrong) {
      event.preventDefault()
      release(form)
      wrong.focus()
      return
    }
    const files = [...form.querySelectorAll('input[type=file]')].flatMap((one) => [...one.files])
    if (!(whole ?? parts) || files.length === 0 || event.defaultPrevented) return
    event.preventDefault()
    if (parts) void sendByParts(form, parts, files[0])
    else send(form, whole, event.submitter)
  })
}

function send(form, zone, submitter) {
  const request = new XMLHttpRequest()
  const { bar, said, cancel } = drawProgress(zone, zone.dataset.cancel)
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
  request.addEventListener('load', () => arrive(request, form))
  request.addEventListener('error', () => end(zone.dataset.failed))
  request.addEventListener('abort', () => end(zone.dataset.cancelled))
  cancel.addEventListener('click', () => request.abort())
  request.open('POST', submitter?.getAttribute('formaction') ?? form.action)
  const data = new FormData(form)
  if (submitter?.name) data.append(submitter.name, submitter.value)
  request.send(data)
}
