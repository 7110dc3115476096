import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ar } from '../src/web/words/ar/index.ts'
import { fr } from '../src/web/words/fr/index.ts'

const source = join(import.meta.dirname, '../src')
const frenchWords = join(source, 'web/words/fr')
const arabicSources = [
  ...readdirSync(join(source, 'web/words/ar')).map((file) => join(source, 'web/words/ar', file)),
  join(source, 'declarations/checking/words.ar.ts'),
  join(source, 'web/gallery-samples.ts'),
]

type Leaf = { readonly path: string; readonly value: unknown }

function leaves(tree: object, path = ''): Leaf[] {
  return Object.entries(tree).flatMap(([key, value]): Leaf[] =>
    value !== null && typeof value === 'object'
      ? leaves(value as object, `${path}.${key}`)
      : [{ path: `${path}.${key}`, value }],
  )
}

/** Labels that are the same in both languages: names of the other language, codes, marks. */
const sameInBoth = /^\s*$|^[\d\s.,:;/+·—–-]+$|^(CSV|PDF|ICE|RIB|IBAN|CIN|TXT)$|@|^[A-Z]{2,}$/

/** Words whose name a page puts together: a mistake of a salary, what is missing of a person, the actions of the trail. */
const builtByTemplate =
  /^\.(?:refusals\.(?:access\.password_|debits\.message_|declarations\.(?:not_readable|blocking|to_confirm)$)|entry\.mistakes\.salary_|entry\.personMistakes\.\w+Missing|receivedTransfers\.keep\.\w+Hint|\w+\.trail\.sentences\.|machine\.operations\.)/

/** One Arabic name for each thing (docs/domain/glossary.md), and what it is not called. */
const notWritten: readonly (readonly [string, RegExp])[] = [
  // «المنخرط» is the company: its number, its account, the company itself; a person is «المنتسب».
  ['المنتسب', /(?<!رقم ال|حساب ال|حساب )منخرط(?!ة)/],
  ['التصريح الإلكتروني', /ال?تصريح عن بعد/],
  ['الأداء الإلكتروني', /الأداء عن بعد|الدفع الإلكتروني/],
  ['تصفية المعاش', /التصفية الإلكترونية|تصفية المعاشات/],
  ['مدير المستعملين', /مدير المستخدمين/],
  ['تسمية المقاولة', /الاسم التجاري/],
  ['الوظيفة', /المهمة|مهمته/],
  ['وثيقة الهوية', /وثيقة ال?تعريف/],
  ['خيار الأداء', /طريقة الأداء/],
  ['حالة بحالة', /حسب كل حالة/],
  ['كلمة السر', /كلمة ال?مرور/],
  ['العون', /موظف/],
  // «المؤسسة» is an establishment of a company: it grants and raises nothing.
  ['الصندوق', /(?:رفعت|منحت|قررت|حددت) المؤسسة/],
]

/** The other language's own name, and the name of a downloaded file. */
const latinOnPurpose = new Set([
  '.frame.language',
  '.administration.form.languages.fr',
  '.administration.trail.exportName',
  '.ledger.statement.fileName',
  '.figures.fileName',
])

describe('words', () => {
  it('says everything in both languages (US11)', () => {
    const french = leaves(fr).map((leaf) => leaf.path)
    expect(
      leaves(ar)
        .map((leaf) => leaf.path)
        .sort(),
    ).toEqual([...french].sort())
    expect(leaves(fr).filter((leaf) => leaf.value === '')).toEqual([])
    expect(leaves(ar).filter((leaf) => leaf.value === '')).toEqual([])
  })

  it('writes Arabic in Arabic', () => {
    const untranslated = leaves(ar).filter(
      ({ path, value }) =>
        typeof value === 'string' &&
        !/[\u0600-\u06ff]/.test(value) &&
        !sameInBoth.test(value) &&
        !latinOnPurpose.has(path),
    )
    expect(untranslated.map((leaf) => `${leaf.path}: ${String(leaf.value)}`)).toEqual([])
  })

  it('calls one thing by one Arabic name, on every screen, mail and paper', () => {
    const written = arabicSources.flatMap((file) => {
      const text = readFileSync(file, 'utf8')
      return notWritten.flatMap(([name, variant]) => {
        const found = variant.exec(text)?.[0]
        return found === undefined ? [] : [`${basename(file)}: «${found}» instead of «${name}»`]
      })
    })
    expect(written).toEqual([])
  })

  it('calls a person «affilié» in French, and a company «adhérent», never «membre»', () => {
    const named = leaves(fr).filter(({ value }) => /\bmembres?\b/i.test(String(value)))
    expect(named.map(({ path }) => path)).toEqual([])
  })

  it('uses the Arabic comma, and no space before a colon, in Arabic', () => {
    const latin = arabicSources.flatMap((file) =>
      Array.from(
        readFileSync(file, 'utf8').matchAll(/[\u0620-\u064a](?:,| [:؛؟،]).{0,20}/g),
        ([found]) => `${basename(file)}: ${found}`,
      ),
    )
    expect(latin).toEqual([])
  })

  it('says a deadline that includes its day as «في أجل أقصاه», as «au plus tard le» does', () => {
    const arabic = new Map(leaves(ar).map(({ path, value }) => [path, String(value)]))
    const before = leaves(fr)
      .filter(({ value }) => /au plus tard le/.test(String(value)))
      .filter(({ path }) => /قبل /.test(arabic.get(path) ?? ''))
    expect(before.map(({ path }) => path)).toEqual([])
  })

  it('has no Latin comma, semicolon or question mark between Arabic words', () => {
    const [word, between] = [/[\u0620-\u064a]/, /[\u0620-\u064a\u2069»)]\s?[,;?](?!\d)/]
    const spoken = arabicSources.flatMap((file) =>
      Array.from(readFileSync(file, 'utf8').matchAll(/'[^'\n]*'|`[^`]*`/g), ([text]) => text)
        .filter((text) => word.test(text))
        // What a template takes in is code.
        .map((text) => text.replace(/\$\{[^}]*\}/g, '»'))
        .filter((text) => between.test(text) || /[,;?]\s+[\u0620-\u064a]/.test(text))
        .map((text) => `${basename(file)}: ${text}`),
    )
    expect(spoken).toEqual([])
  })

  it('shouts at nobody', () => {
    const shouting = [...leaves(fr), ...leaves(ar)].filter(
      ({ value }) => typeof value === 'string' && /!/.test(value),
    )
    expect(shouting.map((leaf) => leaf.path)).toEqual([])
  })

  it('uses typographic apostrophes in French', () => {
    const straight = leaves(fr).filter(
      ({ value }) => typeof value === 'string' && /[a-zà-ÿ]'[a-zà-ÿ]/i.test(value),
    )
    expect(straight.map((leaf) => leaf.path)).toEqual([])
  })

  it('elides «de» and «que» before the names that sentences take in (d’Atlas, qu’Omar)', () => {
    const names = 'agent|by|company|employer|login|name|validator|who'
    const told = readdirSync(frenchWords)
      .filter((file) => file !== 'elision.ts')
      .flatMap((file) =>
        Array.from(
          readFileSync(join(frenchWords, file), 'utf8').matchAll(
            new RegExp(`\\b(?:de|que) \\$\\{(?:${names})\\}`, 'g'),
          ),
          ([said]) => `${file}: ${said}`,
        ),
      )
    expect(told).toEqual([])
  })

  it('has a use for every word: none outlives the page that said it', () => {
    const program = [source, join(source, '../public/enhance')]
      .flatMap((folder) =>
        readdirSync(folder, { recursive: true, encoding: 'utf8' })
          .filter((file) => /^(?!web.words.(?:fr|ar)\b)(?!.*\.test\.).*\.(?:tsx?|js)$/.test(file))
          .map((file) => readFileSync(join(folder, file), 'utf8')),
      )
      .join('\n')
    const names = new Set(program.match(/\w+/g))
    const unused = leaves(fr).flatMap(({ path }) => {
      const code = path.replace(/^\.refusals\./, '')
      if (builtByTemplate.test(path)) return []
      if (code !== path) return program.includes(`'${code}'`) ? [] : [path]
      const name = /\.([A-Za-z_]\w*)$/.exec(path)?.[1]
      return name === undefined || names.has(name) ? [] : [path]
    })
    expect(unused).toEqual([])
  })

  it('asks for what is typed with one verb in each language: «saisissez», «أدخلوا»', () => {
    const arabic = new Map(leaves(ar).map(({ path, value }) => [path, String(value)]))
    const french = leaves(fr).map(({ path, value }) => ({ path, said: String(value) }))
    expect(french.filter(({ said }) => /\b(?:tapez|entrez)\b/i.test(said))).toEqual([])
    const otherwise = french.filter(
      ({ path, said }) => /\bsaisissez\b/i.test(said) && !/دخل/.test(arabic.get(path) ?? ''),
    )
    expect(otherwise).toEqual([])
  })
})
