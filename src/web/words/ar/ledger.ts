import type { ledger as french, ledgerRefusals as frenchRefusals } from '../fr/ledger.ts'
import type { WordsOf } from '../language.ts'

export const ledger: WordsOf<typeof french> = {
  band: 'حساب المنخرط',
  mails: {
    brokenSubject: 'حساب منخرط لم يعد مطابقا لقيوده',
    broken: (breaks) =>
      breaks > 1
        ? `وجدت مراقبة هذه الليلة ${breaks} فروق في الحسابات التالية.`
        : 'وجدت مراقبة هذه الليلة فرقا في الحساب التالي.',
    account: 'الحساب',
    brokenNext:
      'لا يمكن تعديل هذه القيود من البوابة: غيّر أحد ما قاعدة البيانات. أخبروا المسؤول عن الأمن ولا تلمسوها. يعطي هذا الأمر التفاصيل على الخادم.',
  },
}

export const ledgerRefusals: WordsOf<typeof frenchRefusals> = {
  'ledger.not_the_latest': 'لم يعد هذا القيد آخر قيد في فصله. ألغوا أولا القيد الذي يليه.',
  'ledger.not_reversible':
    'هذا القيد ناتج عن قيد آخر: يتبع تلقائيا التصريح أو الأداء الذي أدى إليه.',
  'ledger.payment_unknown': 'هذا الأداء غير مسجل في الحساب. تحققوا من مرجعه ثم أعيدوا المحاولة.',
  'ledger.payment_taken_back': 'سبق رفض هذا الأداء أو إلغاؤه: لم يتغير شيء.',
  'ledger.payment_already_arrived': 'سبق تحصيل هذا الأداء: لم يتغير شيء.',
}
