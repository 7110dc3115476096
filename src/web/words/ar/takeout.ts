import type { takeout as french, takeoutRefusals as frenchRefusals } from '../fr/takeout.ts'
import { isolate, ltr, type WordsOf } from '../language.ts'

export const takeout: WordsOf<typeof french> = {
  title: 'استخراج المعطيات',
  open: 'استخراج المعطيات',
  all: 'كل طلبات الاستخراج الخاصة بهذه المقاولة',
  lead: (name, number) =>
    `كل ما تحتفظ به البوابة عن ${isolate(name)}، رقم المنخرط ${ltr(number)}، في ملف مضغوط واحد.`,
  holds: 'ما يحتويه الملف',
  holdsList: [
    'كل جداول المقاولة بصيغة CSV لبرامج الجداول وبصيغة JSON للبرامج المعلوماتية: التصريحات والمنتسبون والحساب والأداءات والتفويضات والملفات.',
    'الوثائق المتوصل بها: الاستمارات الموقعة والملفات المصرح بها ووثائق ملفات المعاش.',
    'وصولات التصريحات بصيغة PDF.',
    'سجل المقاولة، مع ما يلزم للتأكد من أن أحدا لم يغيره.',
  ],
  holdsNot:
    'لا يحتوي على أي كلمة سر ولا مفتاح ولا رابط. أرقام الهوية والأجور مكتوبة فيه بوضوح: سلّموه يدا بيد أو بوسيلة مشفرة.',
  ask: 'طلب استخراج',
  ownEmployer: 'هذه مقاولتكم: اطلبوا من أحد زملائكم أن يتولى الأمر.',
  reason: 'السبب',
  reasonHint: 'من يطلبه ولماذا. ستقرأه المقاولة في سجلها.',
  reasonMissing: 'اذكروا السبب، مثل «طلب كتابي من المقاولة بتاريخ 12 مارس».',
  reasonLong: 'اختصروا السبب: 500 حرف على الأكثر.',
  askButton: 'طلب الاستخراج',
  asked: 'ينتظر الطلب موافقة مشرف آخر.',
  earlier: (count) => (count === 0 ? 'طلبات الاستخراج' : `طلبات الاستخراج (${count})`),
  none: 'لم يُطلب أي استخراج لهذه المقاولة.',
  when: 'تاريخ الطلب',
  by: 'صاحب الطلب',
  state: 'الحالة',
  states: {
    waiting: 'في انتظار الموافقة',
    agreed: 'جاهز للتحميل',
    closed: 'منتهٍ',
    declined: 'مرفوض',
    withdrawn: 'مسحوب',
  },
  decision: {
    waiting: 'قرار',
    agreed: 'وافق عليه',
    declined: 'رفضه',
    withdrawn: 'سحبه',
  },
  collected: 'تاريخ التحميل',
  waitsForAnother: 'يجب أن يوافق مشرف آخر. يجد الطلب ضمن ملفاته.',
  means:
    'إذا وافقتم، يمكنكما أنتما الاثنين خلال 24 ساعة تحميل كل ما تحتفظ به البوابة عن هذه المقاولة.',
  withdraw: 'سحب الطلب',
  password: 'كلمة سركم',
  passwordMissing: 'أدخلوا كلمة سركم للموافقة.',
  orPasskey: 'يمكن لمفتاح الدخول أن يحل محل كلمة السر.',
  agreeWithPasskey: 'الموافقة بمفتاح الدخول',
  declinedBecause: 'سبب الرفض',
  declinedBecauseHint: 'ضروري للرفض فقط. سيقرؤه صاحب الطلب والمقاولة.',
  agree: 'الموافقة على الاستخراج',
  decline: 'رفض',
  agreed: 'تمت الموافقة على الاستخراج: يمكن تحميل الملف خلال 24 ساعة.',
  turnedDown: { declined: 'رُفض الاستخراج.', withdrawn: 'سُحب الطلب.' },
  until: (instant) => `يمكن تحميل الملف إلى غاية ${isolate(instant)}.`,
  closed: 'انقضى أجل 24 ساعة. قدّموا طلبا جديدا إن كان الملف ما زال مفيدا.',
  forTheTwo: 'لا يحمّل الملف إلا المشرفان اللذان اتفقا عليه.',
  collect: 'تحميل الملف',
  collectHint: 'يُعدّ الملف في هذه اللحظة، وقد يستغرق ذلك بضع دقائق. يُسجَّل كل تحميل في سجل المقاولة.',
  mail: {
    subject: {
      agreed: (company) => `قبول استخراج معطيات ${isolate(company)}`,
      declined: (company) => `رفض استخراج معطيات ${isolate(company)}`,
    },
    hello: (name) => `السلام عليكم ${isolate(name)}،`,
    text: {
      agreed: (company, number) =>
        `وافق مشرف آخر على استخراج معطيات ${isolate(company)}، رقم المنخرط ${ltr(number)}. يمكنكم تحميل الملف خلال 24 ساعة.`,
      declined: (company, number) =>
        `رفض مشرف آخر استخراج معطيات ${isolate(company)}، رقم المنخرط ${ltr(number)}. لم يخرج شيء.`,
    },
    because: (reason) => `السبب: ${isolate(reason)}`,
    open: 'فتح الطلب',
  },
  readme: ({ fund, by, reason, at, employer, contents }) =>
    [
      `${employer.name}، رقم المنخرط ${employer.number}`,
      `كل ما كانت تحتفظ به بوابة ${fund} عن هذه المقاولة في ${at.toISOString()}.`,
      `قام بالاستخراج ${by}. السبب: ${reason}`,
      '',
      'tables/     كل جدول بصيغة CSV (فاصلة منقوطة، UTF-8) وبصيغة JSON. المبالغ بالسنتيم والأوقات بالتوقيت العالمي.',
      `documents/  عدد الوثائق: ${contents.documents}. اسم كل وثيقة هو معرّفها في جدول files الذي يذكر الاسم الأصلي وبصمة SHA-256.`,
      `receipts/   عدد وصولات التصريحات: ${contents.receipts}.`,
      'SHA256SUMS  بصمة SHA-256 لكل ملف: الأمر `sha256sum -c SHA256SUMS` يتحقق منها كلها. بصمة هذه اللائحة مسجلة في سجل المقاولة.',
      'manifest.json  عدد الأسطر، والجداول التي تبقى لدى الصندوق مع السبب: access (ما يفتح بابا)، fund (ما يخص الصندوق)، visitors (ما لم يثبته أحد)، program (ما يُعاد حسابه).',
      ...(contents.missing.length > 0
        ? [
            `عدد الوثائق التي تعذرت قراءتها أو لم تُفحص بعد ضد الفيروسات: ${contents.missing.length}. معرّفاتها في manifest.json.`,
          ]
        : []),
      '',
      'التحقق من السجل: خذوا أحداث tables/audit_events.json حسب ترتيب sequence. بصمة كل حدث hash هي SHA-256 لبصمة الحدث الذي قبله (لا شيء قبل الأول) متبوعة بالنص hashed. البصمة الأخيرة هي التي في tables/audit_chains.json. الأمر `guichet verify-export` مع الخيار `--fingerprint` يتحقق من الكل.',
    ].join('\n'),
}

export const takeoutRefusals: WordsOf<typeof frenchRefusals> = {
  'takeout.reason_missing': 'اذكروا سبب الرفض: ستقرؤه المقاولة وزميلكم.',
  'takeout.being_collected': 'هذا الملف قيد الإعداد: انتظروا نهاية التحميل الأول.',
  'takeout.not_made':
    'تعذر إعداد الملف ولم يخرج شيء: أعيدوا المحاولة بعد بضع دقائق. إذا تكرر ذلك، أخبروا المسؤول عن تشغيل البوابة.',
  'takeout.already_decided': 'سبق البت في هذا الطلب: أعيدوا تحميل الصفحة.',
  'takeout.own_request': 'أنتم من قدم هذا الطلب: يجب أن يوافق عليه مشرف آخر.',
  'takeout.already_asked': 'هناك طلب ينتظر لهذه المقاولة: بتّوا فيه أو اسحبوه أولا.',
  'takeout.not_open': 'لا يمكن تحميل هذا الملف أو لم يعد ذلك ممكناً: قدّموا طلبا جديدا.',
}
