import type { newcomers as french, newcomersRefusals as frenchRefusals } from '../fr/newcomers.ts'
import { isolate, ltr, type WordsOf } from '../language.ts'
import { arabicCount } from './count.ts'

const people = ['شخص واحد', 'شخصان', 'أشخاص', 'شخصا'] as const

export const newcomers: WordsOf<typeof french> = {
  title: 'أرقام في انتظار التأكيد',
  cell: 'أرقام التسجيل',
  lead: (count, isNarrowed) =>
    count === 0
      ? 'ينتظر هنا الأشخاص المصرح بهم دون رقم تسجيل.'
      : `مصرح بهم دون رقم تسجيل${isNarrowed ? ' في هذا البحث' : ''}: ${arabicCount(count, people)}، الأقدم أولا. نقطهم في انتظار قراركم.`,
  search: 'الشخص أو المقاولة أو رقم المنخرط أو الرقم المؤقت',
  none: 'لا أحد ينتظر',
  noneText: 'سيظهر هنا كل شخص يصرح به دون رقم تسجيل.',
  noneFiltered: 'لا أحد يطابق البحث. امسحوا المعايير لعرض الجميع.',
  person: 'الاسم العائلي والشخصي',
  provisional: 'الرقم المؤقت',
  number: 'رقم التسجيل',
  bornOn: 'تاريخ الازدياد',
  company: 'المقاولة',
  since: 'صرح به',

  declaredBy: 'صرحت به',
  field: 'المعطى',
  declared: 'المصرح به',
  known: 'المعروف لدى الصندوق',
  same: 'مطابق',
  different: 'مختلف',
  lastName: 'الاسم العائلي',
  firstName: 'الاسم الشخصي',
  sex: 'الجنس',
  sexes: { F: 'أنثى', M: 'ذكر' },
  nationality: 'الجنسية',
  nationalities: { M: 'مغربية', A: 'أخرى' },
  identity: 'رقم البطاقة الوطنية',
  cnss: 'رقم الضمان الاجتماعي',
  compareTitle: (number) => `مقارنة مع رقم التسجيل ${ltr(number)}`,
  attachText: (number) =>
    `ستنتقل فصوله إلى رقم التسجيل ${ltr(number)}. لا يمكن التراجع عن هذا القرار من هنا.`,
  attach: (number) => `هو الشخص نفسه: إلحاقه بالرقم ${ltr(number)}`,
  likelyTitle: 'أشخاص معروفون من قبل',
  likelyText:
    'لهم الوثيقة نفسها أو الاسم نفسه أو تاريخ الازدياد نفسه، في كل المقاولات. افتحوا شخصا لمقارنته.',
  searchKnown: 'الاسم أو رقم التسجيل',
  nobodyLike: 'لا أحد يشبهه',
  nobodyLikeText: 'ابحثوا باسم آخر، أو أكدوا أنه شخص جديد.',
  nobodyFound: 'لا أحد بهذا الاسم ولا بهذا الرقم',
  nobodyFoundText: 'جربوا بداية الاسم، أو الأرقام التسعة لرقم التسجيل.',
  likeness: 'وجه الشبه',
  likenesses: {
    identity: 'الوثيقة نفسها',
    name: 'الاسم وتاريخ الازدياد نفسهما',
    near: 'تاريخ الازدياد نفسه واسم قريب',
  },
  newTitle: 'شخص جديد',
  newText: (number) =>
    `لا يعرفه الصندوق بعد: يصبح الرقم ${ltr(number)} رقمه النهائي، أو رقم آخر يعطيه له الصندوق.`,
  otherNumber: 'رقم تسجيل آخر',
  otherNumberHint: (number) => `إذا ترك فارغا، يؤكد الرقم ${ltr(number)}.`,
  confirm: 'تأكيد رقم التسجيل',
  refuseTitle: 'لا يمكن التعرف على هذا الشخص',
  refuseText:
    'تقرأ المقاولة السبب الذي تكتبونه وتصحح في تصريحها المقبل. وحتى ذلك الحين لا تمنح هذه الفصول نقطا.',
  refuseNote: 'ما يجب على المقاولة تصحيحه',
  refuseNoteHint: 'جملة واحدة، مثلا: تاريخ الازدياد لا يطابق البطاقة الوطنية.',
  refuse: 'رفض وإشعار المقاولة',
  wasDecided: 'سبق البت فيه',
  wasDecidedText: 'لهذا الشخص رقم تسجيل: لم يبق ما يبت فيه.',
  wasRefused: 'مرفوض: على المقاولة أن تصحح',
  done: {
    confirm: (name) => `تم تأكيد رقم التسجيل: ${isolate(name)}. سيتم إشعار المقاولة.`,
    attach: (name) => `تم إلحاق ${isolate(name)} بالشخص المعروف. سيتم إشعار المقاولة.`,
    refuse: (name) => `لم يتم التعرف على ${isolate(name)}. سيتم إشعار المقاولة.`,
  },
  mistakes: {
    number: 'يتكون رقم التسجيل من تسعة أرقام على الأكثر، ليست كلها أصفارا. صححوه.',
    note: 'اكتبوا ما يجب على المقاولة تصحيحه.',
    noteTooLong: 'السبب طويل جدا: 300 حرف على الأكثر.',
  },
  mail: {
    subject: (count) => `أشخاص صرحتم بهم دون رقم تسجيل: ${arabicCount(count, people)}`,
    hello: (name) => `السلام عليكم ${isolate(name)}،`,
    confirmed: (count) =>
      count === 1
        ? 'أكدت الوكالة الافتراضية رقم تسجيل هذا الشخص:'
        : 'أكدت الوكالة الافتراضية أرقام تسجيل هؤلاء الأشخاص:',
    next: 'سجلوه في برنامج الأجور. الملف المعد مسبقا واستمارة الإدخال للفصل المقبل يحملانه، ويبقى الرقم المؤقت مقبولا.',
    refused: (count) =>
      count === 1
        ? 'لم تتمكن الوكالة الافتراضية من التعرف على هذا الشخص:'
        : 'لم تتمكن الوكالة الافتراضية من التعرف على هؤلاء الأشخاص:',
    correct: 'صححوا هذه المعطيات في تصريحكم المقبل، وسيدرس الملف من جديد.',
    open: 'فتح التصريح الإلكتروني',
  },

  alerts: {
    title: 'اطلاعات غير معتادة',
    lead: 'من اطلع في ساعة واحدة على منتسبين أكثر مما يتطلبه العمل. توقف الاطلاع تلقائيا. ابحثوا عن السبب، مع المقاولة إذا لزم الأمر.',
    none: 'لا يوجد اطلاع غير معتاد',
    noneText: 'لا شيء للدراسة.',
    when: 'متى',
    who: 'من',
    agent: 'عون من الصندوق',
    members: 'عدد المنتسبين',
    trail: 'عرض السجل',
    seen: 'تمت دراسته',
    seenBy: (name) => `من طرف ${isolate(name)}`,
    markSeen: 'تأشير بأنه درس',
    done: 'تم التأشير على الاطلاع بأنه درس.',
  },
}

export const newcomersRefusals: WordsOf<typeof frenchRefusals> = {
  'newcomers.already_decided': 'سبق لعون آخر أن بت في أمر هذا الشخص.',
  'newcomers.number_taken':
    'رقم التسجيل {number} يخص شخصا آخر. صححوه، أو افتحوا ذلك الشخص للمقارنة.',
  'newcomers.same_document':
    'شخص معروف برقم التسجيل {number} له الوثيقة نفسها. ألحقوه بهذا الرقم، أو ارفضوا مع ذكر ما يجب تصحيحه.',
  'newcomers.number_of_series':
    'الأرقام ابتداء من 900000001 تعطيها البوابة. اتركوا الخانة فارغة لتأكيد هذا الرقم.',
  'newcomers.nobody_known': 'لا يعرف الصندوق أحدا برقم التسجيل {number}.',
  'newcomers.alert_seen': 'سبق لعون آخر أن درس هذا الاطلاع.',
}
