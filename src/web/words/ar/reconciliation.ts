import type { reconciliation as french } from '../fr/reconciliation.ts'
import type { WordsOf } from '../language.ts'
import { arabicCount } from './count.ts'

const differences = (count: number) => arabicCount(count, ['فرق واحد', 'فرقان', 'فروق', 'فرقا'])

export const reconciliation: WordsOf<typeof french> = {
  title: 'المقارنة الليلية',
  lead: 'كل ليلة يقارن ما هو محفوظ في عدة مواضع: الحسابات والسجل والأوامر والتأكيدات وملفات البنك والتحويلات الواردة.',
  agreed: 'كل شيء متطابق.',
  agreedShort: 'كل شيء متطابق',
  found: differences,
  ran: (when) => `آخر مقارنة في ${when}.`,
  next: 'لا ينتج الفرق عن استعمال البوابة: شيء ما غير يدويا أو أصابه تلف. لا ترسلوا أي ملف إلى البنك قبل فهمه، وأخبروا إدارة المعلوميات.',
  never: 'لا توجد أي مقارنة بعد',
  neverText: 'تجري الأولى هذه الليلة.',
  faults: 'ما لا يتطابق',
  firstOnes: (shown, total) => `أول ${shown} من أصل ${total}.`,
  nights: 'الليالي الأخيرة',
  fund: 'الصندوق',
  columns: {
    what: 'الفرق',
    employer: 'المقاولة',
    subject: 'الموضع',
    expected: 'المنتظر',
    found: 'الموجود',
    ranAt: 'الليلة',
    verdict: 'النتيجة',
    entries: 'القيود',
    events: 'الأحداث',
    orders: 'الأوامر',
    collections: 'الملفات',
  },
  kinds: {
    ledger: 'الحساب لا يطابق الوقائع التي ينبني عليها',
    trail: 'غير السجل',
    order_unconfirmed: 'أمر يتقدم دون تأكيداته',
    order_changed: 'لم يعد الأمر هو ما تم تأكيده',
    confirmation_broken: 'لم يعد التأكيد هو ما تم توقيعه',
    order_unposted: 'الأمر والحساب لا يقولان الشيء نفسه',
    order_untold: 'تغيرت حالة أمر دون أن يذكرها السجل',
    order_uncollected: 'أمر قيل إنه أرسل وليس في أي ملف',
    collection_without_order: 'سطر في ملف دون أمره',
    collected_twice: 'اقتطاع وارد مرتين',
    collection_changed: 'لم تعد للملف سطوره أو مجموعه',
    agreement_broken: 'لم تعد الموافقة هي ما تم توقيعه',
    transfer_changed: 'لم يعد التحويل هو ما كتبه البنك',
    transfer_unheld: 'سطر من البنك ليس تحويل أحد',
    suspense_changed: 'حساب الانتظار والتحويلات لا يقولان الشيء نفسه',
    transfer_unposted: 'التحويل وحساب المقاولة لا يقولان الشيء نفسه',
  },
  mails: {
    subject: 'المقارنة الليلية: فروق للفحص',
    hello: (name) => `تحية طيبة ${name}،`,
    found: (count) =>
      `أسفرت مقارنة هذه الليلة عن وجود فروق بين ما هو محفوظ في عدة مواضع. العدد: ${count}.`,
    read: 'عرض الفروق',
    next: 'لا ترسلوا أي ملف إلى البنك قبل فهمها.',
  },
}
