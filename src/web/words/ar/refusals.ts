import { accessRefusals } from './access.ts'
import { accountRefusals } from './account.ts'
import { administrationRefusals } from './administration.ts'
import { agencyRefusals } from './agency.ts'
import { agentsRefusals } from './agents.ts'
import { takeoutRefusals } from './takeout.ts'
import { trayRefusals } from './tray.ts'
import { claimsRefusals } from './claims.ts'
import { debitsRefusals } from './debits.ts'
import { declarationsRefusals } from './declarations.ts'
import { entryRefusals } from './entry.ts'
import { firmRefusals } from './firm.ts'
import { keysRefusals } from './keys.ts'
import { ledgerRefusals } from './ledger.ts'
import { deskRefusals } from './desk.ts'
import { depositsRefusals } from './deposits.ts'
import { importsRefusals } from './imports.ts'
import { lettersRefusals } from './letters.ts'
import { machineRefusals } from './machine.ts'
import { membersRefusals } from './members.ts'
import { newcomersRefusals } from './newcomers.ts'
import { parametersRefusals } from './parameters.ts'
import { passkeysRefusals } from './passkeys.ts'
import { paymentsRefusals } from './payments.ts'
import { receivedTransfersRefusals } from './received-transfers.ts'
import { scansRefusals } from './scans.ts'
import { subscriptionsRefusals } from './subscriptions.ts'
import type { refusals as french } from '../fr/refusals.ts'
import { isolate, type WordsOf } from '../language.ts'

export const refusals: WordsOf<typeof french> = {
  'web.not_found': 'هذه الصفحة غير موجودة أو لا تخصكم.',
  'web.not_allowed': 'حسابكم لا يخول الولوج إلى هذه الصفحة.',
  'web.mandate_ended': `لم تعودوا مكلفين بتصريحات المقاولة ${isolate('{company}')}: سحب تفويضها أو علق أو انتهت مدته. ويبقى ما سبق حفظه فيها. للمتابعة اتصلوا بالشخص المفوض لديها، فهو وحده يستطيع إعادته.`,
  'web.no_company': 'لم تختاروا أي مقاولة بعد. اختاروا واحدة في لوحة مقاولاتكم ثم أعيدوا المحاولة.',
  'web.signed_out': 'سجلوا الدخول للمتابعة.',
  'web.form_expired': 'فتحت هذه الاستمارة في جلسة أخرى. أعيدوا تحميل الصفحة ثم أكدوا من جديد.',
  'web.wrong_company':
    'فتحت هذه الاستمارة باسم مقاولة أخرى. تحققوا من المقاولة المعروضة ثم أعيدوا المحاولة.',
  'web.too_large': 'حجم ما ترسلونه كبير جدا. قلصوا حجم الملف ثم أعيدوا المحاولة.',
  'web.too_many_files':
    'لا يمكن إضافة أكثر من {most} ملفات دفعة واحدة: لم يحفظ أي منها. اختاروا عددا أقل، ثم أضيفوا الباقي.',
  'web.file_too_large':
    'حجم هذا الملف كبير جدا: {megabytes} ميغابايت على الأكثر. قلصوه أو امسحوه بدقة أقل ثم أرسلوه من جديد.',
  'web.too_slow': 'توقف الإرسال عن التقدم فأوقفناه. تحققوا من اتصالكم ثم أعيدوا الإرسال.',
  'web.no_room':
    'لا يمكننا حفظ أي ملف في هذه اللحظة لنقص في المساحة لدينا. لم يضع شيء لديكم: أعيدوا المحاولة بعد ساعة، أو أخبروا الوكالة الافتراضية.',
  'web.store_away':
    'يمنعنا عطل لدينا من حفظ الملفات أو فتحها في هذه اللحظة. لم يضع شيء لديكم: أعيدوا المحاولة بعد بضع دقائق، أو أخبروا الوكالة الافتراضية.',
  'web.too_many': 'محاولات كثيرة في وقت وجيز. انتظروا بضع دقائق ثم أعيدوا المحاولة.',
  'web.too_many_at_once':
    'ما زالت وثائق أو عمليات بحث طلبتموها أنتم أو مقاولتكم قيد الإعداد. انتظروا وصولها ثم أعيدوا المحاولة.',
  'web.changed_meanwhile':
    'غير شخص آخر هذه المعلومات أثناء اطلاعكم عليها. أعيدوا قراءتها ثم أعيدوا المحاولة.',
  ...subscriptionsRefusals,
  ...lettersRefusals,
  ...scansRefusals,
  ...accessRefusals,
  ...accountRefusals,
  ...passkeysRefusals,
  ...administrationRefusals,
  ...machineRefusals,
  ...membersRefusals,
  ...newcomersRefusals,
  ...keysRefusals,
  ...ledgerRefusals,
  ...declarationsRefusals,
  ...entryRefusals,
  ...firmRefusals,
  ...paymentsRefusals,
  ...claimsRefusals,
  ...deskRefusals,
  ...depositsRefusals,
  ...debitsRefusals,
  ...receivedTransfersRefusals,
  ...agencyRefusals,
  ...agentsRefusals,
  ...takeoutRefusals,
  ...trayRefusals,
  ...parametersRefusals,
  ...importsRefusals,
}
