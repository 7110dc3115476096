/** Progress as a bar and in words, and the way to stop. */
export function drawProgress(zone, cancelText) {
  const said = document.createElement('p')
  said.setAttribute('role', 'status')
  const bar = document.createElement('progress')
  bar.max = 100
  bar.value = 0
  bar.setAttribute('aria-label', zone.dataset.sending.replace(/[ :]*\{percent\}.*/, ''))
  const cancel = document.createElement('button')
  cancel.type = 'button'
  cancel.className = 'button is-plain'
  cancel.textContent = cancelText
  zone.replaceChildren(said, bar, cancel)
  return { said, bar, cancel }
}

/** What a request answered, where it ended; a part of the page that is of it may take it instead of the whole page. */
export function arrive({ responseText, responseURL }, form) {
  const page = new DOMParser().parseFromString(responseText, 'text/html')
  const detail = { page, address: responseURL }
  const answered = new CustomEvent('answered', { bubbles: true, cancelable: true, detail })
  if (form.dispatchEvent(answered)) showAnswer(page, responseURL)
}

/** The answer becomes the page: asking for it again would lose its notice. */
export function showAnswer(page, address) {
  if (address !== location.href) history.pushState(null, '', address)
  // Back leads to the form as it was served, not to this page under its address.
  addEventListener('popstate', () => location.reload(), { once: true })
  document.title = page.title
  document.body.replaceWith(page.body)
  scrollTo(0, 0)
  dispatchEvent(new Event('page-replaced'))
}
