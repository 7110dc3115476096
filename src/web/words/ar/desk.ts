import type { desk as french, deskRefusals as frenchRefusals } from '../fr/desk.ts'
import { grouped, isolate, ltr, type WordsOf } from '../language.ts'

const plurals = new Intl.PluralRules('ar')

type Forms = Record<Intl.LDMLPluralRule, (number: string) => string>

const inForms = (forms: Forms) => (count: number) =>
  forms[plurals.select(count)](ltr(grouped(count)))

/** As a subject: «سطران», «3 أسطر». */
const lines = inForms({
  zero: () => 'لا سطر',
  one: () => 'سطر واحد',
  two: () => 'سطران',
  few: (n) => `${n} أسطر`,
  many: (n) => `${n} سطرا`,
  other: (n) => `${n} سطر`,
})
/** After a verb or a preposition: «سطرين». */
const ofLines = inForms({
  zero: () => 'أي سطر',
  one: () => 'سطر واحد',
  two: () => 'سطرين',
  few: (n) => `${n} أسطر`,
  many: (n) => `${n} سطرا`,
  other: (n) => `${n} سطر`,
})
const remarks = inForms({
  zero: () => 'لا ملاحظة',
  one: () => 'ملاحظة واحدة',
  two: () => 'ملاحظتان',
  few: (n) => `${n} ملاحظات`,
  many: (n) => `${n} ملاحظة`,
  other: (n) => `${n} ملاحظة`,
})
const madeCorrections = inForms({
  zero: () => '',
  one: () => 'تصحيح واحد',
  two: () => 'تصحيحان',
  few: (n) => `${n} تصحيحات`,
  many: (n) => `${n} تصحيحا`,
  other: (n) => `${n} تصحيح`,
})
const givenReasons = inForms({
  zero: () => '',
  one: () => 'سبب واحد',
  two: () => 'سببان',
  few: (n) => `${n} أسباب`,
  many: (n) => `${n} سببا`,
  other: (n) => `${n} سبب`,
})
const mistakes = inForms({
  zero: () => 'لا خطأ',
  one: () => 'خطأ واحد',
  two: () => 'خطآن',
  few: (n) => `${n} أخطاء`,
  many: (n) => `${n} خطأ`,
  other: (n) => `${n} خطأ`,
})
const readyLines = inForms({
  zero: () => 'لا يوجد بعد أي سطر جاهز.',
  one: () => 'سطر واحد جاهز.',
  two: () => 'سطران جاهزان.',
  few: (n) => `${n} أسطر جاهزة.`,
  many: (n) => `${n} سطرا جاهزا.`,
  other: (n) => `${n} سطر جاهز.`,
})
const ofMembers = inForms({
  zero: () => 'أي منتسب',
  one: () => 'منتسب واحد',
  two: () => 'منتسبين',
  few: (n) => `${n} منتسبين`,
  many: (n) => `${n} منتسبا`,
  other: (n) => `${n} منتسب`,
})
const joinedMembers = inForms({
  zero: () => 'لا ملتحق',
  one: () => 'ملتحق واحد',
  two: () => 'ملتحقان',
  few: (n) => `${n} ملتحقين`,
  many: (n) => `${n} ملتحقا`,
  other: (n) => `${n} ملتحق`,
})
const leftMembers = inForms({
  zero: () => 'لا مغادر',
  one: () => 'مغادر واحد',
  two: () => 'مغادران',
  few: (n) => `${n} مغادرين`,
  many: (n) => `${n} مغادرا`,
  other: (n) => `${n} مغادر`,
})
const absentMembers = inForms({
  zero: () => 'لا غائب عن هذا التصريح',
  one: () => 'غائب واحد عن هذا التصريح',
  two: () => 'غائبان عن هذا التصريح',
  few: (n) => `${n} غائبين عن هذا التصريح`,
  many: (n) => `${n} غائبا عن هذا التصريح`,
  other: (n) => `${n} غائب عن هذا التصريح`,
})
const salaries = inForms({
  zero: () => 'لا أجر',
  one: () => 'أجر واحد مختلف كثيرا',
  two: () => 'أجران مختلفان كثيرا',
  few: (n) => `${n} أجور مختلفة كثيرا`,
  many: (n) => `${n} أجرا مختلفا كثيرا`,
  other: (n) => `${n} أجر مختلف كثيرا`,
})
const rates = inForms({
  zero: () => 'لا نسبة',
  one: () => 'نسبة واحدة مختلفة',
  two: () => 'نسبتان مختلفتان',
  few: (n) => `${n} نسب مختلفة`,
  many: (n) => `${n} نسبة مختلفة`,
  other: (n) => `${n} نسبة مختلفة`,
})
const inDays = inForms({
  zero: () => 'اليوم',
  one: () => 'يوم واحد',
  two: () => 'يومين',
  few: (n) => `${n} أيام`,
  many: (n) => `${n} يوما`,
  other: (n) => `${n} يوم`,
})
const absences = inForms({
  zero: () => '',
  one: () => 'تعليل غياب واحد',
  two: () => 'تعليل غيابين',
  few: (n) => `تعليل ${n} غيابات`,
  many: (n) => `تعليل ${n} غيابا`,
  other: (n) => `تعليل ${n} غياب`,
})
const points = inForms({
  zero: () => 'أي نقطة',
  one: () => 'نقطة واحدة',
  two: () => 'نقطتين',
  few: (n) => `${n} نقط`,
  many: (n) => `${n} نقطة`,
  other: (n) => `${n} نقطة`,
})
const all = new Intl.ListFormat('ar')
const number = (count: number) => ltr(grouped(count))

export const desk: WordsOf<typeof french> = {
  ready: readyLines,
  // oxlint-disable-next-line max-params -- one count for each thing that is left
  left(toCorrect, toConfirm, absent, totals) {
    const parts = [
      ...(toCorrect > 0 ? [`تصحيح ${ofLines(toCorrect)}`] : []),
      ...(toConfirm > 0 ? [`تأكيد ${ofLines(toConfirm)}`] : []),
      ...(absent > 0 ? [absences(absent)] : []),
      ...(totals > 0 ? ['تعليل المجموع'] : []),
    ]
    return parts.length === 0
      ? 'لا شيء ينتظر التصحيح: راجعوا ثم أرسلوا.'
      : `بقي ${all.format(parts)}؛ لا حاجة إلى إعادة إرسال ما هو سليم.`
  },
  filters: 'الملاحظات المعروضة',
  everything: 'الكل',
  kinds: { blocking: 'يجب تصحيحه', to_confirm: 'يجب تأكيده', information: 'للعلم' },
  counted: {
    blocking: (count) => `${remarks(count)} للتصحيح`,
    to_confirm: (count) => `${remarks(count)} للتأكيد`,
    information: (count) => `${remarks(count)} للعلم`,
  },
  noneOfKind: 'لا توجد ملاحظات من هذا النوع.',
  findings: () => 'من الملاحظات',
  members: () => 'من المنتسبين',
  correctAll: (count) => `تصحيح ${ofLines(count)}`,
  seeAll: (count) => `عرض ${ofLines(count)}`,
  seeAbsent: (count) => `عرض ${ofMembers(count)}`,
  close: 'إخفاء',
  onlySome: (correctable, count) => `يقترح تصحيح ${ofLines(correctable)} من أصل ${number(count)}.`,
  allConfirmed: (_count, reason) =>
    reason === null ? 'تم تأكيد كل شيء.' : `تم التأكيد: ${isolate(reason)}`,
  someConfirmed: (confirmed, count) => `تم تأكيد ${number(confirmed)} من أصل ${number(count)}.`,
  confirmOpen: 'التأكيد مع ذكر السبب',

  stillToConfirm: (count) => `في انتظار التأكيد (${number(count)})`,
  alreadyConfirmed: (count) => `مؤكدة (${number(count)})`,
  findLine: 'البحث عن سطر: بالاسم أو رقم التسجيل أو رقم السطر',
  linesTitle: 'أسطر الملف',
  linesFound: inForms({
    zero: () => 'لم يتم العثور على أي سطر',
    one: () => 'تم العثور على سطر واحد',
    two: () => 'تم العثور على سطرين',
    few: (n) => `تم العثور على ${n} أسطر`,
    many: (n) => `تم العثور على ${n} سطرا`,
    other: (n) => `تم العثور على ${n} سطر`,
  }),
  lineToCorrect: 'يتعين تصحيحه',
  noLineFound: 'لا يوجد سطر مطابق.',
  noLineFoundText:
    'اكتبوا بداية الاسم العائلي أو الشخصي، أو رقم التسجيل كاملا، أو رقم السطر. أما السطر الذي يتعين تصحيحه فيوجد برقمه أو ضمن الملاحظات.',
  jump: 'الذهاب إلى السطر',
  jumpGo: 'ذهاب',
  line: 'السطر',
  who: 'المنتسب',
  whoUnknown: 'اسم غير مقروء',
  read: 'المقروء في الملف',
  readInSheet: 'المصرح به',
  proposed: 'التصحيح المقترح',
  action: 'المتابعة',
  correct: 'تصحيح',
  reasonGiven: 'السبب',
  givenBy: (name, at) => (name ? `${isolate(name)}، ${at}` : at),
  noneHere: 'لا توجد أسطر أخرى ابتداء من هذا السطر.',
  fromTheStart: 'العودة إلى بداية اللائحة',
  previousLines: 'الأسطر السابقة',
  nextLines: 'الأسطر التالية',
  tick: 'اختيار',
  select: (line) => `السطر ${ltr(line)}`,
  selectAbsent: (memberNumber) => `المنتسب ${ltr(memberNumber)}`,
  reason: 'لماذا هذا صحيح؟',
  reasonHint:
    'جملة قصيرة من كلمتين وعشرة أحرف على الأقل، تحفظ مع اسمكم. تقترح عليكم الأسباب التي سبق ذكرها.',
  reasonMissing: 'اكتبوا السبب في جملة قصيرة.',
  reasonShort: 'بينوا السبب في جملة: كلمتان وعشرة أحرف على الأقل.',
  reasonTooLong: `اكتبوا السبب في ${ltr('200')} حرف على الأكثر.`,
  noneTicked: 'حددوا سطرا واحدا على الأقل، أو أكدوها جميعا.',
  confirmTicked: 'تأكيد الأسطر المحددة',
  confirmAll: (count) => (count === 1 ? 'تأكيد' : `تأكيد ${points(count)}`),
  withdraw: 'سحب التأكيد',
  withdrawAll: (count) => (count === 1 ? 'سحب التأكيد' : `سحب تأكيد ${points(count)}`),
  addAbsent: 'إضافة سطره',

  corrected: (count) => `تم تصحيح ${ofLines(count)}. يمكنكم إلغاء هذا التصحيح إلى حين الإرسال.`,
  correctedLine: (line) => `تم تصحيح السطر ${number(line)}.`,
  keptLine: (line) => `تم حفظ السطر ${number(line)}؛ ما زال ينتظر التصحيح.`,
  stillWrong: (line, left) => `تم حفظ السطر ${number(line)}. ما زال فيه ${mistakes(left)} للتصحيح.`,
  restKept: 'تم حفظ باقي السطر، أما هذا فلم يحفظ بعد:',
  removed: (line) => `تم سحب السطر ${number(line)} من التصريح.`,
  added: (line) => `تمت إضافة السطر تحت الرقم ${number(line)}.`,
  nothingCorrected: 'لم يعد هناك ما يصحح بخصوص هذه الملاحظة.',
  undone: (count) => `تم إلغاء تصحيح ${ofLines(count)}.`,
  confirmed: (count) => `تم حفظ السبب بخصوص ${points(count)}.`,
  withdrawn: 'تم سحب التأكيد: السبب منتظر من جديد.',
  nothingToConfirm: 'سبق تأكيد هذه النقط.',

  correctionsTitle: 'تصحيحاتكم',
  correctionsLead: 'يمكن إلغاء كل تصحيح إلى حين الإرسال، دون المساس بغيره.',
  olderCorrections: (count) => `عرض التصحيحات السابقة (${number(count)})`,
  undo: 'إلغاء هذا التصحيح',
  made: {
    line: (line) => `تصحيح السطر ${number(line)}`,
    removal: (line) => `سحب السطر ${number(line)}`,
    addition: (line) => `إضافة السطر ${number(line)}`,
    cause: (count, cause) => `${lines(count)}: ${cause}`,
    file: (count) => `${lines(count)} من ملف أعيد إرساله`,
    additions: (count) => `إضافة ${ofLines(count)} من ملف أعيد إرساله`,
  },

  lineTitle: (line, name) =>
    name ? `السطر ${number(line)}: ${isolate(name)}` : `السطر ${number(line)}`,
  lineLead: 'صححوا ثم احفظوا: لا يتغير باقي السطر.',
  lineFine: 'لا شيء ينتظر التصحيح في هذا السطر.',
  wrongFields: 'ما ينتظر التصحيح أو التأكيد',
  allFields: 'حقول السطر',
  otherFields: 'باقي حقول السطر',
  inFile: (value) => `في الملف: «${isolate(value)}».`,
  emptyInFile: 'لا شيء مكتوب في الملف.',
  filledIn: 'كتب التصحيح المقترح مسبقا: تأكدوا منه.',
  proposal: (value) => `الاقتراح: ${isolate(value)}`,
  saveLine: 'حفظ السطر',
  saveAndNext: 'الحفظ والانتقال إلى التالي',
  keepAsIs: 'الحفظ كما هو، والتصحيح لاحقا',
  nothingTyped: 'لم يتغير شيء في هذا السطر: ما زال ينتظر التصحيح.',
  remove: 'سحب هذا السطر',
  removeTitle: (line) => `سحب السطر ${number(line)}`,
  removeLead: (name) =>
    `لن يصرح بهذا السطر${name ? ` الخاص ب ${isolate(name)}` : ''}. يمكنكم إلغاء السحب إلى حين الإرسال.`,
  removeConfirm: 'السحب من التصريح',
  back: 'الرجوع دون تغيير',
  backToCause: 'أسطر هذه الملاحظة',
  newLineOf: (name) => `إضافة سطر ${isolate(name)}`,
  newLineTitle: 'إضافة سطر',
  newLineLead: 'منتسب منسي في الملف، أو غائب عنه.',
  addLine: 'إضافة السطر',
  hints: {
    memberNumber: 'تسعة أرقام على الأكثر. يترك فارغا لمنتسب جديد.',
    employeeRate: `بالمائة، مثلا ${ltr('6,00')}.`,
    salary: `أجر الفصل بالدرهم، مثلا ${ltr('36\u202f000,25')}.`,
    day: 'ي ي/ش ش/س س س س',
    leftOn: 'ي ي/ش ش/س س س س. يترك فارغا لأجير حاضر.',
    identityNumber: 'حرف أو حرفان لاتينيان ثم أرقام.',
    cnssNumber: 'تسعة أرقام. يترك فارغا إن لم يوجد.',
    mobile: `مثلا ${ltr('0661234567')}. يترك فارغا إن لم يوجد.`,
    children: `من ${ltr('0')} إلى ${ltr('9')}؛ ${ltr('9')} لتسعة أو أكثر.`,
  },
  choices: {
    recordCode: { '2': 'حاضر', '7': 'غادر' },
    sex: { F: 'أنثى', M: 'ذكر' },
    nationality: { M: 'مغربية', A: 'أخرى' },
    maritalStatus: { C: 'أعزب', M: 'متزوج', D: 'مطلق', V: 'أرمل' },
  },
  notWritten: {
    digits: (length) => `اكتبوا ${number(length)} أرقام على الأكثر، دون حروف ولا علامات.`,
    rate: `اكتبوا النسبة بالمائة، مثلا ${ltr('6,00')}.`,
    amount: `اكتبوا مبلغا بالدرهم، مثلا ${ltr('36\u202f000,25')}.`,
    day: `هذا التاريخ غير موجود. اكتبوه بالشكل ${ltr('31/12/2026')}.`,
    length: (length) => `طول هذا الحقل ${number(length)} حرفا على الأكثر.`,
  },

  files: {
    title: 'التصحيح في ملف',
    lead: 'خذوا الأسطر الواجب تصحيحها، مع بيان الخطأ أمام كل منها، وصححوها في جدول الحساب أو في برنامج الأجور.',
    sendBack: 'إرسال الأسطر المصححة',
    sendBackLead: 'أرسلوها وحدها: يعود كل سطر إلى مكانه، ولا يتغير الباقي، وتعاد مراقبة الكل.',
    toldTitle: 'أسطر بلا مكان',
    kinds: {
      to_correct: (count: number) =>
        count === 1 ? 'السطر الواجب تصحيحه' : `الأسطر الواجب تصحيحها (${grouped(count)})`,
      annotated: 'جميع الأسطر، مع ما يجب النظر فيه',
      findings: 'قائمة الملاحظات',
      content: 'الملف كاملا، مصححا إلى الآن',
    },
    formats: { csv: 'CSV', xlsx: 'ملف Excel', txt: 'نص' },
    sheets: { findings: 'الملاحظات', to_correct: 'للتصحيح', annotated: 'الأسطر' },
    label: 'الأسطر المصححة',
    hint: 'احتفظوا بعمود «Ligne»: فهو يحدد مكان كل سطر. وبدونه يعتمد رقم التسجيل أو رقم البطاقة الوطنية.',
    send: 'تعويض هذه الأسطر',
    missing: 'اختاروا ملف الأسطر المصححة.',
    notRead: 'لم يعوض أي سطر.',
    replaced: (count: number) =>
      count === 1
        ? 'تم تعويض سطر واحد، وأعيدت مراقبة الكل.'
        : `عدد الأسطر التي تم تعويضها: ${grouped(count)}، وأعيدت مراقبة الكل.`,
    same: 'هذه الأسطر هي الموجودة في التصريح: لم يتغير شيء.',
    notPlaced: (count: number) =>
      count === 1
        ? 'لم يعوض أي سطر: يوجد في ملفكم سطر لا يعرف مكانه. صححوه أو احذفوه، ثم أعيدوا إرسال الملف.'
        : `لم يعوض أي سطر: عدد أسطر ملفكم التي لا يعرف مكانها ${grouped(count)}. صححوها أو احذفوها، ثم أعيدوا إرسال الملف.`,
    told: (at: number, person: string) =>
      `السطر ${grouped(at)} من ملفكم${person ? `، ${person}` : ''}:`,
    more: (count: number) => (count === 1 ? 'وسطر آخر.' : `وأسطر أخرى عددها ${grouped(count)}.`),
    why: {
      unknown: () => 'لا أحد في التصريح يحمل هذا الرقم ولا هذه البطاقة. أضيفوا سطرا جديدا بدل ذلك.',
      ambiguous: () => 'قد يخصه أكثر من سطر في التصريح. اكتبوا رقم السطر في عمود «Ligne».',
      other_person: (line: number) =>
        `السطر ${grouped(line)} من التصريح يخص شخصا آخر. تحققوا من الرقم في عمود «Ligne».`,
      no_such_line: (line: number) =>
        `لا يوجد السطر ${grouped(line)} في التصريح. تحققوا من الرقم في عمود «Ligne».`,
      twice: (line: number) =>
        `يوجد في ملفكم سطر آخر مخصص للسطر ${grouped(line)}. احتفظوا بواحد منهما فقط.`,
      too_long: (field: string) => `«${field}» أطول مما يتسع له ملفكم. اختصروه.`,
      not_a_day: (field: string) =>
        `«${field}» ليس تاريخا مقروءا. اكتبوه على الشكل \u2066JJ/MM/AAAA\u2069.`,
    },
  },

  workDone({ corrections, reasons }) {
    const parts = [
      ...(corrections > 0 ? [madeCorrections(corrections)] : []),
      ...(reasons > 0 ? [givenReasons(reasons)] : []),
    ]
    return all.format(parts)
  },
  abandon: {
    title: 'هل تتخلون عن هذه المراقبة؟',
    titleCorrection: 'هل تتخلون عن هذا التصحيح؟',
    lost: 'ما سيضيع',
    lostWork: (done) => `ما أنجزتموه هنا: ${done}.`,
    lostCheck: (file) => `مراقبة «${isolate(file)}»: للرجوع إليها يجب البدء من جديد.`,
    lostCheckOfSheet: 'مراقبة ما أدخلتموه: ستجب مراقبته من جديد.',
    lostChanges: 'ما غيرتموه في الإدخال من أجل هذا التصحيح.',
    stays: 'ما يبقى',
    sheetStays: 'ما أدخلتموه: الأجور والمغادرات والبطاقات التي ملأتموها.',
    periodStays: 'تبقى الفترة في انتظار التصريح.',
    fileStays: 'الملف الموجود على حاسوبكم، كما أرسلتموه.',
    confirm: 'التخلي عن هذه المراقبة',
    confirmCorrection: 'التخلي عن هذا التصحيح',
    back: 'الرجوع دون التخلي عن شيء',
    doneCorrection: (receipt) => `تم التخلي عن التصحيح. يبقى تصريح الوصل ${ltr(receipt)} ساريا.`,
    doneSheet: 'تم التخلي عن المراقبة. ما أدخلتموه محفوظ، وما زالت الفترة في انتظار التصريح.',
  },
  saved: (at) => `تم الحفظ في ${at}. يمكنكم إغلاق هذه الصفحة والعودة إليها.`,
  otherWays: 'طرق أخرى',
  notReached: 'لم يجب الخادم ولم يحفظ شيء. تحققوا من الاتصال ثم أعيدوا المحاولة.',

  calendar: {
    states: {
      to_declare: () => 'في انتظار التصريح',
      receiving: () => 'إيداع جار',
      to_correct: (count) => (count === 0 ? 'يجب تصحيحها' : `${lines(count)} في انتظار التصحيح`),
      to_confirm: (count) => `نقط في انتظار التأكيد: ${number(count)}`,
      ready: () => 'جاهزة للإرسال',
    },
    next: {
      to_declare: 'التصريح',
      receiving: 'عرض الإيداع',
      to_correct: 'تصحيح',
      to_confirm: 'تأكيد',
      ready: 'المراجعة والإرسال',
    },
    due(date, days) {
      if (days < 0) return `كان التصريح منتظرا في أجل أقصاه ${date}`
      if (days === 0) return `يصرح بها اليوم، ${date}`
      return `يصرح بها في أجل أقصاه ${date}، بعد ${inDays(days)}`
    },
    year: (year, count, total) => `${ltr(year)}: عدد التصريحات ${number(count)}، ${total}`,
    nil: 'لا شيء للتصريح',
    revising: 'تصحيح جار',
  },
  changes: {
    titleQuarter: (quarter) => `ما تغير منذ ${quarter}`,
    titleSent: (receipt) => `ما يتغير بالنسبة إلى الوصل ${ltr(receipt)}`,
    nothingBefore: 'لا يوجد هنا تصريح الفصل السابق: لا شيء للمقارنة به.',
    nobody: 'المنتسبون وأجورهم ونسبهم لم تتغير.',
    sameAmount: 'المبلغ هو نفسه: لن يتغير شيء في حسابكم.',
    onlyDifference: (amount) => `يقيد الفرق وحده في حسابكم: ${ltr(amount)}.`,
    kinds: {
      joined: joinedMembers,
      left: leftMembers,
      absent: absentMembers,
      salary: salaries,
      rate: rates,
      added: (count) => `أسطر مضافة: ${number(count)}`,
      removed: (count) => `أسطر مسحوبة: ${number(count)}`,
      changed: (count) => `أسطر معدلة: ${number(count)}`,
    },
    sinceQuarter: (quarter) => `بالمقارنة مع ${quarter}.`,
    sinceReceipt: (receipt) => `بالمقارنة مع الوصل ${ltr(receipt)}.`,
    none: 'لا يوجد أي منها.',
    number: 'رقم التسجيل',
    salary: 'الأجر',
    salaryBefore: 'الأجر السابق',
    salaryNow: 'الأجر الحالي',
    rateBefore: 'النسبة السابقة',
    rateNow: 'النسبة الحالية',
    leftOn: 'غادر في',
    amounts: 'المبالغ',
    what: 'المبلغ',
    sent: 'المرسل',
    now: 'الآن',
    difference: 'الفرق',
  },
  revision: {
    start: 'تصحيح هذا التصريح أو إتمامه',
    text: 'تنطلقون مما أرسل، أو من ملف آخر. يبقى هذا الوصل ساريا ما لم يرسل التصحيح.',
    resume: 'استئناف التصحيح الجاري',
    inProgress: 'تصحيح هذا التصريح جار.',
    lead: (receipt) => `تصحيح التصريح ${ltr(receipt)} الذي يبقى ساريا إلى حين الإرسال.`,
    staysInForce: (receipt) => `يبقى تصريح الوصل ${ltr(receipt)} ساريا، ولا يتغير حسابكم.`,
    title: 'النسخ المرسلة',
    number: (revision) => (revision === 1 ? 'الأولى' : `التصحيح رقم ${number(revision - 1)}`),
    version: 'النسخة',
    standing: 'سارية',
    replaced: 'حلت محلها أخرى',
    replacedBy: (receipt, at) => `حل ${ltr(receipt)} محل هذا التصريح في ${at}. يحفظ وصله.`,
    goToNewer: 'عرض النسخة السارية',
    inSheet: 'ينطلق مما أدخلتموه كما أرسلتموه: غيروا فيه ما يلزم ثم راقبوه.',
    textForm: 'تنطلقون مما أدخلتموه كما أرسلتموه. يبقى هذا الوصل ساريا ما لم يرسل التصحيح.',
    nothingSentText: 'لم يصرح بشيء من قبل. أضيفوا سطرا أو أرسلوا ملفا للتصريح بهذا الفصل.',
  },
  receipt: {
    contentHash: 'بصمة المحتوى المرسل (SHA-256)',
    fileHashAsCame: 'بصمة الملف كما ورد (SHA-256)',
    madeBy: 'المصدر',
    made: { file: 'ملف', form: 'استمارة الإدخال', nil: 'تصريح دون أجور' },
    corrected: 'ملف صحح بعد ذلك في البوابة',
    delay: 'الأجل',
    late: (days, dueOn) => `تأخر بـ ${inDays(days)}: كان منتظرا في أجل أقصاه ${dueOn}.`,
    download: 'تحميل المحتوى المرسل',
    year: 'السنة',
    allYears: 'كل السنوات',
    allCategories: 'كل الفئات',
    noneFound: 'لا يوجد وصل مطابق',
    noneFoundText: 'غيروا السنة أو الفئة، أو امسحوا المعايير.',
    difference: 'الفرق مع الوصل المعوض',
    differenceNote(amount, receipt, sign) {
      if (sign === 0) return `نفس مبلغ الوصل ${ltr(receipt)}: لا شيء إضافي مستحق.`
      return sign > 0
        ? `يضاف ${amount} إلى مبلغ الوصل ${ltr(receipt)}.`
        : `يخصم ${amount} من مبلغ الوصل ${ltr(receipt)}.`
    },
    newcomers: 'المنتسبون الجدد',
    newcomersLead: (count) =>
      count === 1
        ? 'صرح بهذا الشخص دون رقم فأعطي رقما مؤقتا. سجلوه في برنامج الأجور وصرحوا به ابتداء من الفصل المقبل. ستؤكده الوكالة الافتراضية أو تعطيكم رقما آخر.'
        : 'صرح بهؤلاء الأشخاص دون أرقام فأعطي كل منهم رقما مؤقتا. سجلوا الأرقام في برنامج الأجور وصرحوا بها ابتداء من الفصل المقبل. ستؤكدها الوكالة الافتراضية أو تعطيكم أرقاما أخرى.',
    newcomersMore: (shown, count) =>
      `هذه أول ${number(shown)} من أصل ${number(count)}. يحملها الملف المعد مسبقا للفصل المقبل جميعا.`,
    given: 'الرقم المؤقت',
    standing: 'المآل',
    standings: {
      provisional: 'في انتظار التأكيد',
      refused: 'لم يقبل: راجعوا رسالة الوكالة الافتراضية',
      known: 'تم تأكيده',
      replaced: (memberNumber) => `حل محله الرقم ${ltr(memberNumber)}`,
    },
  },

  replacedTitle: 'لم تعد هذه المراقبة جارية',
  replacedBy: {
    checked: (file, name, at) =>
      `قدم ${name ? isolate(name) : 'أحد زملائكم'} الملف «${isolate(file)}» للمراقبة في ${at}: حل هذا الملف محل السابق.`,
    sent: (receipt, name, at) =>
      `أرسل ${name ? isolate(name) : 'أحد زملائكم'} تصريح هذه الفترة في ${at}: رقم وصله ${ltr(receipt)}.`,
    nothing: 'تم التخلي عن هذه المراقبة. ما زالت الفترة في انتظار التصريح.',
  },
  goToCurrent: 'الذهاب إلى المراقبة الجارية',
  goToReceipt: 'عرض الوصل',

  causes: {
    file_empty: 'الملف فارغ',
    file_not_text: 'الملف ليس نصا',
    encoding_utf16: 'الملف بترميز UTF-16',
    nul_bytes: 'الملف معطوب',
    layout_of_the_cnss: 'الملف هو ملف الصندوق الوطني للضمان الاجتماعي',
    file_of_other_period: 'الملف يخص فترة أخرى',
    layout_unknown: 'بنية الملف غير معروفة',
    too_many_lines: 'عدد أسطر الملف يفوق الحد',
    encoding_windows_1252: 'قرئ الملف بترميز Windows-1252',
    line_ends_mixed: 'نهايات الأسطر من نوعين',
    blank_line: 'أسطر فارغة',
    findings_cut: 'الملاحظات أكثر من أن تعرض كلها',
    spreadsheet_protected: 'المصنف محمي بكلمة سر',
    spreadsheet_macros: 'المصنف يحتوي على وحدات ماكرو',
    spreadsheet_links: 'المصنف مرتبط بملف آخر',
    spreadsheet_other_format: 'صيغة الجدول هذه لا تقرأ',
    spreadsheet_too_large: 'المصنف كبير جدا',
    spreadsheet_damaged: 'المصنف معطوب',
    header_missing: 'لا يوجد في الجدول سطر للعناوين',
    columns_missing: 'تنقص الجدول أعمدة',
    column_twice: 'عمودان بنفس العنوان',
    column_unknown: 'عمود لا يقرأ',
    rows_above_header: 'أسطر فوق العناوين',
    row_too_long: 'سطر خاناته أكثر من اللازم',
    quote_unclosed: 'علامة اقتباس فتحت ولم تغلق',
    quote_stray: '{field}: علامة اقتباس في غير مكانها',
    cell_formula: '{field}: صيغة حسابية',
    cell_error: '{field}: خطأ في الحساب',
    number_abbreviated: '{field}: عدد اختصره برنامج الجداول',
    date_serial: '{field}: رقم يوم عوض التاريخ',
    field_too_long: '{field}: أطول من اللازم',
    email_too_long: 'بريد إلكتروني أطول من اللازم',
    name_split: 'الاسمان العائلي والشخصي مكتوبان معا',
    name_not_split: 'الاسم العائلي أو الشخصي ناقص',
    salary_decimals: 'أجر منازله العشرية أكثر من اللازم',
    line_too_short: 'سطر أقصر من اللازم',
    line_too_long: 'سطر أطول من اللازم',
    line_trailing_blanks: 'مسافات زائدة في نهاية السطر',
    line_quoted: 'سطر بين علامتي اقتباس',
    line_counted_in_bytes: 'سطر أزاحته الحروف المشكولة',
    cnss_one_short: 'رقم الضمان الاجتماعي ينقصه حرف',
    control_character: '{field}: رمز تحكم',
    invisible_character: '{field}: رمز غير مرئي',
    character_not_allowed: '{field}: رمز غير مقبول',
    text_garbled: '{field}: حروف أفسدها الترميز',
    not_left_aligned: '{field}: مسافات في البداية',
    letter_lower_case: '{field}: حرف صغير',
    field_missing: '{field}: لا شيء مكتوب',
    not_digits: '{field}: شيء غير الأرقام',
    letter_in_number: '{field}: حرف مكان رقم',
    other_digits: '{field}: أرقام ليست من 0 إلى 9',
    number_padded_with_spaces: '{field}: متمم بمسافات',
    record_code_unknown: 'رمز التسجيل غير معروف',
    employer_number_other: 'رقم مقاولة أخرى',
    category_blank: 'الفئة غير مذكورة',
    category_not_active: 'سطر من فئة أخرى',
    quarter_not_a_quarter: 'فصل غير ممكن',
    quarter_not_open: 'سطر من فصل آخر',
    quarter_mixed: 'فصول متعددة في الملف',
    member_number_padded_right: 'رقم التسجيل متمم من الجهة الخطأ',
    member_number_replaced: 'رقم مؤقت تم تأكيده',
    newcomer_numbered: 'مصرح به دون رقم، معروف بالرقم الذي أعطي له',
    member_duplicate: 'منتسب مصرح به مرتين',
    member_unknown: 'رقم تسجيل غير معروف في مقاولتكم',
    member_name_differs: 'اسم مخالف لصاحب رقم التسجيل',
    member_missing: 'منتسب معروف غائب عن الملف',
    new_member: 'منتسب جديد',
    new_member_without_identity: 'منتسب أجنبي جديد دون وثيقة هوية',
    identity_required: 'منتسب جديد دون رقم البطاقة الوطنية',
    identity_repeated: 'رقم بطاقة وطنية مستعمل في سطر آخر',
    identity_rewritten: 'قرئ رقم البطاقة بحروف كبيرة ودون فواصل',
    identity_unusual: 'رقم بطاقة وطنية بشكل غير معتاد',
    identity_padded_with_zeros: 'رقم البطاقة الوطنية متمم بأصفار',
    rate_not_published: 'نسبة غير موجودة',
    rate_lost_zero: 'نسبة ضاع منها صفر أو تغير مكانه',
    rate_not_of_category: 'نسبة ليست نسبة الفئة',
    name_missing: '{field}: لا شيء مكتوب',
    name_rewritten: '{field}: حذفت الحركات والحروف الصغيرة',
    name_padded_with_zeros: '{field}: متمم بأصفار',
    name_has_digits: '{field}: رقم داخل الاسم',
    name_not_latin: '{field}: بحروف عربية',
    staff_number_unusual: 'رقم داخلي غير معتاد',
    sex_unknown: 'الجنس غير معروف',
    nationality_unknown: 'الجنسية غير معروفة',
    marital_status_unknown: 'الحالة العائلية غير معروفة',
    children_unknown: 'عدد الأطفال غير معروف',
    cnss_missing: 'لا يوجد رقم الضمان الاجتماعي',
    cnss_malformed: 'رقم الضمان الاجتماعي بشكل خاطئ',
    cnss_check_digit: 'مفتاح رقم الضمان الاجتماعي غير مطابق',
    mobile_malformed: 'رقم الهاتف المحمول ناقص أو أعيدت كتابته',
    email_malformed: 'بريد إلكتروني غير صحيح',
    date_missing: '{field}: لا شيء مكتوب',
    date_impossible: '{field}: تاريخ غير موجود',
    date_iso_order: '{field}: تاريخ مكتوب بالمقلوب',
    birth_day_unknown: 'يوم الازدياد أو شهره غير معروف',
    joined_before_birth: 'الانتساب قبل الازدياد',
    joined_after_quarter: 'الانتساب بعد الفصل',
    joined_under_18: 'الانتساب قبل سن 18',
    exit_date_without_leaving: 'تاريخ مغادرة لأجير حاضر',
    exit_date_missing: 'مغادرة دون تاريخ',
    exit_after_quarter: 'المغادرة بعد الفصل',
    exit_before_joining: 'المغادرة قبل الانتساب',
    salary_missing: 'الأجر غير مذكور',
    salary_negative: 'أجر سالب',
    salary_decimal_point: 'أجر مكتوب بفاصلة أو نقطة',
    salary_zero: 'أجر يساوي صفرا',
    salary_lost_zeros: 'أجر يبدو أن أصفارا ضاعت منه',
    salary_unusually_low: 'أجر منخفض جدا',
    salary_unusually_high: 'أجر مرتفع جدا دون فصل سابق',
    salary_variation: 'أجر بعيد عن أجر الفصل السابق',
    total_variation: 'مجموع بعيد عن آخر تصريح',
    tranche_one_over_ceiling: 'الشريحة الأولى تتجاوز السقف',
  },
}

export const deskRefusals: WordsOf<typeof frenchRefusals> = {
  'desk.not_standing': 'لم يعد هذا التصريح هو الساري. صححوا آخر نسخة مرسلة.',
  'desk.reason_too_short': 'السبب قصير جدا. بينوه في جملة: كلمتان وعشرة أحرف على الأقل.',
  'desk.no_line_sent': 'لا يحتوي هذا الملف على أي سطر. اختاروا ملف الأسطر المصححة.',
  'desk.file_too_heavy':
    'هذا الملف أكبر من أن يهيأ بهذه الصيغة. خذوه بصيغة CSV، أو خذوا الأسطر الواجب تصحيحها فقط.',
  'desk.already_undone': 'سبق إلغاء هذا التصحيح. لا يلزمكم أي شيء: عادت أسطره كما كانت.',
  'desk.nothing_to_undo': 'تغيرت أسطر هذا التصحيح بعده: لم يعد هناك ما يلغى.',
}
