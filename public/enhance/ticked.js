/** Says how many boxes are ticked, as they are ticked. */
export function countTicked(form) {
  const said = form.querySelector('[role=status][data-text]')
  const boxes = [...form.querySelectorAll('input[type=checkbox]')]
  const say = () => {
    const count = boxes.filter((box) => box.checked).length
    said.textContent = said.dataset.text.replace('{count}', count).replace('{all}', boxes.length)
  }
  form.addEventListener('change', say)
  // Back from another page, the boxes are as they were left.
  addEventListener('pageshow', say)
  say()
}
