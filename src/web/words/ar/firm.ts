import type { firm as french, firmRefusals as frenchRefusals } from '../fr/firm.ts'
import { arabicNoun } from './count.ts'
import { isolate, ltr, type WordsOf } from '../language.ts'

const plurals = new Intl.PluralRules('ar')

type Forms = Readonly<Record<Intl.LDMLPluralRule, string>>

function counted(count: number, forms: Forms): string {
  const form = plurals.select(count)
  return form === 'one' || form === 'two' ? forms[form] : `${ltr(String(count))} ${forms[form]}`
}

const declarations = (count: number) =>
  counted(count, {
    zero: 'تصريح',
    one: 'تصريح واحد',
    two: 'تصريحان',
    few: 'تصريحات',
    many: 'تصريحا',
    other: 'تصريح',
  })

const companies = (count: number) =>
  counted(count, {
    zero: 'مقاولة',
    one: 'مقاولة واحدة',
    two: 'مقاولتان',
    few: 'مقاولات',
    many: 'مقاولة',
    other: 'مقاولة',
  })

const lines = (count: number) =>
  counted(count, {
    zero: 'سطر',
    one: 'سطر واحد',
    two: 'سطران',
    few: 'أسطر',
    many: 'سطرا',
    other: 'سطر',
  })

export const firm: WordsOf<typeof french> = {
  board: {
    lead: (count) => `${companies(count)}. ما يجب على كل منها التصريح به، بدءا بالأقرب أجلا.`,
    company: 'المقاولة',
    tasks: 'في انتظار التصريح',
    amount: 'المساهمات',
    lastSent: 'آخر إرسال',
    open: 'فتح',
    allSent: 'تم التصريح بكل شيء',
    noCategory: 'لم تسند إليكم أي فئة',
    until: (date) => `التفويض إلى غاية ${date}`,
    task: (quarter, category) => `${quarter}، الفئة ${ltr(category)}`,
    states: {
      late: 'متأخر',
      due: 'في انتظار التصريح',
      in_progress: 'جار',
      ready: 'جاهز للإرسال',
      sent: 'محين',
    },
    dueOn: (date) => `في أجل أقصاه ${date}`,
    lateSince: (date) => `كان منتظرا في أجل أقصاه ${date}`,
    begun: 'بدأ الإدخال',
    more: (count) => `و${ltr(String(count))} أخرى`,
    state: 'الحالة',
    anyState: 'الكل',
    order: 'الترتيب حسب',
    orders: { due: 'الأجل', name: 'الاسم', amount: 'المبلغ' },
    search: 'الاسم أو رقم المنخرط',
    none: 'لا توجد مقاولة مطابقة',
    noneText: 'امسحوا المعايير للعودة إلى جميع مقاولاتكم.',
    ready: (count, of) => `جاهز للإرسال: ${declarations(count)} (${companies(of)}).`,
    seeReady: 'التحقق والإرسال',
    receipts: 'وصولات جميع مقاولاتكم',
  },
  send: {
    title: 'إرسال عدة تصريحات',
    lead: 'تحققوا من كل مبلغ، وأزيلوا العلامة عما يجب أن ينتظر. تتوصل كل مقاولة بوصلها الخاص.',
    caption: 'التصريحات الجاهزة',
    choose: (company, period) => `إرسال ${isolate(company)}، ${period}`,
    company: 'المقاولة',
    period: 'الفترة',
    lines: 'المنتسبون',
    salaries: 'الأجور',
    total: 'المساهمات',
    all: 'المجموع',
    together: 'الكل، المعلم عليه وغيره',
    none: 'لا شيء جاهز للإرسال',
    noneText: 'يظهر التصريح هنا عندما لا يبقى في مراقبته ما يصحح أو يؤكد.',
    prepared: 'من أعده',
    you: 'أنتم',
    somebody: 'شخص لم يعد له ولوج',
    at: (at) => `في ${at}`,
    changed: (name, at) => `عدله بعد ذلك ${isolate(name)}، في ${at}`,
    look: 'اطلاع',
    entryBegun: 'بدأ إدخال هذه الفترة في الاستمارة: اتفقوا على ما ينبغي إرساله.',
    notOurs: (count) => `أعد أو عدل خارج مكتبكم: ${declarations(count)}.`,
    notOursText:
      'لم توضع عليها علامة: اطلعوا عليها، أو اتفقوا مع المقاولة، قبل إرسالها باسمها. سيتم إخبار من أعدها.',
    ticked: 'المعلم عليه: {count} من {all}',
    chosen: (count) => `مجموع التصريحات المعلم عليها عند عرض هذه الصفحة (${count})`,
    recount: 'إعادة الحساب دون إرسال',
    button: 'إرسال التصريحات المعلم عليها',
    explains: (count) =>
      count < 2
        ? 'الإرسال بمثابة تصريح باسم المقاولة المذكورة أعلاه.'
        : 'الإرسال بمثابة تصريح باسم كل مقاولة معلمة أعلاه.',
    nothingChosen: 'ضعوا علامة على تصريح واحد على الأقل.',
    sent: (count, of) => `تم إرسال ${declarations(count)} (${companies(of)}).`,
    left: (count) =>
      `لم يرسل ${declarations(count)}: تغير منذ عرضه أو انتهى تفويضكم. تحققوا قبل الإرسال من جديد.`,
    tooMany: (count) => `${ltr(String(count))} على الأكثر في المرة الواحدة. أرسلوا هذه ثم الباقي.`,
  },
  receipts: {
    title: 'وصولات مقاولاتكم',
    lead: 'كل ما أرسلتموه، مقاولة بمقاولة.',
    day: 'يوم الإرسال',
    dayHint: 'اليوم/الشهر/السنة، واتركوه فارغا لجميع الأيام.',
    company: 'المقاولة',
    number: 'الوصل',
    period: 'الفترة',
    sentAt: 'أرسل في',
    total: 'المساهمات',
    open: 'عرض الوصل',
    none: 'لا يوجد أي وصل',
    noneText: 'تظهر هنا وصولات التصريحات التي ترسلونها.',
    pdf: 'تحميل هذا الكشف (PDF)',
    count: (count) =>
      counted(count, {
        zero: 'وصل',
        one: 'وصل واحد',
        two: 'وصلان',
        few: 'وصولات',
        many: 'وصلا',
        other: 'وصل',
      }),
    document: 'كشف الوصولات',
    shownOnly: (count) => `يعرض هنا أحدث ${ltr(String(count))} منها: اختاروا يوما.`,
    fileName: (day) => `وصولات-${day}.pdf`,
  },
  file: {
    link: 'إرسال ملف يضم عدة مقاولات',
    title: 'ملف يضم عدة مقاولات',
    lead: 'هل يكتب برنامج الأجور لديكم أسطر جميع مقاولاتكم في ملف واحد؟ تصبح كل مقاولة وفئة وفصل تصريحا مستقلا، يراقب ويرسل على حدة.',
    label: 'ملف التصريحات',
    kinds: `ملف نصي، سطر لكل منتسب (190 أو 160 حرفا)، أو جدول CSV أو Excel (XLSX) فيه الأعمدة ${ltr('N° Adhérent, Catégorie, Trimestre, Année')}`,
    button: 'مراقبة الملف',
    missing: 'اختاروا الملف المراد مراقبته.',
    resultTitle: 'أجزاء الملف',
    resultLead: (name, count) =>
      `${isolate(name)}: ${lines(count)}. عند فتح أي جزء ترقم أسطره ابتداء من 1.`,
    caption: 'أجزاء الملف حسب المقاولة',
    company: 'المقاولة',
    period: 'الفترة',
    lines: 'الأسطر',
    state: 'الحالة',
    total: 'المساهمات',
    open: 'فتح',
    states: {
      ready: 'جاهز للإرسال',
      in_progress: 'في انتظار التصحيح أو التأكيد',
      sent: 'تم إرساله',
      over: 'تم تعويضه',
    },
    inTheWay: {
      title: 'مراقبات جارية من قبل',
      text: 'لم يعوض شيء. اطلعوا على كل مراقبة ثم بينوا هل يحل جزؤكم محلها: عندئذ يتخلى عن عملها.',
      holds: (done) => `في هذه المراقبة ${done}.`,
      take: 'تعويضها بهذا الجزء',
    },
    refusedTitle: (count) => `لم يؤخذ من الملف: ${lines(count)}`,
    refusedText: 'لا يتوقف باقي الملف عليها. إليكم الأسباب، سببا بسبب.',
    leftFor: {
      unreadable: {
        title: 'رقم أو فئة أو فصل غير مقروء',
        text: 'صححوا هذه الأسطر في برنامج الأجور، ثم أرسلوها من جديد.',
      },
      no_mandate: {
        title: 'لا تفويض لرقم المنخرط هذا',
        text: 'ليس لكم تفويض ساري المفعول تحت هذا الرقم. تحققوا منه؛ وإن كان صحيحا، فاطلبوا تفويضا من الشخص المفوض بالمقاولة.',
      },
      category: {
        title: 'فئة خارج تفويضكم',
        text: 'لم تسند إليكم المقاولة هذه الفئة. تحققوا من الرمز؛ وإن كان صحيحا، فاطلبوا من شخصها المفوض إضافتها إلى تفويضكم.',
      },
      not_ended: {
        title: 'فصل لم ينته بعد',
        text: 'لا يصرح بالفصل إلا بعد انتهائه. تحققوا من السنة والفصل، أو أرسلوا هذه الأسطر لاحقا.',
      },
      not_active: {
        title: 'فصل غير مطلوب التصريح به',
        text: 'لم تكن هذه الفئة نشيطة لدى المقاولة خلال هذا الفصل. تحققوا من الفئة والسنة والفصل.',
      },
      sent: {
        title: 'فترة سبق إرسالها',
        text: 'لتغييرها، افتحوا وصل هذه الفترة لدى المقاولة واختاروا «تصحيح هذا التصريح أو إتمامه».',
      },
      in_the_way: {
        title: 'مراقبة لم تعد جارية',
        text: 'كانت هذه الأسطر تنتظر بسبب مراقبة مفتوحة في الفترة نفسها ولم تعد موجودة. أعيدوا إرسالها.',
      },
      unknown: {
        title: 'لا تصريح ممكن في ذلك اليوم بهذه الأسطر',
        text: 'أعيدوا إرسال هذه الأسطر لمعرفة السبب.',
      },
    },
    refusedPart: (number, category, period) =>
      `الرقم ${ltr(number || '—')}، الفئة ${ltr(category || '—')}، ${period || 'فصل غير مقروء'}`,
    refusedLines: (ranges, count) =>
      `: ${arabicNoun(count, ['السطر', 'السطران', 'الأسطر', 'الأسطر'])} ${ltr(ranges)}`,
    nothing: 'لم يؤخذ أي سطر من هذا الملف.',
    another: 'إرسال ملف آخر',
    processing: 'تم استلام الملف. المراقبة جارية ويمكنكم إغلاق هذه الصفحة.',
    earlier: 'آخر ملفاتكم',
    received: 'تاريخ الاستلام',
    file: 'الملف',
    parts: 'التصريحات',
  },
}

export const firmRefusals: typeof frenchRefusals = {
  'firm.not_lines':
    'هذا الملف ليس ملفا نصيا بسطر لكل منتسب (190 أو 160 حرفا)، ولا جدول النموذج بصيغة CSV أو Excel (XLSX). صدروه بإحدى هذه الصيغ من برنامج الأجور.',
  'firm.table_of_one': `لا يبين هذا الجدول المقاولة التي يخصها كل سطر. أضيفوا إليه الأعمدة ${ltr('N° Adhérent, Catégorie, Trimestre, Année')}، أو أرسلوا جدولا لكل مقاولة.`,
  'firm.no_line': 'لا يحتوي هذا الملف على أي سطر. اختاروا ملف التصريحات.',
}
