import type { deposits as french, depositsRefusals as frenchRefusals } from '../fr/deposits.ts'
import { isolate, ltr, type WordsOf } from '../language.ts'

export const deposits: WordsOf<typeof french> = {
  titles: {
    receiving: 'ملف في طور الإرسال',
    received: 'ملف في طور المراقبة',
    checked: 'تمت مراقبة الملف',
    refused: 'لم يقبل الملف',
    cancelled: 'تم التخلي عن الإرسال',
  },
  inTheWayTitle: 'شخص آخر يعمل على هذه الفترة',
  wouldLoseTitle: 'ستضيع تصحيحاتكم',
  wouldLose: (file, done) =>
    `ملفكم محفوظ ولم يعوض شيئا بعد. تحمل مراقبة «${isolate(file)}» ما أنجزتموه: ${done}. تعويضها يمحوه.`,
  replacesCheck: (file) =>
    `الملف الذي ترسلونه هنا يحل محل مراقبة «${isolate(file)}»، ويتم التخلي عنها عندئذ.`,
  replacesCorrection: 'الملف الذي ترسلونه هنا يحل محل هذا التصحيح، ويتم التخلي عنه عندئذ.',
  fileInstead: 'إرسال ملف بدل ذلك',
  replacesEntry: 'الملف الذي ترسلونه هنا يحل محل مراقبة ما أدخلتموه. ويبقى ما أدخلتموه محفوظا.',
  loses: (done) => `تعويض هذه المراقبة، وفقدان ما أنجز فيها: ${done}`,
  losesHint: 'إذا لم تحدد هذه الخانة فلن يعوض شيء: ينتظر ملفكم ويطرح عليكم السؤال.',
  about: (quarter, category) => `تصريح ${quarter}، الفئة ${ltr(category)}.`,
  file: 'الملف',
  size: 'الحجم',
  sentBy: 'أرسله',
  startedAt: 'بداية الإرسال',
  progress: (percent) => `وصل ${ltr(`${percent}%`)}`,
  goOn: 'متابعة الإرسال',
  goOnText: (percent) =>
    `وصل ${ltr(`${percent}%`)} من الملف وسيبقى محفوظا لمدة يوم. اختاروا الملف نفسه فيتابع الإرسال من حيث توقف.`,
  goOnWithoutScript: 'توقف الإرسال قبل نهايته. اختاروا الملف من جديد لإرساله.',
  isComing: (name) => `${isolate(name)} بصدد إرسال هذا الملف.`,
  canClose:
    'وصل ملفكم كاملا وهو محفوظ. يمكنكم إغلاق هذه الصفحة: تستمر المراقبة وتجدون نتيجتها في الرزنامة.',
  refreshes: 'تتحدث هذه الصفحة تلقائيا.',
  refresh: 'تحديث',
  cancel: 'التخلي عن هذا الإرسال',
  cancelled: 'تم التخلي عن الإرسال ولم يحفظ أي شيء من هذا الملف.',
  cancelledText: 'لم يراقب أي شيء من هذا الملف، ولم يتغير شيء آخر.',
  sendAgain: 'إرسال ملف',
  sameFile: (name, moment) =>
    `هذا هو الملف نفسه الذي أرسله ${isolate(name)} بتاريخ ${moment}: مراقبته وتصحيحاته محفوظة.`,
  meanwhile: (name, file, moment) =>
    `طلب ${isolate(name)} مراقبة الملف «${isolate(file)}» لهذه الفترة بتاريخ ${moment}. ملفكم محفوظ ولم يعوض شيئا.`,
  seeTheirs: 'الاطلاع على هذه المراقبة',
  takeThePlace: 'تعويضه بملفي',
  takeThePlaceText: (name) => `سيتم التخلي عن مراقبة ${isolate(name)} وتصحيحاتها.`,
  ofCompany: {
    yours: (company) => `هذا الملف يخص ${isolate(company)}، وأنتم تصرحون لها أيضا.`,
    about: (quarter, category) => `يرسل في صفحتها برسم ${quarter}، الفئة ${category}.`,
    notThere: 'هذه الفترة لا يصرح بها فيها اليوم، أو ليست موكولة إليكم.',
    toPage: 'فتح هذه الصفحة',
    toCompany: 'فتح هذه المقاولة',
  },
  other: {
    open: 'هذه الفترة تنتظركم: يرسل ملفها في صفحتها الخاصة.',
    toPage: (quarter, category) => `الذهاب إلى صفحة ${quarter}، الفئة ${category}`,
    sent: (quarter, category) =>
      `سبق التصريح برسم ${quarter}، الفئة ${category}. إذا وجب تصحيحه فالتصحيح يبدأ من وصله.`,
    toReceipt: 'عرض الوصل',
    why: {
      too_early: (quarter) =>
        `لم ينته ${quarter} بعد: يصرح به ابتداء من اليوم الموالي لآخر أيامه. احتفظوا بالملف أو اختاروا ملف هذه الصفحة.`,
      not_active: (quarter, category) =>
        `لم تكن الفئة ${category} نشيطة في ${quarter}: لا شيء يصرح به لها في هذا الفصل. اختاروا ملف هذه الصفحة.`,
      not_yours: (_quarter, category) =>
        `الفئة ${category} ليست من الفئات الموكولة إليكم. اختاروا ملف هذه الصفحة أو اطلبوا من مدير المستعملين أن يوكلها إليكم.`,
    },
  },
  alreadySent: (name, receipt, moment) =>
    `أرسل ${isolate(name)} تصريح هذه الفترة بتاريخ ${moment}، الوصل ${ltr(receipt)}.`,
  seeReceipt: 'الاطلاع على هذا الوصل',
  own: (file, moment) =>
    `تمت مراقبة ملفكم «${isolate(file)}» بتاريخ ${moment} ولم يرسل بعد. كل ملف آخر سيعوضه مع تصحيحاته.`,
  resumeOwn: 'متابعة هذه المراقبة',
  current: (name, file, moment) =>
    `طلب ${isolate(name)} مراقبة الملف «${isolate(file)}» بتاريخ ${moment}. كل ملف آخر سيعوضه مع تصحيحاته.`,
  seeCurrent: 'الاطلاع على هذه المراقبة',
  unfinished: (file, percent) =>
    `توقف إرسال «${isolate(file)}» عند ${ltr(`${percent}%`)}. اختاروا الملف نفسه فيتابع من حيث توقف.`,
  states: {
    receiving: (percent) => `الإرسال جار: ${ltr(`${percent}%`)}`,
    received: 'المراقبة جارية',
  },
  follow: 'متابعة',
  preparing: 'تهيئة الإرسال…',
  sending: 'إرسال الملف: {percent}%',
  goingOn: 'يتابع الإرسال من حيث توقف: {percent}%',
  waiting: 'انقطع الاتصال عند {percent}%. سيستأنف الإرسال تلقائيا.',
  verifying: 'تم استلام الملف. المراقبة جارية: يمكنكم إغلاق هذه الصفحة.',
  failed:
    'توقف الإرسال عند {percent}%. ما وصل محفوظ: تحققوا من اتصالكم ثم اضغطوا على الزر من جديد.',
  stopped: 'تم التخلي عن الإرسال ولم يحفظ أي شيء من هذا الملف.',
  stop: 'التخلي عن الإرسال',
}

export const depositsRefusals: WordsOf<typeof frenchRefusals> = {
  'declarations.too_many_files':
    'أرسلت ملفات كثيرة لهذه المقاولة منذ أمس. انتظروا إلى الغد أو اتصلوا بالوكالة الافتراضية.',
  'declarations.too_many_bytes':
    'أرسلت هذه المقاولة معطيات كثيرة منذ أمس. انتظروا إلى الغد أو اتصلوا بالوكالة الافتراضية.',
  'declarations.export_running': 'هناك تصدير جار لمقاولتكم. انتظروا انتهاءه ثم أعيدوا المحاولة.',
  'declarations.too_many_at_once':
    'عدة ملفات في طور الإرسال. انتظروا وصولها أو تخلوا عن أحدها من الرزنامة.',
  'declarations.file_changed': 'تغير الملف أثناء إرساله ولم يحفظ منه شيء: أرسلوه من جديد.',
  'declarations.deposit_arrived':
    'وصل هذا الملف كاملا: لم يعد التخلي عن إرساله ممكنا. يمكنكم التخلي عن مراقبته.',
  'declarations.unreadable':
    'تعذرت قراءة هذا الملف بوصفه تصريحا. أرسلوا ملف برنامج الأجور، أو الملف المعد مسبقا بعد ملئه.',
  'declarations.other_employer':
    'هذا الملف يخص مقاولة أخرى. لم يحفظ منه شيء، وعملكم السابق لم يمس.',
  'declarations.other_period': 'هذا الملف يخص صفحة أخرى. لم يحفظ منه شيء، وعملكم السابق لم يمس.',
  'declarations.too_heavy':
    'هذا الملف أثقل من أن يراقب. قسموه إلى عدة ملفات أو اتصلوا بالوكالة الافتراضية.',
  'declarations.would_lose_work':
    'سيحل ملفكم محل مراقبة صححتموها. بينوا أولا إن كان يمكن فقدان هذه التصحيحات.',
  'declarations.checked_meanwhile':
    'طلب شخص آخر من مقاولتكم مراقبة ملف لهذه الفترة أثناء إرسالكم لملفكم.',
}
