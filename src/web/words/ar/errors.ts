import type { errors as french } from '../fr/errors.ts'
import { isolate, ltr, type WordsOf } from '../language.ts'

export const errors: WordsOf<typeof french> = {
  title: 'لا يمكننا الاستجابة لهذا الطلب',
  notFoundTitle: 'الصفحة غير موجودة',
  notAllowedTitle: 'ولوج محدود',
  mandateEndedTitle: 'لم يعد هذا التفويض ساريا',
  noCompanyTitle: 'اختاروا مقاولة',
  faultTitle: 'وقع خلل',
  unavailableTitle: 'الخدمة غير متاحة مؤقتا',
  unavailable: 'خوادمنا لا تستجيب حاليا. لم يضع شيء مما حفظتموه. أعيدوا المحاولة بعد دقيقة.',
  fault: (reference) =>
    `لم يكتمل طلبكم ولم يتغير أي شيء. أعيدوا المحاولة، وإذا تكرر الخلل أعطوا هذا المرجع للوكالة الافتراضية: ${ltr(reference)}`,
  sessionOverTitle: 'انتهت جلستكم',
  typedIsKept:
    'لم يرسل أي شيء. ما كتبتموه محفوظ، باستثناء كلمات المرور والملفات: أعيدوا الدخول وستجدونه في الاستمارة.',
  backToForm: 'العودة إلى الاستمارة',
  otherCompanyTitle: 'مقاولة أخرى مفتوحة',
  otherCompany: (company, now) =>
    `كانت هذه الصفحة لمقاولة ${isolate(company)}، غير أن ${isolate(now)} فتحت بعد ذلك في صفحة أخرى. لم يرسل أي شيء ولم يتغير أي شيء.`,
  fileAgain: 'عودوا إلى المقاولة، ثم اختاروا الملف من جديد.',
  backToCompany: (company) => `العودة إلى ${isolate(company)}`,
  returnToCompany: (company) => `العودة إلى ${isolate(company)} وإرسال ما كتبته إليها`,
  backHome: 'العودة إلى الصفحة الرئيسية',
  backToWork: 'العودة إلى فضائي',
}
