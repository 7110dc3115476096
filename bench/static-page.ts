import { createServer } from 'node:http'
import { once } from 'node:events'

const style = `body{margin:0;font-family:sans-serif;color:#0b0c0c;max-inline-size:60rem;margin-inline:auto;padding:1rem}
h1{font-size:2rem}.field{margin-block:1rem}input{display:block;inline-size:20rem;padding:.5rem;border:2px solid}
button{background:#00703c;color:#fff;border:0;padding:.6rem 1rem}header{background:#0b0c0c;color:#fff;padding:1rem}`

const page = `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Page statique</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="stylesheet" href="/page.css"></head>
<body><header>Caisse de démonstration</header><main><h1>Se connecter</h1>
<p>${'Une page écrite à la main, avec un formulaire et rien d’autre. '.repeat(20)}</p>
<form><div class="field"><label for="n">N° Adhérent</label><input id="n"></div>
<div class="field"><label for="p">Mot de passe</label><input id="p" type="password"></div><button>Valider</button></form>
</main></body></html>`

/** The best a page can do: written by hand, one style sheet, no font, no script, served from memory. */
export async function serveStaticPage(): Promise<{ url: string; close(): void }> {
  const server = createServer((request, response) => {
    const isStyle = request.url === '/page.css'
    response.setHeader('content-type', isStyle ? 'text/css' : 'text/html; charset=utf-8')
    response.end(isStyle ? style : page)
  }).listen(0, 'localhost')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return { url: `http://localhost:${address.port}/`, close: () => void server.close() }
}
