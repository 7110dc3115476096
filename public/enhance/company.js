/** Another company may be opened in another tab: this one says whose it is, and leads back to it. */
export function watchCompany(shown) {
  if (!globalThis.BroadcastChannel) return
  const { company, text, to, label } = shown.dataset
  const tabs = new BroadcastChannel('entreprise')
  tabs.addEventListener('message', ({ data }) => {
    const region = document.querySelector('.notice-region')
    region?.querySelector('[data-company]')?.remove()
    if (data === company) return
    const said = boxed('note is-warning')
    said.dataset.company = company
    const body = boxed('note-text')
    body.append(paragraph(text), wayBack({ to, label }))
    said.append(body)
    region?.append(said)
  })
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel of this origin, not a window
  tabs.postMessage(company)
}

function boxed(name) {
  const box = document.createElement('div')
  box.className = name
  return box
}

function paragraph(text) {
  const said = document.createElement('p')
  said.textContent = text
  return said
}

/** Takes that company in hand again, and opens this page again. The form is the body's: no form stands within another. */
export function wayBack({ to, label }) {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'button is-plain'
  button.textContent = label
  button.addEventListener('click', () => {
    const form = document.createElement('form')
    form.method = 'post'
    form.action = to + encodeURIComponent(location.pathname)
    form.append(document.querySelector('input[name=csrf]').cloneNode())
    document.body.append(form)
    form.submit()
  })
  return button
}
