import { wayBack } from './company.js'
import { release } from './once.js'
import { arrive, drawProgress } from './progress.js'

const smallest = 64 * 1024
const largest = 1024 * 1024
/** A part that takes longer is followed by a smaller one, and a quick one by a larger one. */
const slowMs = 8_000
const quickMs = 1_500
/** Ten minutes and more of trying, before the person is asked to. */
const waits = [1, 2, 4, 8, 15, ...Array(20).fill(30)]
const hashedUpTo = 128 * 1024 * 1024

/** Sends a file part by part: after a lost connection, or in another tab, it goes on where it stopped. */
export async function sendByParts(form, zone, file) {
  const cancelling = new AbortController()
  const { bar, said, cancel } = drawProgress(zone, zone.dataset.stop)
  const say = sayInto(said, bar)
  cancel.addEventListener('click', () => {
    cancel.disabled = true
    cancelling.abort()
  })
  const sending = {
    form,
    zone,
    file,
    say,
    signal: cancelling.signal,
    percent: 0,
    deposit: null,
    asked: false,
  }
  try {
    say(zone.dataset.preparing)
    const hash = hashOf(file)
    await sendAll(sending)
    cancel.remove()
    bar.removeAttribute('value')
    say(zone.dataset.verifying)
    arrive(await finish(sending, await hash), form)
  } catch (error) {
    bar.remove()
    cancel.remove()
    await explain(sending, said, error)
    release(form)
  }
}

/** What the portal refuses comes with its sentence. */
class Refused extends Error {
  constructor({ sentence, signIn, back }) {
    super(sentence)
    this.signIn = signIn
    this.back = back
  }
}

function sayInto(said, bar) {
  let shown = ''
  return (sentence, percent) => {
    if (percent !== undefined) bar.value = percent
    const text = sentence.replace('{percent}', percent ?? '')
    if (text !== shown) said.textContent = shown = text
  }
}

async function sendAll(sending) {
  const { zone, file, say } = sending
  sending.deposit = await begin(sending)
  let { received } = sending.deposit
  let size = 4 * smallest
  let step = received > 0 ? zone.dataset.goingOn : zone.dataset.sending
  while (received < file.size) {
    sending.percent = Math.floor((100 * received) / file.size)
    // Every ten per cent is enough to hear; the bar shows the rest.
    say(step, sending.percent - (sending.percent % 10))
    const began = performance.now()
    const progress = await persist(sending, () => sendPart(sending, received, size))
    if (progress.state !== 'receiving') return
    if (progress.received > received) step = zone.dataset.sending
    received = progress.received
    const took = performance.now() - began
    if (took < quickMs) size = Math.min(largest, size * 2)
    if (took > slowMs) size = Math.max(smallest, size / 2)
  }
}

function begin(sending) {
  const { form, zone, file } = sending
  const fields = {
    nom: file.name,
    taille: file.size,
    date: file.lastModified,
    // A box that is not ticked says nothing.
    remplace: new FormData(form).get('remplace') ?? '',
  }
  // Never cut short: the portal may have begun by then, and is told of the giving up once its answer says what to give up.
  const whole = { ...sending, signal: undefined }
  sending.asked = true
  return persist(sending, () => postForm(whole, zone.dataset.uploadParts, fields).then(toJson))
}

async function sendPart({ form, file, deposit, signal }, from, size) {
  const answer = await fetch(`${deposit.part}?depuis=${from}`, {
    method: 'POST',
    body: file.slice(from, from + size),
    headers: {
      accept: 'application/json',
      'content-type': 'application/octet-stream',
      'x-csrf': form.elements.csrf.value,
      'x-entreprise': form.elements.entreprise?.value ?? '',
    },
    signal,
  })
  return toJson(answer)
}

function finish(sending, empreinte) {
  return persist(sending, async () => {
    const answer = await postForm(sending, sending.deposit.finish, { empreinte })
    if (!answer.ok) await toJson(answer)
    return { responseText: await answer.text(), responseURL: answer.url }
  })
}

function postForm({ form, signal }, url, fields) {
  const { csrf, entreprise } = form.elements
  const body = new URLSearchParams({ csrf: csrf.value, ...fields })
  if (entreprise) body.set('entreprise', entreprise.value)
  return fetch(url, { method: 'POST', body, headers: { accept: 'application/json' }, signal })
}

/** A refusal is told; anything else that is wrong may be better at the next try. */
async function toJson(answer) {
  const isJson = answer.headers.get('content-type')?.startsWith('application/json')
  if (!isJson || answer.status >= 500) throw new Error(`answered ${answer.status}`)
  const said = await answer.json()
  if (!answer.ok) throw new Refused(said)
  return said
}

/** Tries again, later and later, or as soon as the line is back. */
async function persist({ zone, say, signal, percent }, work) {
  for (const seconds of waits) {
    try {
      return await work()
    } catch (error) {
      if (error instanceof Refused || signal.aborted) throw error
      say(zone.dataset.waiting, percent)
      await Promise.race([pause(seconds, signal), backOnline()])
    }
  }
  throw new Error('given up')
}

function pause(seconds, signal) {
  return new Promise((resolve, reject) => {
    setTimeout(resolve, seconds * 1000)
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
  })
}

function backOnline() {
  return new Promise((resolve) => addEventListener('online', resolve, { once: true }))
}

async function explain(sending, said, error) {
  const { zone, signal, percent } = sending
  if (signal.aborted && (await giveUp(sending))) said.textContent = zone.dataset.stopped
  else if (error instanceof Refused) {
    said.textContent = error.message
    if (error.signIn) said.append(' ', linkTo(error.signIn))
    if (error.back) said.after(wayBack(error.back))
  } else said.textContent = zone.dataset.failed.replace('{percent}', percent)
}

/** Whether nothing of it is left at the portal. */
async function giveUp(sending) {
  if (!sending.deposit) return !sending.asked
  const whole = { ...sending, signal: undefined }
  return postForm(whole, sending.deposit.cancel, {}).then(
    ({ ok }) => ok,
    () => false,
  )
}

function linkTo(address) {
  const link = document.createElement('a')
  link.href = address
  link.textContent = address.split('?')[0]
  return link
}

/** Where the browser can tell: the portal then compares what has come with what was meant. */
async function hashOf(file) {
  if (!globalThis.crypto?.subtle || file.size > hashedUpTo) return ''
  try {
    const hash = await crypto.subtle.digest('SHA-256', await file.arrayBuffer())
    return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  } catch {
    return ''
  }
}
