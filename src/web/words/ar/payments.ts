import type { paymentsRefusals as french } from '../fr/payments.ts'
import type { WordsOf } from '../language.ts'

export const paymentsRefusals: WordsOf<typeof french> = {
  'payments.not_a_validator': 'لم يعد حسابكم يسمح بالتأكيد. اتصلوا بمدير المستخدمين في مقاولتكم.',
  'payments.not_a_maker':
    'لم يعد حسابكم يسمح بإعداد أوامر الأداء. اتصلوا بمدير المستخدمين في مقاولتكم.',
  'payments.maker_cannot_confirm': 'أنتم من أعد هذا الأمر أو غيره: يجب أن يؤكده شخص آخر.',
  'payments.already_confirmed': 'سبق أن أكدتم هذا الأمر. وهو الآن في انتظار شخص آخر.',
  'payments.changed_since_shown': 'تغير هذا الأمر منذ أن فتحتموه. اقرؤوه من جديد قبل تأكيده.',
  'payments.expired': 'انتهت صلاحية هذا الأمر دون تأكيد. اطلبوا من الآمر بالصرف إعداد أمر آخر.',
  'payments.no_longer_open': 'لم يعد هذا الأمر في انتظار التأكيد. يبين سجله ما آل إليه.',
  'payments.not_confirmed': 'لم تكتمل تأكيدات هذا الأمر: لا يمكن إرساله إلى البنك.',
  'payments.never_collected': 'لم يرسل هذا الأمر قط إلى البنك: لا يمكن للبنك أن يجيب عنه.',
}
