import type { letters as french, lettersRefusals as frenchRefusals } from '../fr/letters.ts'
import { isolate, ltr, type WordsOf } from '../language.ts'

export const letters: WordsOf<typeof french> = {
  titles: {
    subscription: (fund) => `الاشتراك في الخدمات عن بعد ${isolate(fund)}`,
    renewal: (fund) => `تجديد الاشتراك في الخدمات عن بعد ${isolate(fund)}`,
    password_reset: () => 'إعادة تعيين كلمة السر الخاصة بالشخص المفوض',
    email_update: () => 'تحيين البريد الإلكتروني للشخص المفوض',
    debit_mandate: () => 'توكيل بالاقتطاع',
  },
  kinds: {
    subscription: 'اشتراك',
    renewal: 'تجديد اشتراك',
    password_reset: 'كلمة السر',
    email_update: 'بريد إلكتروني',
    debit_mandate: 'توكيل',
  },
  states: {
    awaiting_signature: 'في انتظار التوقيع',
    received: 'قيد الدراسة',
    to_complete: 'يحتاج إلى استكمال',
    accepted: 'مقبول',
    applied: 'ساري المفعول',
    refused: 'مرفوض',
    withdrawn: 'مسحوب',
    expired: 'منتهي الأجل',
  },
  receivedBy: {
    upload: 'عبر الأنترنت',
    post: 'عبر البريد',
    counter: 'بالشباك',
  },
  reasons: {
    missing_signature: 'توقيع المسؤول غير موجود.',
    missing_stamp: 'خاتم المقاولة غير موجود.',
    unreadable: 'الوثيقة غير مقروءة. يرجى إرسال نسخة أوضح.',
    missing_page: 'تنقص صفحة. يرجى إرسال جميع الصفحات في وثيقة واحدة.',
    signatory_capacity: 'صفة الموقع غير مثبتة. يرجى إرفاق توكيل أو مستخرج من السجل التجاري.',
    delegate_identity: 'هوية الشخص المفوض غير مثبتة. يرجى إرفاق نسخة من بطاقة هويته.',
    differs_from_form:
      'المكتوب في الوثيقة يختلف عما أدخلتموه. يرجى طبع الاستمارة من جديد وتوقيعها دون تغيير.',
    wrong_document:
      'الوثيقة المتوصل بها ليست الاستمارة المنتظرة. يرجى إرسال الاستمارة التي تحمل مرجعكم.',
    unknown_number: 'رقم المنخرط المذكور لا يخص أي مقاولة منخرطة.',
    not_authorised: 'الموقع غير مؤهل لإلزام المقاولة.',
    not_from_company: 'لم نتمكن من التأكد من أن الطلب صادر عن المقاولة.',
    identity_mismatch: 'الهوية المذكورة لا تطابق الوثائق المتوصل بها.',
    duplicate: 'سبقت معالجة طلب مماثل.',
    no_answer: 'لم نتوصل بالوثائق التكميلية المطلوبة.',
    objection_upheld: 'اعترض الشخص المفوض الحالي على الطلب، وتم قبول اعتراضه.',
  },
  mails: {
    reference: 'مرجعكم:',
    follow: 'تتبع ملفي',
    registered: {
      subject: (reference) => `توصلنا بوثيقتكم الموقعة (${ltr(reference)})`,
      body: (title) =>
        `توصلنا بوثيقتكم الموقعة «${isolate(title)}». تجيبكم الوكالة الافتراضية داخل أجل 48 ساعة، لا تحتسب فيها أيام السبت والأحد والعطل الرسمية.`,
      next: 'لا يلزمكم القيام بأي شيء. يمكنكم تتبع ملفكم بواسطة المرجع وعنوان البريد الإلكتروني هذا.',
    },
    complete: {
      subject: (reference) => `ملفكم يحتاج إلى استكمال (${ltr(reference)})`,
      body: (title) => `للمصادقة على وثيقتكم «${isolate(title)}» ينقصنا ما يلي:`,
      next: 'أرسلوا الوثيقة المستكملة من صفحة التتبع أو عبر البريد إلى الوكالة الافتراضية. يستأنف أجل 48 ساعة فور توصلنا بها.',
    },
    refused: {
      subject: (reference) => `لم يتم قبول طلبكم (${ltr(reference)})`,
      body: (title) =>
        `درست الوكالة الافتراضية وثيقتكم «${isolate(title)}» ولا يمكنها قبولها للأسباب التالية:`,
      next: 'لم يتغير أي شيء. إذا كنتم ترون أن هناك خطأ، فأجيبوا الوكالة الافتراضية مع ذكر مرجعكم، أو قدموا طلبا جديدا.',
    },
    agentNote: (note) => `توضيح من الوكالة الافتراضية: ${isolate(note)}`,
  },
  printed: {
    reference: 'المرجع',
    drawnUp: (date) => `حررت الاستمارة بتاريخ ${isolate(date)}`,
    undertaking: 'أشهد بصحة المعلومات أعلاه وأصرح بأنني مؤهل لإلزام المقاولة.',
    sendBack:
      'توقع وتختم من طرف مسؤول المقاولة أو شخص مؤهل، ثم ترسل أو تودع لدى الوكالة الافتراضية، أو ترفق عبر الأنترنت من صفحة «تتبع ملفي».',
    attention: 'إلى عناية مسؤول الوكالة الافتراضية',
    signature: 'توقيع المسؤول',
    stamp: 'خاتم المقاولة',
    place: 'حرر في',
    date: 'بتاريخ',
    signatory: 'اسم الموقع وصفته',
  },
}

export const lettersRefusals: WordsOf<typeof frenchRefusals> = {
  'letters.too_late': 'هذا الملف مغلق أو سبق البت فيه، ولا يمكن تغييره. اطلعوا على حالته.',
  'letters.another_in_review':
    'توجد وثيقة موقعة أخرى قيد الدراسة تخص رقم المنخرط هذا. انتظروا جواب الوكالة الافتراضية أو اتصلوا بها.',
  'letters.no_file': 'اختاروا الوثيقة الموقعة المراد إرسالها.',
  'letters.empty_file': 'الملف المختار فارغ. اختاروا ملفا آخر.',
  'letters.wrong_file_type':
    'هذا الملف ليس من نوع PDF ولا صورة JPEG أو PNG. اختاروا ملفا من أحد هذه الأنواع.',
  'letters.objection_too_late': 'انقضى أجل الاعتراض. اتصلوا بالوكالة الافتراضية فورا.',
  'letters.objection_already_raised': 'تم تسجيل اعتراضكم. ستجيبكم الوكالة الافتراضية.',
}
