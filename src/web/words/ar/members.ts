import type { members as french, membersRefusals as frenchRefusals } from '../fr/members.ts'
import { grouped, ltr, type WordsOf } from '../language.ts'
import { arabicNoun } from './count.ts'

export const members: WordsOf<typeof french> = {
  title: 'المنتسبون',
  lead: 'الأشخاص الذين صرحتم بهم. تجدون أجور كل منهم ونقطه في صفحته.',
  search: 'الاسم أو رقم التسجيل',
  name: 'الاسم العائلي والشخصي',
  lastName: 'الاسم العائلي',
  firstName: 'الاسم الشخصي',
  number: 'رقم التسجيل',
  staffNumber: 'الرقم الداخلي',
  category: 'الفئة',
  everyCategory: 'كل الفئات',
  state: 'الحالة',
  everyState: 'كل الحالات',
  presences: { here: 'الحاضرون', left: 'المغادرون', waiting: 'رقم في انتظار التأكيد' },
  states: {
    here: 'حاضر',
    left: 'غادر',
    provisional: 'رقم مؤقت',
    refused: 'لم يتم التعرف عليه',
  },
  joinedOn: 'تاريخ الانتساب',
  bornOn: 'تاريخ الازدياد',
  leftOn: 'تاريخ المغادرة',
  count: (count) =>
    count === 0
      ? 'لا أحد'
      : count === 1
        ? 'منتسب واحد'
        : count === 2
          ? 'منتسبان'
          : `${ltr(grouped(count))} ${arabicNoun(count, ['منتسب', 'منتسبان', 'منتسبين', 'منتسبا'])}`,
  none: 'لا يوجد منتسبون',
  noneText: 'سيظهرون هنا بمجرد إرسال أول تصريح.',
  noneFiltered: 'لا أحد يطابق هذا البحث. امسحوا المعايير لعرض الجميع.',
  downloadList: 'تحميل اللائحة (CSV)',
  listName: 'المنتسبون',

  memberLead: 'فصوله في مقاولتكم ونقطه. يسجل كل اطلاع على هذه الصفحة في السجل.',
  waiting: 'رقم مؤقت',
  waitingText:
    'تم التصريح بهذا الشخص دون رقم تسجيل. ليس عليكم أي إجراء: تؤكد الوكالة الافتراضية الرقم، فتحتسب نقطه بعد ذلك، ويصلكم إشعار عبر البريد الإلكتروني.',
  confirmed: 'أكدت الوكالة الافتراضية رقم التسجيل',
  confirmedText: (former) =>
    `يعوض هذا الرقم الرقم المؤقت ${ltr(former)}. وتبقى الملفات التي تحمل الرقم القديم مقبولة.`,
  refused: 'لم تتعرف الوكالة الافتراضية على هذا الشخص',
  refusedText: 'صححوا اسمه أو تاريخ ازدياده أو وثيقة هويته في التصريح المقبل، وسيدرس طلبه من جديد.',
  pointsTitle: 'النقط حسب السنة',
  pointsNote:
    'يمنح الفصل نقطا بعد أداء مساهماته: حصة الأجير وحصة المشغل المساوية لها، مقسومتان على ستة أضعاف الأجر المرجعي للسنة. أما الزيادة بنسبة 30\u00a0% فلا تمنح نقطا.',
  illustrative: '*\u00a0قيمة توضيحية لم يؤكدها الصندوق بعد، ونقط هذه السنوات على سبيل الإشارة.',
  inDirhams: (amount) => `${ltr(amount)}\u00a0درهم`,
  careerTitle: 'المسار المهني فصلا بفصل',
  noCareer: 'لم يصرح بأي فصل',
  noCareerText: 'ستظهر فصوله هنا بمجرد إرسال تصريح يذكره.',
  year: 'السنة',
  referenceSalary: 'الأجر المرجعي',
  points: 'النقط',
  earned: 'النقط المكتسبة',
  earnedInYear: 'النقط المكتسبة في السنة',
  expected: 'النقط بعد أداء الكل',
  expectedNote: 'إذا أديت كل المساهمات المصرح بها وتأكد رقم التسجيل.',
  salary: 'أجر الفصل',
  contributions: 'المساهمات',
  employeePart: 'حصة الأجير',
  employerPart: 'حصة المشغل',
  earnings: {
    settled: 'مكتسبة',
    collecting: 'قيد التحصيل',
    to_pay: 'لم يؤد بعد',
    late: 'متأخر',
    nothing: 'لا شيء للأداء',
    unconfirmed: 'رقم في انتظار التأكيد',
    not_recognised: 'لم يتم التعرف عليه',
  },
  reasons: {
    collecting: 'تحتسب بمجرد تأكيد البنك.',
    to_pay: 'تحتسب بمجرد أداء المستحق.',
    late: 'مساهمات غير مؤداة: أدوا المستحق.',
    unconfirmed: 'تحتسب بمجرد تأكيد الوكالة.',
    not_recognised: 'لم تتعرف الوكالة على هذا الشخص.',
  },
  download: 'إعداد الكشف (PDF)',
  downloadNote: `الكشف ملف ${ltr('PDF')} من صفحة إلى ثلاث صفحات، بالعربية، يحمل رمزا يمكن لأي كان التحقق منه.`,
  downloadCsv: 'تحميل المسار المهني (CSV)',
  downloadCsvNote: 'سطر لكل فصل، بالعربية، يفتح في برنامج جداول.',
  fileName: 'كشف-المنتسب',
  document: 'كشف المسار المهني والنقط',
  documentScope:
    'يبين هذا الكشف ما صرحت به هذه المقاولة وما أدته إلى اليوم. ولا يتضمن الفصول التي صرحت بها مقاولات أخرى.',
}

export const membersRefusals: WordsOf<typeof frenchRefusals> = {
  'members.too_many_read':
    'اطلعتم على عدد كبير جدا من المنتسبين في ساعة واحدة: توقف الاطلاع، وتم إشعار الوكالة الافتراضية. أعيدوا المحاولة بعد ساعة، وللحصول على بيان كامل اتصلوا بالوكالة.',
  'members.too_many_at_once':
    'هذه اللائحة أطول من أن توضع في ملف واحد. اختاروا فئة أو حالة ثم حملوها على دفعات.',
}
