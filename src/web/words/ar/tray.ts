import type { tray as french, trayRefusals as frenchRefusals } from '../fr/tray.ts'
import { isolate, ltr, type WordsOf } from '../language.ts'
import { arabicCount } from './count.ts'

const documents = ['وثيقة واحدة', 'وثيقتان', 'وثائق', 'وثيقة'] as const

export const tray: WordsOf<typeof french> = {
  title: 'مسوح ضوئية للإلحاق',
  open: (place) => `فتح الوثيقة ${place}`,
  openOriginal: 'فتح ملف PDF الذي أخذت منه هذه الصفحات',
  ofDocument: (place) => `(الوثيقة ${place})`,
  link: 'إلحاق عدة مسوح ضوئية',
  lead: `أودعوا الاستمارات الممسوحة ضوئيا معا، ملف واحد لكل حالة أو ملف PDF يضم عدة حالات، ثم أدخلوا أو اقرؤوا الرمز المطبوع على كل منها، مثل ${ltr('AB-6BV7-JFH1')}. وتبقى هنا كل وثيقة بلا رمز.`,
  waiting: (count) => `في انتظار الرمز: ${arabicCount(count, documents)}`,
  none: 'لا توجد أي وثيقة في الانتظار.',
  attach: 'إلحاق بالملفات',
  code: (place) => `رمز الوثيقة ${place}`,
  document: 'الوثيقة',
  codeHead: 'الملف',
  remove: 'سحب',
  removeThis: (place) => `سحب الوثيقة ${place}`,
  reason: 'سبب السحب',
  reasonHint: 'لن يمكن بعد ذلك إلحاق الوثيقة بأي ملف.',
  reasonMissing: 'اذكروا سبب السحب، مثل «صفحة بيضاء».',
  reasonAlone: 'كُتب سبب للسحب: اضغطوا على «سحب» لسحب هذه الوثيقة، أو امحوا السبب.',
  reasonLong: 'اختصروا السبب: {most} حرف على الأكثر.',
  removed: 'سحبت الوثيقة.',
  imageAlt: (place) => `الوثيقة ${place} ممسوحة ضوئيا`,
  lookingInto: 'لم ينته البحث عن الفيروسات بعد: يمكن فتح هذه الوثيقة بعد ذلك.',
  infected:
    'عثر على فيروس: لم يحتفظ بهذه الوثيقة. امسحوا الورقة ضوئيا من جديد وأودعوها، ثم اسحبوا هذا السطر.',
  bring: 'إيداع مسوح ضوئية',
  files: 'الوثائق',
  filesHint: 'عشرون على الأكثر في كل مرة. إذا كان الرمز في اسم الملف يؤخذ منه.',
  bringButton: 'إيداع الوثائق',
  kept: (count) => `تم الإيداع: ${arabicCount(count, documents)}.`,
  notKept: (name, why) => `لم يحتفظ بالملف ${isolate(name)}. ${why}`,
  attached: (references) =>
    `توصلت الملفات التالية بوثائقها: ${references.map((one) => ltr(one)).join('، ')}.`,
  split: 'توزيع صفحات ملف PDF',
  splitThis: (place) => `توزيع صفحات الوثيقة ${place}`,
  splitLead:
    'أدخلوا أو اقرؤوا رمز كل استمارة أمام صفحتها الأولى. وتلحق الصفحات الموالية بالملف نفسه إلى غاية الرمز التالي، أما الصفحات التي تسبق أول رمز فتبقى في الشباك.',
  pages: (count) => `عدد الصفحات: ${count}`,
  openWhole: 'فتح ملف PDF كاملا',
  pageCode: (page) => `الرمز المقروء على الصفحة ${page}`,
  checkCodes: 'التحقق من الرموز',
  splitButton: 'التوزيع على الملفات',
  codeTwice: 'أدخل هذا الرمز أمام صفحة أخرى. يستقبل كل ملف صفحات متتالية.',
  codesGood: (count) => (count === 1 ? 'هذا الرمز رمز ملف.' : `الرموز كلها (${count}) رموز ملفات.`),
  noPageCode: 'أدخلوا رمزا واحدا على الأقل، أمام الصفحة الأولى من استمارته.',
  noCode: 'أدخلوا رمز وثيقة واحدة على الأقل.',
}

export const trayRefusals: WordsOf<typeof frenchRefusals> = {
  'tray.no_file': 'اختاروا وثيقة واحدة على الأقل لإيداعها.',
  'tray.not_split':
    'لا يمكن توزيع هذا الملف دون خلط صفحاته. امسحوا كل ملف ضوئيا على حدة وأودعوها معا.',
  'tray.annotated':
    'أضيفت إلى صفحات هذا الملف ملاحظات أو توقيعات قد تضيع عند توزيعه. امسحوا كل ملف ضوئيا على حدة وأودعوها معا.',
  'tray.one_page':
    'لا يضم ملف PDF هذا إلا صفحة واحدة: أدخلوا رمزه في قائمة المسوح الضوئية للإلحاق.',
  'tray.gone': 'لم تعد هذه الوثيقة في الانتظار: ألحقها زميل أو سحبها.',
  'tray.lost':
    'لم يعد محتوى هذه الوثيقة موجودا. امسحوا الورقة ضوئيا من جديد وأودعوها، ثم اسحبوا هذه الوثيقة.',
  'tray.has_scan':
    'للملف {reference} وثيقة من قبل. افتحوا الملف لإضافة أخرى: ستبدأ دراسته من جديد.',
}
