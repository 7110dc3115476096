/** What `guichet check` says of what was typed, in the language of its findings. */
interface CheckUsage {
  readonly oneFile: string
  readonly language: string
  readonly employer: (typed: string) => string
  readonly category: (typed: string) => string
  readonly period: (typed: string) => string
  readonly ontoItself: (file: string) => string
  readonly unknownOption: string
  readonly missing: (file: string) => string
  readonly noFolder: (file: string) => string
  readonly isFolder: (file: string) => string
  readonly notRead: (file: string, code: string) => string
  readonly notWritten: (file: string, code: string) => string
}

const help = 'guichet check --help'

const french: CheckUsage = {
  oneFile: `Indiquez un fichier à contrôler, et un seul (${help}).`,
  language: '--lang s’écrit fr ou ar.',
  employer: (typed) =>
    `--employer attend les six chiffres du N° Adhérent ; «${typed}» n’en est pas un.`,
  category: (typed) => `--category attend deux chiffres, par exemple 01 ; «${typed}» n’en est pas.`,
  period: (typed) =>
    `--period attend un trimestre, par exemple 2024T3 ; «${typed}» n’en est pas un.`,
  ontoItself: (file) =>
    `--fix n’écrit pas sur le fichier contrôlé, ${file} : indiquez un autre nom, et gardez l’original.`,
  unknownOption: `Une option est inconnue ou incomplète : ${help} dit ce qui est accepté.`,
  missing: (file) => `Le fichier ${file} n’existe pas.`,
  noFolder: (file) => `Le fichier ${file} ne peut pas être écrit : son dossier n’existe pas.`,
  isFolder: (file) => `${file} est un dossier : indiquez un fichier.`,
  notRead: (file, code) => `Le fichier ${file} ne peut pas être lu (${code}).`,
  notWritten: (file, code) => `Le fichier ${file} ne peut pas être écrit (${code}).`,
}

const arabic: CheckUsage = {
  oneFile: `اذكروا ملفا واحدا للمراقبة (${help}).`,
  language: 'قيمة --lang هي fr أو ar.',
  employer: (typed) => `ينتظر --employer أرقام المنخرط الستة، و«${typed}» ليس كذلك.`,
  category: (typed) => `ينتظر --category رقمين مثل 01، و«${typed}» ليس كذلك.`,
  period: (typed) => `ينتظر --period فصلا مثل 2024T3، و«${typed}» ليس كذلك.`,
  ontoItself: (file) =>
    `لا يكتب --fix فوق الملف المراقب ${file}: اختاروا اسما آخر واحتفظوا بالأصل.`,
  unknownOption: `هناك خيار غير معروف أو ناقص: يبين ${help} ما هو مقبول.`,
  missing: (file) => `الملف ${file} غير موجود.`,
  noFolder: (file) => `تتعذر كتابة الملف ${file}: مجلده غير موجود.`,
  isFolder: (file) => `${file} مجلد: اذكروا ملفا.`,
  notRead: (file, code) => `تتعذر قراءة الملف ${file} (${code}).`,
  notWritten: (file, code) => `تتعذر كتابة الملف ${file} (${code}).`,
}

export function checkUsage(language: 'fr' | 'ar'): CheckUsage {
  return language === 'ar' ? arabic : french
}

/** Of arguments that could not be understood: what stands beside them still says the language. */
export function misunderstoodCheck(args: readonly string[]): string {
  const at = args.indexOf('--lang')
  const isArabic = args.includes('--lang=ar') || (at >= 0 && args[at + 1] === 'ar')
  return checkUsage(isArabic ? 'ar' : 'fr').unknownOption
}
