import type { liquidations as french } from '../fr/liquidations.ts'
import type { WordsOf } from '../language.ts'
import { arabicCount } from './count.ts'

export const liquidations: WordsOf<typeof french> = {
  band: 'تصفية المعاش',
  cells: { nearing: 'المقبلون على التقاعد' },
  nearing: {
    title: 'المقبلون على التقاعد',
    lead: 'مستخدمو مقاولتكم الذين يبتدئ معاشهم الكامل خلال 12 شهرا، ومن حل تاريخه من قبل. نشعركم بالبريد الإلكتروني قبل 12 شهرا و6 أشهر و4 أشهر.',
    search: 'الاسم أو رقم التسجيل',
    horizon: 'تاريخ التقاعد',
    horizons: {
      year: 'خلال 12 شهرا، وما مضى',
      two_years: 'خلال 24 شهرا، وما مضى',
      all: 'جميع المستخدمين',
    },
    groups: {
      past: 'حل التاريخ',
      months_4: 'خلال 4 أشهر',
      months_6: 'بين 4 و6 أشهر',
      months_12: 'بين 6 أشهر و12 شهرا',
      months_24: 'بين 12 و24 شهرا',
      later: 'بعد ذلك',
    },
    notes: {
      past: 'يمكن طلب المعاش من الآن',
      months_4: 'أودعوا الطلب الآن',
      months_6: 'اجمعوا الوثائق',
      months_12: 'تحققوا من المسار المهني',
      months_24: 'قدروا مبلغ المعاش',
      later: 'قدروا معاشا مبكرا',
    },
    pensionOn: 'بداية المعاش الكامل',
    atAge: (age) => `في سن ${arabicCount(age, ['سنة', 'سنتين', 'سنوات', 'سنة'])}`,
    none: 'لا أحد مقبل على التقاعد',
    noneFound: 'لا أحد يطابق هذا البحث',
    nobodySoon:
      'لا يبتدئ أي معاش كامل خلال هذه المدة. للتقاعد المبكر أو لتاريخ أبعد، ابحثوا بين جميع المستخدمين.',
    nobodyFound: 'تحققوا من الاسم أو رقم التسجيل. لا يظهر هنا من غادر المقاولة.',
    nobodyDeclared: 'يظهر المستخدمون هنا بمجرد ذكرهم في تصريح إلكتروني لمقاولتكم.',
    everybody: 'البحث بين جميع المستخدمين',
  },
}
