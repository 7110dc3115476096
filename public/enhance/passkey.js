import { release } from './once.js'

/** Challenges live five minutes: after four, the page is asked for another one first. */
const freshMs = 4 * 60_000

/** One more button in a row of them, or the only one: it asks a passkey to sign, or makes one, then sends the form with the answer. */
export function offerPasskey(place) {
  const said = document.createElement('p')
  said.className = 'hint'
  said.setAttribute('role', 'status')
  place.after(said)
  if (!globalThis.PublicKeyCredential) {
    said.textContent = place.dataset.unsupported
    return
  }
  const asking = { place, said, button: null, shownAt: Date.now(), offered: null }
  forgetAnswer(place)
  asking.button = place.dataset.only ? takeOver(asking) : drawButton(asking)
  if (place.dataset.autofill) void offerInField(asking)
}

/** An answer that the browser kept, after a reload or on the way back, is to a question of before. */
function forgetAnswer(place) {
  const forget = () => (answerOf(place).value = '')
  forget()
  addEventListener('pageshow', forget)
}

function drawButton(asking) {
  const { place } = asking
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'button is-plain'
  button.textContent = place.dataset.label
  button.addEventListener('click', () => void answer(asking))
  place.append(button)
  return button
}

/** A form that nothing but a passkey sends: its own button asks first, and so does the key that sends a form. */
function takeOver(asking) {
  const input = answerOf(asking.place)
  const first = (event) => {
    if (input.value) return
    event.preventDefault()
    event.stopImmediatePropagation()
    void answer(asking)
  }
  input.form.addEventListener('submit', first, true)
  return asking.place.querySelector('button')
}

async function answer(asking) {
  const { place, said, button } = asking
  if (button.ariaDisabled) return
  asking.offered?.abort()
  button.ariaDisabled = 'true'
  said.textContent = place.dataset.waiting
  try {
    send(place, place.dataset.create ? await make(place) : await sign(await freshRequest(asking)))
  } catch (error) {
    said.textContent = place.dataset[sentenceFor(error)]
  } finally {
    button.ariaDisabled = null
  }
}

/** In the browser's own list under the field, without a press of ours. */
async function offerInField(asking) {
  if (!(await PublicKeyCredential.isConditionalMediationAvailable?.())) return
  asking.offered = new AbortController()
  const { signal } = asking.offered
  const request = JSON.parse(asking.place.dataset.get)
  // Nothing was chosen, or the button took over: nothing to say.
  await sign(request, { mediation: 'conditional', signal }).then(
    (answered) => send(asking.place, answered),
    () => undefined,
  )
}

/** The question on the page, or a newer one when it has been there for long. */
async function freshRequest({ place, shownAt }) {
  if (!place.dataset.signsPage && Date.now() - shownAt > freshMs) {
    const page = await (await fetch(location.href)).text()
    const newer = new DOMParser().parseFromString(page, 'text/html').querySelector('[data-get]')
    if (newer) place.dataset.get = newer.dataset.get
  }
  return JSON.parse(place.dataset.get)
}

async function sign(request, how = {}) {
  const { id, type, rawId, response } = await navigator.credentials.get({
    publicKey: {
      ...request,
      challenge: toBytes(request.challenge),
      allowCredentials: request.allowCredentials.map(withBytes),
    },
    ...how,
  })
  return {
    id,
    type,
    rawId: toText(rawId),
    response: {
      clientDataJSON: toText(response.clientDataJSON),
      authenticatorData: toText(response.authenticatorData),
      signature: toText(response.signature),
    },
  }
}

async function make({ dataset }) {
  const asked = JSON.parse(dataset.create)
  const { id, type, rawId, response } = await navigator.credentials.create({
    publicKey: {
      ...asked,
      challenge: toBytes(asked.challenge),
      user: { ...asked.user, id: toBytes(asked.user.id) },
      excludeCredentials: asked.excludeCredentials.map(withBytes),
    },
  })
  return {
    id,
    type,
    rawId: toText(rawId),
    response: {
      clientDataJSON: toText(response.clientDataJSON),
      attestationObject: toText(response.attestationObject),
      transports: response.getTransports?.() ?? [],
    },
  }
}

const answerOf = (place) => place.querySelector('input[type=hidden]')

function send(place, answered) {
  const input = answerOf(place)
  input.value = JSON.stringify(answered)
  release(input.form)
  input.form.requestSubmit()
}

function sentenceFor({ name }) {
  if (name === 'NotAllowedError' || name === 'AbortError') return 'cancelled'
  return name === 'InvalidStateError' ? 'known' : 'failed'
}

const withBytes = (credential) => ({ ...credential, id: toBytes(credential.id) })

function toBytes(text) {
  const plain = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(plain, (one) => one.charCodeAt(0))
}

function toText(bytes) {
  const plain = String.fromCharCode(...new Uint8Array(bytes))
  return btoa(plain).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}
