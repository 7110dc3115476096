/** A button that shows what is typed; hidden again before it is sent, so that no browser keeps it as text. */
export function offerToShow(wrapper) {
  const input = wrapper.querySelector('input')
  // What can be shown is not typed twice.
  input.form?.elements[`${input.name}Again`]?.closest('.field').remove()
  if (!input.isConnected) return
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'button'
  button.setAttribute('aria-controls', input.id)
  const show = (isShown) => {
    input.type = isShown ? 'text' : 'password'
    button.textContent = isShown ? wrapper.dataset.hide : wrapper.dataset.show
    button.setAttribute('aria-label', `${button.textContent} ${nameOf(input)}`)
  }
  button.addEventListener('click', () => show(input.type === 'password'))
  input.form?.addEventListener('submit', () => show(false))
  show(false)
  wrapper.append(button)
}

function nameOf(input) {
  return input.labels?.[0]?.textContent.trim() ?? ''
}
