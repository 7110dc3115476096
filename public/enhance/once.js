/** A form that is on its way is not sent again by a second press. */
export function sendOnce(form) {
  form.addEventListener('submit', (event) => {
    if (form.dataset.sent) return event.preventDefault()
    form.dataset.sent = 'true'
    mark(form, true)
    // A file that comes back leaves the page where it is.
    if (!form.dataset.enhance.includes('upload')) setTimeout(() => release(form), 10_000)
  })
  // Back from the next page, the form may be sent again.
  addEventListener('pageshow', (event) => event.persisted && release(form))
}

export function release(form) {
  delete form.dataset.sent
  mark(form, false)
}

function mark(form, isBusy) {
  for (const button of form.querySelectorAll('button[type=submit]')) {
    if (isBusy) button.setAttribute('aria-disabled', 'true')
    else button.removeAttribute('aria-disabled')
  }
}
