import type { entry as french, entryRefusals as frenchRefusals } from '../fr/entry.ts'
import { isolate, ltr, type WordsOf } from '../language.ts'

const plurals = new Intl.PluralRules('ar')

type Forms = Readonly<Record<Intl.LDMLPluralRule, string>>

/** «منتسب واحد، منتسبان، 3 منتسبين، 11 منتسبا»: one and two need no figure. */
function counted(count: number, forms: Forms): string {
  const form = plurals.select(count)
  return form === 'one' || form === 'two' ? forms[form] : `${ltr(String(count))} ${forms[form]}`
}

const members = (count: number) =>
  counted(count, {
    zero: 'منتسب',
    one: 'منتسب واحد',
    two: 'منتسبان',
    few: 'منتسبين',
    many: 'منتسبا',
    other: 'منتسب',
  })

const salaries = (count: number) =>
  counted(count, {
    zero: 'أجر',
    one: 'أجر واحد',
    two: 'أجران',
    few: 'أجور',
    many: 'أجرا',
    other: 'أجر',
  })

export const entry: WordsOf<typeof french> = {
  start: 'بدء الإدخال',
  resume: 'استئناف الإدخال',
  startText: (count) =>
    `اللائحة جاهزة (${members(count)}): أدخلوا أجر كل واحد، أو انطلقوا من أجور الفصل السابق.`,
  startEmpty: 'لا يعرف الصندوق أي منتسب في هذه الفئة: أضيفوهم إلى الإدخال واحدا واحدا.',
  resumeText: (done, all, when, who) =>
    `اكتمل ${ltr(String(done))} من أصل ${members(all)}، آخر حفظ ${when} من طرف ${isolate(who)}.`,
  title: (quarter, category) => `إدخال أجور ${quarter}، الفئة ${ltr(category)}`,
  period: 'الفترة',
  lead: (count) => `${members(count)}. أدخلوا أجر الفصل لكل واحد. يحفظ ما تدخلونه مع كل صفحة.`,
  noRow: 'اللائحة فارغة',
  noRowText: 'أضيفوا منتسبا، أو صرحوا بعدم أداء أي أجر في هذا الفصل.',
  noMatch: 'لا أحد يطابق البحث',
  noMatchText: 'امسحوا البحث للعودة إلى اللائحة كاملة.',
  allDone: 'اكتمل كل شيء',
  allDoneText: 'لم يبق أحد في انتظار الإدخال: يمكنكم مراقبة الإدخال.',
  caption: 'أجور الفصل',
  member: 'المنتسب',
  lastSalary: (quarter) => `أجر ${quarter}`,
  salary: 'أجر الفصل (درهم)',
  salaryHint: 'إلى يوم المغادرة إن وجدت.',
  salaryOf: (name) => `أجر ${isolate(name)} بالدرهم`,
  situation: 'مغادرة، غياب، بطاقة',
  leftOn: 'غادر في',
  leftHint: `اليوم/الشهر/السنة، مع الأجر إلى ذلك اليوم.`,
  unpaid: 'لم يتقاض أجرا في هذا الفصل: لماذا؟',
  unpaidHint: 'اتركوا الأجر فارغا أو اكتبوا 0. كلمتان وعشرة أحرف على الأقل، مثلا: عطلة بدون أجر.',
  unpaidReasons: [
    'عطلة بدون أجر',
    'عطلة مرضية غير مؤدى عنها',
    'عطلة ولادة يؤدى عنها من الضمان الاجتماعي',
    'عقد موقوف',
    'لم يلتحق بعد بعمله',
  ],
  states: {
    empty: 'في انتظار الإدخال',
    wrong: 'يجب تصحيحه',
    carried: 'منقول، يجب تأكيده',
    paid: 'تم إدخاله',
    left: 'مغادرة',
    unpaid: 'بدون أجر',
  },
  kinds: { reinstated: 'عائد', new: 'جديد' },
  corrected: 'بطاقة مصححة',
  card: 'تصحيح البطاقة',
  progress: {
    done: () => 'مكتملة',
    carried: 'في انتظار التأكيد',
    wrong: 'في انتظار التصحيح',
    empty: 'في انتظار الإدخال',
  },
  searchLabel: 'الاسم أو رقم التسجيل أو الرقم الداخلي',
  find: 'بحث',
  onlyLeft: (count) => `عرض الباقي (${ltr(String(count))})`,
  onlyOne: 'عرض المنتسب الباقي',
  seeAll: 'عرض اللائحة كاملة',
  showing: (count, all) => `${ltr(String(count))} من أصل ${members(all)}`,
  carry: (quarter) => `نقل أجور ${quarter}`,
  carryText:
    'الأجور المنقولة نقطة انطلاق فقط: يبقى كل أجر معلما «يجب تأكيده» إلى أن تطلعوا على صفحته.',
  carried: (count, quarter) => `تم نقل ${salaries(count)} من ${quarter}. أكدوها صفحة بصفحة.`,
  notCarried: 'لم تنقل الأجور: راجعوا أولا ما غيره شخص آخر ثم أعيدوا المحاولة.',
  wrongElsewhere: {
    title: (count) => `خارج هذه الصفحة ما ينبغي تصحيحه: ${members(count)}`,
    text: 'ما أدخلتموه محفوظ كما هو ويمكنكم المتابعة. يراقب الإدخال بعد تصحيحه.',
    row: (name, page) => `${isolate(name)}، الصفحة ${ltr(String(page))}`,
    more: (count) => `… وكذلك ${members(count)}`,
  },
  mistakesStay: 'ما زالت في هذه الصفحة إدخالات تنتظر التصحيح.',
  nothingCarried: 'لا شيء لنقله: أدخل شيء لكل منتسب، أو ليس له أجر معروف.',
  confirm: (count) => `تأكيد الأجور المنقولة (${ltr(String(count))}) والمتابعة`,
  confirmAndCheck: (count) => `تأكيد الأجور المنقولة (${ltr(String(count))}) ومراقبة الإدخال`,
  confirmed: 'تم تأكيد أجور هذه الصفحة.',
  save: 'حفظ',
  saveAndNext: 'حفظ ومتابعة',
  saved: 'تم حفظ الإدخال.',
  savedAt: (when, who) => `آخر حفظ ${when} من طرف ${isolate(who)}.`,
  notSavedYet: 'لم يحفظ أي شيء بعد.',
  previous: 'الصفحة السابقة',
  next: 'الصفحة التالية',
  add: 'إضافة منتسب',
  check: 'مراقبة الإدخال',
  totalSalary: 'الأجور',
  totalEmployee: 'حصة الأجير',
  totalEmployer: 'حصة المشغل',
  total: 'المساهمات',
  stillLeft: (count) =>
    count < 2
      ? 'بقي منتسب واحد ينتظر الإدخال أو التأكيد، وهو معروض هنا.'
      : `بقي ${members(count)} في انتظار الإدخال أو التأكيد، وهم معروضون هنا.`,
  mistakes: {
    salary_negative: (name) => `أجر ${isolate(name)} سالب. اكتبوا مبلغا موجبا، أو 0 مع ذكر السبب.`,
    salary_too_many_decimals: (name) =>
      `في أجر ${isolate(name)} أكثر من رقمين بعد الفاصلة. اكتبوا مثلا ${ltr('36000,25')}.`,
    salary_too_large: (name) =>
      `يتجاوز أجر ${isolate(name)} مبلغ ${ltr('99\u202f999\u202f999,99')} درهم. تحققوا من الفاصلة.`,
    salary_not_an_amount: (name) =>
      `أجر ${isolate(name)} ليس مبلغا. اكتبوا مثلا ${ltr('36000,25')}.`,
    salary_over_tranche: (name) =>
      `يتجاوز أجر ${isolate(name)} سقف الشطر الأول، والشطر الثاني غير مسند إليكم: أدخلوا السقف.`,
    salary_missing_leaver: (name) =>
      `اكتبوا أجر ${isolate(name)} إلى يوم مغادرته، أو 0 إن لم يتقاض شيئا.`,
    salary_with_reason: (name) => `لـ${isolate(name)} أجر وسبب لعدم الأداء معا. احتفظوا بأحدهما.`,
    reason_missing: (name) =>
      `بينوا في جملة (كلمتان وعشرة أحرف على الأقل) لماذا لم يتقاض ${isolate(name)} أجرا في هذا الفصل، أو اكتبوا أجره.`,
    left_not_a_day: (name) =>
      `تاريخ مغادرة ${isolate(name)} غير موجود. اكتبوه بالشكل ${ltr('31/12/2026')}.`,
    left_after_quarter: (name) =>
      `مغادرة ${isolate(name)} بعد نهاية الفصل. صرحوا بها في الفصل الذي وقعت فيه.`,
    left_before_joining: (name) => `مغادرة ${isolate(name)} قبل انتسابه. صححوا التاريخ.`,
    left_before_quarter: (name) =>
      `مغادرة ${isolate(name)} قبل هذا الفصل: اتركوا الأجر فارغا أو صححوا التاريخ. ما يؤدى بعد المغادرة يصرح به في ملف.`,
  },
  changedMeanwhile: (name, value) =>
    `حفظ شخص آخر ${isolate(value)} لـ${isolate(name)} أثناء إدخالكم. ما كتبتموه ما زال في الخانة، ويعوضه إذا حفظتم من جديد.`,
  nothingTyped: 'خانة فارغة',
  gone: 'لم يعد أحد منتسبي هذه الصفحة في اللائحة. تم حفظ باقي ما أدخلتموه.',
  correctHere: 'التصحيح في الإدخال',
  backToSheet: 'العودة إلى الإدخال',
  lastCheck: 'في آخر مراقبة',
  otherCheck: 'في هذه الفترة ملف تمت مراقبته ولم يرسل بعد. مراقبة الإدخال تعوضه.',
  seeOtherCheck: 'عرض تلك المراقبة',
  checkedAlready: 'تمت مراقبة هذا الإدخال. إذا غيرتموه فراقبوه من جديد قبل الإرسال.',
  sentMeanwhile:
    'سبق إرسال التصريح: ما أدخلتموه الآن ليس فيه ولم يحفظ. للتصريح به صححوا التصريح من هذا الوصل.',
  beside: {
    text: (name, moment, rows) =>
      `هناك أيضا إدخال جار لهذه الفترة: ${members(rows)}، سجله ${isolate(name)} في ${moment}. هذه المراقبة ليست منه وإرسالها ينهيه.`,
    leave: (rows) => `إرسال هذه المراقبة ومحو هذا الإدخال (${members(rows)})`,
  },
  changedSinceCheck:
    'تغير هذا الإدخال منذ هذه المراقبة، وما يظهر أعلاه هو ما كان قبل التغيير. راقبوه من جديد ثم أرسلوا.',
  checkAgain: 'مراقبة الإدخال من جديد',
  seeCheck: 'العودة إلى المراقبة',
  settled: {
    reinstated: 'عائد: سبق أن كان منتسبا في المقاولة.',
    aboveCeiling: 'منتسب في الشطر الأول وأجره فوق السقف.',
    belowCeiling: 'أجره في هذا الفصل تحت سقف الشطر الأول.',
  },
  tranches: (ceiling, category) =>
    `أدخلوا الأجر كاملا: يصرح بما يتجاوز ${ceiling} في الفئة ${ltr(category)}، في تصريح مستقل.`,
  oneTranche: (ceiling, category) =>
    `أدخلوا ${ceiling} على الأكثر لكل أجير: يصرح بما يتجاوزه في الفئة ${ltr(category)} غير المسندة إليكم.`,
  secondCheck: (category) => `العودة إلى مراقبة الفئة ${ltr(category)}`,
  withFirst: (category) =>
    `هذه الفئة هي الشطر الثاني للفئة ${ltr(category)}: تدخل الأجور مرة واحدة مع تلك الفئة. إذا لم يتجاوز أي أجر السقف فصرحوا بذلك أسفله.`,
  openFirst: (category) => `فتح إدخال الفئة ${ltr(category)}`,
  firstSent: (category) => `سبق إرسال الشطر الأول (الفئة ${ltr(category)})، وأغلق إدخاله`,
  firstSentText:
    'أرسلوا هنا في ملف الأجور التي تتجاوز السقف. وإذا لم يتجاوزه أي أجر فصرحوا بذلك أسفله. أما أجر الشطر الأول فيصحح انطلاقا من وصله.',
  seeFirst: (category) => `عرض وصل الفئة ${ltr(category)}`,
  newTitle: 'إضافة منتسب',
  newLead: 'شخص لا يعرفه الصندوق بعد في مقاولتكم. إذا لم يكن له رقم تسجيل أعطي رقما مؤقتا.',
  cardLead: 'يصرح بتصحيحاتكم مع أجر الفصل.',
  back: 'الإدخال',
  identity: 'الهوية',
  work: 'العمل',
  contact: 'وسائل الاتصال',
  thisQuarter: 'هذا الفصل',
  thisQuarterHint: 'يمكنكم أيضا إتمام الأجر لاحقا في اللائحة.',
  lastName: 'الاسم العائلي',
  firstName: 'الاسم الشخصي',
  nameHint: 'بالحروف اللاتينية كما في البطاقة الوطنية.',
  memberNumber: 'رقم التسجيل',
  memberNumberHint: 'إن سبق للشخص أن ساهم في الصندوق، عندكم أو عند غيركم. وإلا فاتركوه فارغا.',
  memberNumberFixed: 'أعطاه الصندوق.',
  provisional: 'رقم مؤقت يعطى عند الإرسال',
  identityNumber: 'رقم البطاقة الوطنية',
  identityHint: 'لازم بدون رقم تسجيل. ولغير المغربي رقم وثيقة هويته.',
  nationality: 'الجنسية',
  nationalities: { M: 'مغربية', A: 'أخرى' },
  sex: 'الجنس',
  sexes: { F: 'أنثى', M: 'ذكر' },
  bornOn: 'تاريخ الازدياد',
  joinedOn: 'تاريخ الانتساب',
  joinedHint: 'يوم دخوله إلى الفئة.',
  maritalStatus: 'الحالة العائلية',
  maritalStatuses: { C: 'أعزب', M: 'متزوج', D: 'مطلق', V: 'أرمل' },
  children: 'الأطفال المكفولون',
  childrenMost: '9 أو أكثر',
  staffNumber: 'الرقم الداخلي',
  staffNumberHint: 'الرقم المعمول به عندكم: ستة حروف أو أرقام على الأكثر.',
  cnssNumber: 'رقم الضمان الاجتماعي',
  cnssHint: 'تسعة أرقام أولها 1.',
  mobile: 'الهاتف المحمول',
  email: 'البريد الإلكتروني',
  nameReason: 'لماذا تغير الاسم؟',
  nameReasonHint: 'يطلب فقط إذا تغير الاسم. كلمتان وعشرة أحرف على الأقل، مثلا: خطأ في الكتابة.',
  keepNew: 'إضافة إلى الإدخال',
  keepQuarter: 'حفظ',
  keepCard: 'حفظ البطاقة',
  added: (name) => `أضيف ${isolate(name)} إلى اللائحة.`,
  cardKept: (name) => `تم حفظ بطاقة ${isolate(name)}.`,
  removeFromSheet: 'سحب من الإدخال',
  removed: 'تم سحب الشخص من الإدخال.',
  formerTitle: 'هل عاد أحد المغادرين؟',
  formerText: (count) =>
    count < 2
      ? 'غادر منتسب واحد هذه الفئة قبل هذا الفصل. إن عاد فأرجعوه إلى اللائحة بنفس رقم التسجيل.'
      : `غادر ${members(count)} هذه الفئة قبل هذا الفصل. أرجعوا من عاد منهم إلى اللائحة بنفس رقم التسجيل.`,
  formerCaption: 'المنتسبون السابقون',
  formerLeft: 'غادر في',
  reinstate: 'إرجاع إلى اللائحة',
  reinstated: (name) => `عاد ${isolate(name)} إلى اللائحة.`,
  personMistakes: {
    lastNameMissing: 'اكتبوا الاسم العائلي.',
    firstNameMissing: 'اكتبوا الاسم الشخصي.',
    nameLetters: 'اكتبوا الاسم العائلي بالحروف من A إلى Z كما في البطاقة الوطنية.',
    firstNameLetters: 'اكتبوا الاسم الشخصي بالحروف من A إلى Z كما في البطاقة الوطنية.',
    nameTooLong: 'يتجاوز الاسم 25 حرفا: اختصروه كما في ورقة الأداء.',
    matricule: 'رقم التسجيل من تسعة أرقام على الأكثر. اتركوه فارغا إن لم يكن للشخص رقم.',
    identityRequired: 'بدون رقم تسجيل يلزم رقم البطاقة الوطنية. اكتبوه أو اكتبوا رقم التسجيل.',
    identityLetters: 'اكتبوا رقم وثيقة الهوية بالحروف اللاتينية والأرقام، عشرة على الأكثر.',
    identityForm: 'رقم البطاقة الوطنية حرف أو حرفان ثم خمسة أرقام أو ستة.',
    nationality: 'اختاروا الجنسية.',
    sex: 'اختاروا الجنس.',
    maritalStatus: 'اختاروا الحالة العائلية.',
    children: 'اختاروا عدد الأطفال.',
    staffNumber: 'الرقم الداخلي ستة حروف أو أرقام على الأكثر.',
    bornOnMissing: 'اكتبوا تاريخ الازدياد.',
    joinedOnMissing: 'اكتبوا تاريخ الانتساب.',
    dateImpossible: `هذا التاريخ غير موجود. اكتبوه بالشكل ${ltr('31/12/1985')}.`,
    joinedAfter: (day) =>
      `تاريخ الانتساب بعد نهاية الفصل (${ltr(day)}). صرحوا بهذا الشخص لاحقا أو صححوا التاريخ.`,
    joinedBeforeBirth: 'تاريخ الانتساب ليس بعد الازدياد. صححوا أحد التاريخين.',
    cnss: 'رقم الضمان الاجتماعي تسعة أرقام أولها 1. اتركوه فارغا إن لم يكن لديكم.',
    mobile: `رقم الهاتف هذا غير تام. اكتبوا مثلا ${ltr('06 61 23 45 67')}.`,
    email: 'هذا ليس عنوان بريد إلكتروني من 35 حرفا على الأكثر.',
    onSheet: (name) => `هذا رقم ${isolate(name)} الموجود في هذه اللائحة.`,
    isFormer: (name) => `هذا رقم ${isolate(name)} الذي غادر الفئة: أرجعوه إلى اللائحة أسفله.`,
    nameReason: (name) =>
      `يعرف الصندوق هذا الرقم باسم ${isolate(name)}. بينوا لماذا تغير الاسم، بكلمتين وعشرة أحرف على الأقل.`,
  },
  nil: {
    question: 'لا شيء للتصريح به؟',
    link: 'لا أجر في هذا الفصل',
    linkText: 'إذا لم يتقاض أحد أجرا في هذه الفئة فصرحوا بذلك بدون ملف ولا إدخال.',
    title: (quarter, category) => `لا أجر في ${quarter}، الفئة ${ltr(category)}`,
    lead: 'تصرحون بأن المقاولة لم تؤد أي أجر خاضع في هذه الفئة خلال هذا الفصل.',
    means: 'ماذا يعني ذلك',
    meansPoints: [
      'لا تستحق أي مساهمة عن هذه الفئة وهذا الفصل.',
      'لا يكتسب أحد نقطا عن هذا الفصل.',
      'تصبح الفترة مصرحا بها: تتوصلون بوصل ولا تطلب منكم بعد ذلك.',
    ],
    expectedTitle: (count) =>
      count < 2 ? 'ما زال شخص واحد منتظرا' : `أشخاص ما زالوا منتظرين: ${ltr(String(count))}`,
    expectedText:
      'هل غادروا؟ إن كان كذلك فصرحوا أولا بمغادرتهم، في ملف أو بالإدخال. وإن كانوا ما زالوا لديكم بدون أجر فبينوا السبب.',
    declareLeavers: 'التصريح بمغادرات',
    who: 'عرض الأشخاص المنتظرين',
    more: (count) => `و${ltr(String(count))} آخرون`,
    reason: 'لماذا لم يتقاض أحد أجرا في هذا الفصل؟',
    reasonHint: 'كلمتان وعشرة أحرف على الأقل، مثلا: توقف النشاط، عطلة بدون أجر للجميع.',
    reasonMissing:
      'بينوا في جملة (كلمتان وعشرة أحرف على الأقل) لماذا لم يتقاض أحد أجرا في هذا الفصل.',
    confirmLabel: (quarter) => `لم يؤد أي أجر في ${quarter}.`,
    confirmMissing: 'ضعوا علامة في الخانة للقول إن أي أجر لم يؤد.',
    replaces: 'يتم التخلي عن المراقبة أو الإدخال الجاري لهذه الفترة.',
    send: (quarter, company) => `التصريح بعدم أداء أي أجر في ${quarter} باسم ${isolate(company)}`,
    sent: 'تم إرسال التصريح: لا أجر في هذا الفصل. هذا وصلكم.',
  },
}

export const entryRefusals: typeof frenchRefusals = {
  'entry.correct_in_sheet': 'أعد هذا التصريح باستمارة الإدخال: صححوه في الإدخال ثم راقبوه من جديد.',
  'entry.changed_since_check':
    'تغير الإدخال منذ هذه المراقبة، ولم يرسل شيء. راقبوه من جديد ثم أرسلوا.',
  'entry.would_lose_entry':
    'لم يرسل شيء: هناك إدخال جار لهذه الفترة والإرسال يمحوه. ضعوا علامة في الخانة التي تبين ذلك، أو أرسلوا الإدخال بدلا منه.',
  'entry.with_first_tranche':
    'تدخل هذه الفئة مع شطرها الأول: افتحوا إدخال الشطر الأول من الرزنامة.',
  'entry.second_tranche_sent':
    'سبق إرسال الشطر الثاني (الفئة {category}) بأجور أخرى. صححوه من وصله، أو أدخلوا الأجور المصرح بها فيه.',
  'entry.not_granted':
    'تصرحون بالملف المعد مسبقا. أرسلوا ملفا، أو اطلبوا استمارة الإدخال من مدير المستعملين.',
}
