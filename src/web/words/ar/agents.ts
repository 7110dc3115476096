import type { agents as french, agentsRefusals as frenchRefusals } from '../fr/agents.ts'
import { isolate, ltr, type WordsOf } from '../language.ts'
import { arabicCount } from './count.ts'

export const agents: WordsOf<typeof french> = {
  title: 'الأعوان',
  lead: 'سحب الولوج يتم من طرف مشرف واحد وفي الحال. أما منحه فيتم من طرف شخصين: مشرف يطلب وآخر يؤكد.',
  caption: 'حسابات الوكالة الافتراضية',
  new: 'عون جديد',
  name: 'الاسم',
  role: 'الدور',
  roles: { agent: 'عون', supervisor: 'مشرف' },
  state: 'الحالة',
  states: {
    proposed: 'في انتظار التأكيد',
    invited: 'أرسل الرابط',
    active: 'مفعل',
    suspended: 'موقوف',
  },
  secondFactor: 'التحقق المزدوج',
  factor: { yes: 'مفعل', no: 'لم يختر بعد' },
  lastSeen: 'آخر دخول',
  never: 'لم يدخل بعد',
  you: 'أنتم',
  waitingTitle: (count) =>
    count === 2
      ? 'طلبان ينتظران التأكيد.'
      : `${arabicCount(count, ['طلب واحد', 'طلبان', 'طلبات', 'طلبا'])} في انتظار التأكيد.`,
  onlyReading: 'لا يفتح الحسابات ولا يوقفها ولا يعيدها إلا مشرف.',

  signIns: {
    title: 'محاولات الدخول المرفوضة',
    lead: 'خلال الثلاثين يوما الأخيرة، بدءا بآخر محاولة. لا يحفظ اسم المستخدم الذي لا يخص أحدا، فقد يكون ما كتب كلمة سر.',
    search: 'اسم المستخدم أو رقم المنخرط',
    find: 'بحث',
    account: 'الحساب',
    company: 'المقاولة',
    refused: 'المرفوضة',
    codes: 'منها رموز خاطئة',
    last: 'آخر محاولة',
    standing: 'تنبيه',
    repeated: 'محاولات متكررة',
    nobody: 'أسماء مستخدمين لا تخص أحدا',
    address: (address) => `عنوان الشبكة ${ltr(address)}`,
    everywhere: 'البوابة بأكملها',
    none: 'لا توجد محاولات مرفوضة',
    noneText: 'لم يخطئ أحد، أو أن هذا الاسم لا يخص أي حساب.',
    more: (count) => `أحدث ${ltr(String(count))} حسابا. ابحثوا باسم المستخدم عن غيرها.`,
  },

  details: {
    login: 'اسم المستعمل',
    email: 'البريد الإلكتروني',
    language: 'لغة الرسائل',
    languages: { fr: 'الفرنسية', ar: 'العربية' },
    ownEmployer: 'رقم المنخرط لأحد الأقارب',
    ownEmployerNone: 'لا يوجد',
    ownEmployerUnknown: 'لا توجد مقاولة بهذا الرقم',
    since: 'أنشئ الحساب بتاريخ',
    reason: 'سبب التوقيف',
    history: 'السجل',
    historyEmpty: 'لم يتم بعد أي شيء على هذا الحساب.',
    ownTitle: 'هذا حسابكم.',
    ownText: 'يتكفل به مشرف آخر. تغيرون كلمة السر والتحقق المزدوج في «حسابي».',
  },

  asked: {
    open: (by, agent) => `يطلب ${isolate(by)} فتح حساب لفائدة ${isolate(agent)}.`,
    reactivate: (by, agent) => `يطلب ${isolate(by)} إعادة الولوج إلى ${isolate(agent)}.`,
    reset_second_factor: (by, agent) =>
      `يطلب ${isolate(by)} إعادة تعيين التحقق المزدوج الخاص بـ${isolate(agent)}.`,
  },
  request: {
    reason: (reason) => `السبب: ${isolate(reason)}`,
    until: (date) => `يؤكد قبل ${isolate(date)}.`,
    means: {
      open: 'بعد التأكيد يرسل رابط إلى العنوان أسفله: يختار الشخص كلمة سره ثم التحقق المزدوج.',
      reactivate: 'بعد التأكيد يدخل الشخص كما كان قبل توقيفه.',
      reset_second_factor:
        'بعد التأكيد تنتهي جلساته ولا تعود رموزه الاحتياطية صالحة، ويختار تحققا مزدوجا آخر عند دخوله المقبل.',
    },
    know: 'لا تؤكدوا إلا إذا تعرفتم بأنفسكم على الشخص، بالصوت أو حضوريا.',
    password: 'كلمة سركم',
    orPasskey: 'يمكن لمفتاح المرور أن يحل محل كلمة السر.',
    confirmWithPasskey: 'التأكيد بمفتاح المرور',
    confirm: {
      open: (agent) => `فتح حساب ${isolate(agent)}`,
      reactivate: (agent) => `إعادة الولوج إلى ${isolate(agent)}`,
      reset_second_factor: (agent) => `إعادة التعيين لفائدة ${isolate(agent)}`,
    },
    decline: 'رفض الطلب',
    ownTitle: 'طلبكم ينتظر مشرفا آخر.',
    alone: (login) =>
      `أنتم المشرف الوحيد: يؤكد مستغل البوابة بالأمر ${ltr(`npx guichet agent confirm ${login}`)}.`,
    withdraw: 'سحب طلبي',
    needsSupervisor: 'يجب أن يؤكد مشرف.',
    confirmed: {
      open: 'فتح الحساب وأرسل رابط التفعيل.',
      reactivate: 'أعيد الولوج.',
      reset_second_factor: 'أعيد تعيين التحقق المزدوج، وتم إخبار الشخص بالبريد الإلكتروني.',
    },
    declined: 'رفض الطلب. لم يتغير أي شيء.',
    withdrawn: 'سحب طلبكم. لم يتغير أي شيء.',
    sent: 'سجل طلبكم. يجب أن يؤكده مشرف آخر داخل أجل 72 ساعة.',
  },

  form: {
    title: 'عون جديد',
    lead: 'يؤكد مشرف آخر، ثم يتوصل الشخص برابط ليختار كلمة سره والتحقق المزدوج.',
    person: 'الشخص',
    firstName: 'الاسم الشخصي',
    lastName: 'الاسم العائلي',
    identityHint: 'بها يميز بين الأشخاص: لا تصدر موافقتان عن شخص واحد.',
    email: 'البريد الإلكتروني المهني',
    emailHint: 'عنوان لا يطلع عليه غير هذا الشخص: إليه يرسل رابط التفعيل.',
    access: 'ولوجه',
    login: 'اسم المستعمل',
    loginHint: `مثلا ${ltr('agent.bennis')}: حروف لاتينية وأرقام ونقط وشرطات.`,
    roleHints: {
      agent: 'يدرس الملفات ويبت فيها.',
      supervisor: 'يقوم بذلك أيضا، ويبت في الاعتراضات ويدبر حسابات الأعوان.',
    },
    ownEmployer: 'رقم المنخرط لأحد الأقارب',
    ownEmployerHint: 'مقاولته أو مقاولة أحد أقاربه: لن يبت هذا العون في ملفاتها.',
    reason: 'لماذا يفتح هذا الحساب',
    reasonHint: 'يقرؤه المشرف الذي يؤكد. مثلا: التحقت بقطب المقاولات في فاتح دجنبر.',
    submit: 'طلب فتح الحساب',
  },

  act: {
    title: 'إجراءات على هذا الحساب',
    suspend: 'توقيف',
    suspendLead: 'يسري في الحال: تنتهي جلساته وروابطه. ويخبر الشخص بالبريد الإلكتروني.',
    suspendReason: 'سبب التوقيف',
    suspendButton: 'توقيف الآن',
    suspended: 'أوقف الولوج.',
    reactivate: 'إعادة الولوج',
    reactivateLead: 'سيؤكد مشرف آخر.',
    reactivateReason: 'لماذا يعاد هذا الولوج',
    reactivateButton: 'طلب إعادة الولوج',
    reset: 'إعادة تعيين التحقق المزدوج',
    resetLead: 'لمن فقد هاتفه ورموزه الاحتياطية. سيؤكد مشرف آخر، ويخبر الشخص منذ الآن.',
    resetReason: 'ما الذي وقع',
    resetReasonHint: 'وكيف تعرفتم على الشخص. مثلا: سرق الهاتف يوم 12، وحضر إلى المكتب.',
    resetButton: 'طلب إعادة التعيين',
    link: 'إعادة إرسال رابط التفعيل',
    linkHint: (email) => `إلى ${ltr(email)}. لن يعود الرابط السابق صالحا.`,
    linkSent: 'أرسل رابط التفعيل.',
  },

  mistakes: {
    firstName: 'أدخلوا الاسم الشخصي.',
    lastName: 'أدخلوا الاسم العائلي.',
    email: `أدخلوا عنوان بريد إلكتروني كاملا، مثلا ${ltr('g.bennis@caisse.ma')}.`,
    language: 'اختاروا لغة الرسائل.',
    role: 'اختاروا الدور.',
    loginMissing: 'أدخلوا اسم المستعمل.',
    login: 'يتكون اسم المستعمل من 3 إلى 40 حرفا لاتينيا أو رقما أو نقطة أو شرطة، دون مسافة.',
    ownEmployerNumber: 'رقم المنخرط من ستة أرقام. صححوه أو اتركوا الخانة فارغة.',
    reason: 'أدخلوا السبب: يبقى في السجل.',
    tooLong: 'هذا النص طويل جدا: عدد الحروف الأقصى {most}.',
    password: 'أدخلوا كلمة سركم للتأكيد.',
  },

  mails: {
    hello: (name) => `السلام عليكم ${isolate(name)}،`,
    login: 'اسم المستعمل',
    signIn: 'الدخول إلى الوكالة الافتراضية',
    notYou: (email) =>
      `إذا لم تكونوا على علم بذلك، فاتصلوا حالا بأحد المشرفين أو اكتبوا إلى ${email}.`,
    activate: {
      subject: 'ولوجكم إلى الوكالة الافتراضية',
      text: (fund) =>
        `فتح لكم حساب عون بالوكالة الافتراضية (${isolate(fund)}). يبقى أن تختاروا كلمة سركم.`,
      link: 'اختيار كلمة السر',
      next: (hours) =>
        `يستعمل هذا الرابط مرة واحدة خلال ${hours} ساعة. عند أول دخول تختارون أيضا التحقق المزدوج: ليكن هاتفكم في متناولكم.`,
    },
    request: {
      subject: {
        open: (agent) => `حساب يراد فتحه: ${isolate(agent)}`,
        reactivate: (agent) => `ولوج تراد إعادته: ${isolate(agent)}`,
        reset_second_factor: (agent) => `تحقق مزدوج يراد تعيينه من جديد: ${isolate(agent)}`,
      },
      text: {
        open: (by, agent) => `يطلب ${isolate(by)} فتح حساب لفائدة ${isolate(agent)}.`,
        reactivate: (by, agent) => `يطلب ${isolate(by)} إعادة الولوج إلى ${isolate(agent)}.`,
        reset_second_factor: (by, agent) =>
          `يطلب ${isolate(by)} إعادة تعيين التحقق المزدوج الخاص بـ${isolate(agent)} الذي فقد هاتفه ورموزه الاحتياطية.`,
      },
      reason: (reason) => `السبب: ${isolate(reason)}`,
      know: 'يلزم شخص ثان. أكدوا داخل أجل 72 ساعة، ولا تؤكدوا إلا إذا تعرفتم بأنفسكم على الشخص المعني.',
      link: 'عرض هذا الحساب',
    },
    resetAsked: {
      subject: 'طلبت إعادة تعيين التحقق المزدوج الخاص بكم',
      text: (by) =>
        `طلب ${isolate(by)} إعادة تعيين التحقق المزدوج الخاص بكم في الوكالة الافتراضية. يجب أن يؤكد ذلك مشرف آخر.`,
    },
    reset: {
      subject: 'أعيد تعيين التحقق المزدوج الخاص بكم',
      text: 'لم يعد التطبيق السابق ولا رموزكم الاحتياطية صالحة، وأغلقت جميع جلساتكم.',
      next: 'عند دخولكم المقبل تختارون تحققا مزدوجا جديدا بعد كلمة السر. قوموا بذلك دون انتظار.',
    },
    suspended: {
      subject: 'أوقف ولوجكم إلى الوكالة الافتراضية',
      text: 'أوقف أحد المشرفين حسابكم كعون. أغلقت جلساتكم.',
    },
    reactivated: {
      subject: 'أعيد ولوجكم إلى الوكالة الافتراضية',
      text: 'يمكنكم الدخول من جديد بنفس كلمة السر ونفس التحقق المزدوج.',
    },
    operator: {
      subject: (agent) => `إجراء من مستغل البوابة على حساب ${isolate(agent)}`,
      text: {
        open: (agent) => `فتح مستغل البوابة حساب عون لفائدة ${isolate(agent)} عبر سطر الأوامر.`,
        reactivate: (agent) => `أعاد مستغل البوابة الولوج إلى ${isolate(agent)} عبر سطر الأوامر.`,
        reset_second_factor: (agent) =>
          `أعاد مستغل البوابة تعيين التحقق المزدوج الخاص بـ${isolate(agent)} عبر سطر الأوامر.`,
      },
      check: 'إذا لم تكونوا على علم بذلك، فأوقفوا هذا الحساب واتصلوا بالمستغل.',
    },
  },
}

export const agentsRefusals: WordsOf<typeof frenchRefusals> = {
  'agents.own_account': 'هذا حسابكم أو حساب للشخص نفسه. يجب أن يتكفل به مشرف آخر.',
  'agents.own_request': 'أنتم من قدم هذا الطلب: يجب أن يؤكده شخص آخر.',
  'agents.request_expired':
    'مرت على هذا الطلب أكثر من 72 ساعة ولم يعد تأكيده ممكنا. أعيدوا تقديمه إذا بقيت إليه حاجة.',
  'agents.already_decided':
    'تم البت في هذا الطلب، أو تغير الحساب منذ ذلك الحين. أعيدوا قراءة الصفحة.',
  'agents.already_asked': 'هناك طلب ينتظر لهذا الحساب. أكدوه أو ارفضوه أولا.',
  'agents.no_second_factor':
    'ليس لهذا الحساب تحقق مزدوج يعاد تعيينه: يختار الشخص واحدا عند دخوله المقبل.',
  'agents.not_suspended': 'هذا الحساب غير موقوف: لا يوجد ولوج لإعادته.',
  'agents.not_active': 'هذا الحساب موقوف أو لم يفتح بعد.',
  'agents.not_invited':
    'هذا الحساب مفعل أو موقوف. إذا نسي صاحبه كلمة السر فليستعمل «نسيت كلمة السر».',
  'agents.person_known':
    'لهذا الشخص حساب عون: \u2066{login}\u2069. أعيدوا إليه الولوج إذا كان موقوفا.',
  'agents.unknown_login': 'لا يوجد حساب عون باسم المستعمل \u2066{login}\u2069.',
  'agents.nothing_waits': 'لا طلب ينتظر بشأن \u2066{login}\u2069.',
  'agents.unknown_company':
    'لا توجد مقاولة رقم انخراطها \u2066{number}\u2069. صححوه أو اتركوا الخانة فارغة.',
  'agents.login_taken': 'اسم المستعمل \u2066{login}\u2069 محجوز. اختاروا غيره.',
}
