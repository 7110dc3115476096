import type { figures as french } from '../fr/figures.ts'
import { ltr, type WordsOf } from '../language.ts'
import { arabicCount } from './count.ts'

export const figures: WordsOf<typeof french> = {
  title: 'أرقام',
  lead: (decisions, within, hours) =>
    `هذا الشهر: ${arabicCount(decisions, ['قرار واحد', 'قراران', 'قرارات', 'قرارا'])}، ${ltr(`${within} %`)} منها داخل أجل 48 ساعة، ونصفها في ${ltr(String(hours))} ساعة أو أقل.`,
  nothingDecided: 'لم يتخذ أي قرار بعد هذا الشهر.',
  month: 'الشهر',
  measure: 'المؤشر',
  value: 'القيمة',
  subject: 'الباب',
  hours: 'بالساعات',
  inFigures: 'عرض الأرقام',

  delayTitle: 'أجل القرارات',
  delayText:
    'الوثائق الموقعة المقبولة أو المرفوضة، بحساب 48 ساعة: دون أيام السبت والأحد والعطل، ومع توقف العد عندما يكون على صاحب الطلب إتمام شيء. وتنشر صفحة الاستقبال معدل الشهر.',
  delayChart: 'الأجل الوسيط حسب الشهر',
  decisions: 'القرارات',
  median: 'الوسيط (س)',
  p95: '95 % في أقل من (س)',
  mean: 'المعدل (س)',
  within48: 'داخل 48 ساعة (%)',

  volumesTitle: 'ما تم التوصل به',
  lettersChart: 'الوثائق الموقعة المتوصل بها حسب الشهر',
  letters: 'الوثائق الموقعة',
  newcomers: 'أشخاص دون رقم تسجيل',
  transfers: 'التحويلات',

  usageTitle: 'استعمال التصريح الإلكتروني',
  usageText: (employers) =>
    `تعد المقاولة نشيطة في الشهر الذي ترسل فيه تصريحا. عدد المقاولات المنخرطة: ${ltr(String(employers))}.`,
  usageChart: 'التصريحات المرسلة حسب الشهر',
  byFile: 'بالملف',
  byForm: 'بالاستمارة',
  bySoftware: 'ببرنامج',
  nil: 'دون أجور',
  lines: 'الأسطر المصرح بها',
  companies: 'المقاولات النشيطة',

  mistakesTitle: 'أخطاء التصريحات',
  mistakesText:
    'ما وجدته مراقبات الأشهر الاثني عشر الأخيرة ولم يصححه أحد في مكانه، الأكثر انتشارا أولا.',
  mistake: 'الخطأ',
  inDeclarations: 'التصريحات',
  onLines: 'الأسطر',
  noMistakes: 'لم يبق أي خطأ.',

  csv: `تحميل بصيغة ${ltr('CSV')}`,
  xlsx: `تحميل بصيغة ${ltr('XLSX')}`,
  fileName: 'chiffres',
}
