import { centimes, written } from './amount.js'

/** Says what the ticked boxes come to: each tells its own amount, or the name of the field where one is typed. */
export function sumTicked(form) {
  const said = form.querySelector('[data-ticked-sum]')
  const boxes = [...form.querySelectorAll('[data-amount], [data-amount-in]')]
  const amountOf = ({ dataset: { amount, amountIn } }) =>
    amountIn ? centimes(form.elements[amountIn].value) : BigInt(amount)
  const say = () => {
    const amounts = boxes.filter(({ checked }) => checked).map(amountOf)
    const total = written(amounts.reduce((all, amount) => all + (amount ?? 0n), 0n))
    const shown = said.querySelector('bdi bdi')
    // What has not changed is not announced again.
    if (shown.textContent !== total) shown.textContent = total
    said.querySelector('[data-unread]').hidden = !amounts.includes(null)
  }
  form.addEventListener('change', say)
  // Back from another page, the boxes are as they were left.
  addEventListener('pageshow', say)
  say()
  said.hidden = false
}
