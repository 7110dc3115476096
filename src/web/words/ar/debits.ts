import type { debits as french, debitsRefusals as frenchRefusals } from '../fr/debits.ts'
import { grouped, isolate, ltr, type WordsOf } from '../language.ts'

export const debits: WordsOf<typeof french> = {
  title: 'الاقتطاعات',
  lead: 'ما يرسل إلى البنك وما يجيب به.',
  make: 'إعداد ملف اليوم',
  makeText: (count, amount) =>
    count === 0
      ? 'لا يوجد أي أمر مؤكد ينتظر الاقتطاع اليوم.'
      : `الأوامر المؤكدة التي حل يومها: ${ltr(grouped(count))}، ومبلغها ${isolate(amount)}. يراقب كل أمر مراقبة أخيرة، ثم يجمع ما يجتازها في ملف لا رجعة فيه.`,
  made: (count) => (count === 1 ? 'الملف جاهز: أمر واحد.' : `الملف جاهز، عدد الأوامر: ${count}.`),
  nothingDue: 'لا يوجد أي أمر للاقتطاع اليوم.',
  heldBack: (count) => `عدد الأوامر المحجوزة: ${count}. تبين «الأوامر المحجوزة» السبب وما يلي.`,
  held: {
    title: 'الأوامر المحجوزة',
    lead: 'أوامر مؤكدة حل يومها ولم ترسل. توصلت مقاولاتها بالتوضيح نفسه بالبريد الإلكتروني.',
    first: (shown, all) => `تظهر هنا أقدم الأوامر وعددها ${shown} من أصل ${ltr(grouped(all))}.`,
    mail: {
      subject: (count) => `أوامر لم ترسل إلى البنك، عددها: ${count}`,
      text: (count) =>
        `عند إعداد ملف اليوم حجزت أوامر عددها: ${count}. تبين صفحة الاقتطاعات أيها ولماذا وبمن يتصل، وقد توصلت المقاولات بالتوضيح نفسه.`,
      see: 'عرض الأوامر المحجوزة',
    },
  },
  collections: 'الملفات',
  none: 'لا يوجد أي ملف',
  noneText: 'سيظهر أول ملف هنا.',
  columns: {
    reference: 'الملف',
    collectOn: 'تاريخ الاقتطاع',
    entries: 'الأوامر',
    amount: 'المبلغ',
    state: 'الحالة',
    answers: 'الأجوبة',
    company: 'المقاولة',
    order: 'الأمر',
    answer: 'جواب البنك',
  },
  states: { made: 'للتسليم', handed_over: 'سلم إلى البنك' },
  answers: (settled, rejected) => `مؤداة: ${settled}، مرفوضة: ${rejected}`,
  collection: {
    title: (reference) => `الملف ${reference}`,
    hash: 'بصمة SHA-256',
    adapter: 'الصيغة',
    madeAt: 'أعد في',
    download: 'تحميل الملف',
    handOver: 'تسجيل التسليم إلى البنك',
    handOverSure: 'هذا الملف لدى البنك',
    handOverHint:
      'حددوا هذه الخانة بعد إيداع الملف لدى البنك: لا رجعة في ذلك، وتقرأ كل مقاولة أن أمرها أرسل.',
    handOverMissing: 'حددوا أن الملف لدى البنك، أو أودعوه أولا.',
    handedOver: 'سجل تسليم الملف. ننتظر أجوبته.',
    handedOverAt: 'سلم في',
    entries: 'أوامر الملف',
    waiting: 'في الانتظار',
    settled: 'مؤدى',
    rejected: 'مرفوض',
  },
  messages: {
    title: 'رسائل البنك',
    lead: 'أودعوا ملفات pain.002 وcamt.053 وcamt.054 كما يرسلها البنك.',
    file: 'ملف البنك',
    kinds: 'ملف XML',
    missing: 'اختاروا الملف الوارد من البنك.',
    send: 'معالجة هذا الملف',
    done: (said) =>
      `عولج الملف، الأجوبة المطبقة: ${said.applied}، التحويلات الواردة: ${said.transfers}${
        said.toDecide > 0 ? ` منها ${said.toDecide} تنتظر قرارا` : ''
      }، الحركات للفحص: ${said.parked}.`,
    list: 'الملفات المعالجة',
    none: 'لم يعالج أي ملف من البنك بعد.',
    columns: {
      file: 'الملف',
      kind: 'النوع',
      received: 'ورد في',
      movements: 'الحركات',
      applied: 'المطبقة',
      parked: 'للفحص',
    },
    parked: 'للفحص',
    parkedNone: 'لا توجد حركة في انتظار قرار.',
    parkedFirst: (shown, all) =>
      `تظهر هنا أقدم الحركات وعددها ${shown} من أصل ${ltr(grouped(all))}. وتظهر التالية كلما اتخذتم قرارا.`,
    movement: 'الحركة',
    because: {
      unknown_reference: 'لا يحمل أي أمر هذا المرجع',
      other_amount: 'المبلغ ليس مبلغ الأمر',
      already_rejected: 'سبق أن رفض الأمر',
      transfer: 'تحويل لا يقرأ مبلغه',
      other_detail: 'مجموع تحويلات وردت من قبل أو تفصيلها',
    },
    direction: { in: 'مبلغ وارد', out: 'مبلغ مسترجع' },
    debit: 'الاقتطاع المنتظر',
    debitFile: 'ملفه',
    reason: 'رمز البنك',
    receiveText:
      'ورد هذا المبلغ وله صاحب. إذا اعتبر تحويلا واردا انتظر نسبته إلى مقاولة أو رده. ويبقى الاقتطاع في انتظار جوابه.',
    receive: 'اعتباره تحويلا واردا',
    receivedDone: 'أصبح تحويلا واردا ينتظر قرارا. بينوا لمن هو، أو أنه سيرد.',
    noReference: 'بدون مرجع',
    setAside: 'استبعاد هذه الحركة',
    setAsideReason: 'لماذا تستبعدونها؟',
    setAsideMissing: 'اذكروا سبب استبعاد هذه الحركة.',
    setAsideDone: 'استبعدت الحركة.',
  },
  reasons: {
    no_money: () => 'لم يكن رصيد الحساب كافيا (AM04). بعد تزويد الحساب يعد الآمر بالصرف أمرا آخر.',
    account: (code) => `الحساب مجهول أو مغلق أو مجمد (${code}). اختاروا حسابا آخر أو اسألوا بنككم.`,
    mandate: (code) => `لا يعرف البنك إذنا صالحا لهذا الحساب (${code}). وقعوا إذنا جديدا.`,
    refused: (code) => `رفض البنك أو صاحب الحساب دون ذكر السبب (${code}). اسألوا بنككم.`,
    taken_back: (code) =>
      `طلب من البنك باسم صاحب الحساب استرجاع مبلغ هذا الاقتطاع (${code}). تبينوا داخل مقاولتكم من طلبه ولماذا، ثم يمكن للآمر بالصرف إعداد أمر آخر.`,
    other: (code) =>
      code
        ? `رفض البنك بالرمز ${code}. يمكن للوكالة الافتراضية أن تفيدكم.`
        : 'رفض البنك دون ذكر السبب. يمكن للوكالة الافتراضية أن تفيدكم.',
  },
  mails: {
    subject: { settled: 'وصل أداؤكم', rejected: 'رفض البنك أداءكم' },
    text: {
      settled: (amount) => `أدى البنك ${amount}، وقيد هذا الأداء في حساب المنخرط.`,
      rejected: (amount) =>
        `رفض البنك اقتطاع ${amount}. أصبحت استحقاقات هذا الأمر واجبة الأداء من جديد.`,
    },
    interestLeft: (amount) =>
      `تم أداء استحقاق من هذا الأمر بعد الأجل المعفى من الفوائد: بقي ${amount} من فوائد التأخير للأداء.`,
    openInformation: 'إعداد إذن جديد',
    frozen:
      'لن يقتطع من هذا الحساب بعد الآن. يمكن لمدير المستعملين إعداد إذن جديد في «المعلومات العامة».',
  },
}

export const debitsRefusals: WordsOf<typeof frenchRefusals> = {
  'debits.no_creditor':
    'حساب الصندوق غير محدد: لا يمكن إرسال أي ملف. اطلبوا من مسير البوابة تحديد GUICHET_FUND_RIB.',
  'debits.message_doctype':
    'يتضمن هذا الملف تصريح DOCTYPE أو إدراجا: لم يقرأ. اطلبوا من البنك ملفا بدونهما.',
  'debits.message_not_xml': 'هذا الملف ليس XML مقروءا. أودعوا الملف كما أرسله البنك.',
  'debits.message_unknown_message':
    'هذا الملف ليس pain.002 ولا camt.053 ولا camt.054. أودعوا أحد هذه الملفات.',
  'debits.message_other_currency':
    'يتضمن هذا الملف عملة غير الدرهم. لم يؤخذ منه شيء: اطلبوا من البنك ملفا بالدرهم.',
  'debits.message_too_many': 'يتضمن هذا الملف حركات كثيرة. اطلبوا من البنك تقسيمه.',
  'debits.not_a_transfer': 'هذه الحركة ليست مبلغا ينسب إلى مقاولة. استبعدوها مع ذكر السبب.',
  'debits.transfer_known':
    'هذا المبلغ موجود من قبل بين التحويلات الواردة. استبعدوا هذه الحركة مع ذكر ذلك.',
  'debits.message_known': 'سبقت معالجة هذا الملف. لم يتغير شيء.',
}
