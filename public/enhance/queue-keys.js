/** The agents' queue by keyboard: j and k move, Enter opens, r takes the case or gives it back. */
export function moveByKeys(queue) {
  const rows = [...queue.querySelectorAll('tbody tr')]
  let current = -1
  const moveTo = (index) => {
    if (!rows[index]) return
    rows[current]?.classList.remove('is-current')
    current = index
    rows[current].classList.add('is-current')
    // The link takes the focus, so that Enter opens and a screen reader says where we are.
    rows[current].querySelector('a')?.focus({ preventScroll: true })
    rows[current].scrollIntoView({ block: 'nearest' })
  }
  onKey({
    j: () => moveTo(current + 1),
    k: () => moveTo(Math.max(0, current - 1)),
    r: () => rows[current]?.querySelector('button')?.click(),
  })
  queue.addEventListener('focusin', (event) => {
    const index = rows.indexOf(event.target.closest('tbody tr'))
    if (index >= 0 && index !== current) {
      rows[current]?.classList.remove('is-current')
      current = index
      rows[current].classList.add('is-current')
    }
  })
  offerToSwitch(queue.querySelector('[data-keys]'))
}

/** n: takes the case that comes next, from the queue or from a case. */
export function nextByKey(form) {
  onKey({ n: () => form.requestSubmit() })
}

/** d: opens the document that comes next in a claim. */
export function nextDocumentByKey(link) {
  onKey({ d: () => link.click() })
}

const kept = 'queue-keys-off'

/** Single letters can be in the way of who speaks to the computer: they can be switched off, on this computer. */
function offerToSwitch(button) {
  if (!button) return
  const labels = [button.textContent, button.dataset.keys]
  const show = () => (button.textContent = labels[localStorage.getItem(kept) ? 1 : 0])
  button.addEventListener('click', () => {
    if (localStorage.getItem(kept)) localStorage.removeItem(kept)
    else localStorage.setItem(kept, 'off')
    show()
  })
  show()
  button.hidden = false
}

function onKey(acts) {
  addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
    const act = acts[event.key]
    if (!act || localStorage.getItem(kept)) return
    event.preventDefault()
    act()
  })
}

function isTyping(element) {
  return element.matches?.('input, select, textarea, [contenteditable]') ?? false
}
