import type { agency as french, agencyRefusals as frenchRefusals } from '../fr/agency.ts'
import { isolate, ltr, type WordsOf } from '../language.ts'
import { arabicCount } from './count.ts'

export const agency: WordsOf<typeof french> = {
  band: 'الوكالة الافتراضية',
  queue: {
    title: 'ملفات للمعالجة',
    cell: 'الملفات',
    lead: (waiting, overdue, isMore = false) => {
      if (waiting === 0) return 'لا يوجد ملف في الانتظار.'
      if (isMore)
        return `أكثر من ${waiting} من الملفات في الانتظار، تجاوز ${overdue} منها على الأقل أجل 48 ساعة.`
      const files = filesWaiting(waiting)
      if (overdue === 0) return `${files}، ولم يتجاوز أي منها أجل 48 ساعة.`
      if (overdue === 1) return `${files}، تجاوز أحدها أجل 48 ساعة.`
      return `${files}، منها ${overdue} تجاوزت أجل 48 ساعة.`
    },
    caption: 'الملفات، الأكثر استعجالا أولا',
    reference: 'المرجع',
    kind: 'النوع',
    company: 'المقاولة',
    state: 'الحالة',
    since: 'تاريخ التوصل',
    clock: 'الأجل',
    holder: 'لدى',
    allKinds: 'الكل',
    kinds: {
      subscription: 'اشتراك',
      renewal: 'تجديد اشتراك',
      password_reset: 'كلمة السر',
      email_update: 'بريد إلكتروني',
      debit_mandate: 'توكيل بالاقتطاع',
      objection: 'اعتراض',
    },
    states: {
      waiting: 'للمعالجة',
      to_complete: 'لدى صاحب الطلب',
      accepted: 'مقبولة في انتظار السريان',
      all: 'الكل',
    },
    mine: 'ملفاتي',
    overdue: 'تجاوزت الأجل',
    unknownCompany: 'رقم غير معروف',
    oneAccepted: 'موافقة واحدة من اثنتين',
    objectionToDecide: 'للبت',
    take: 'أخذ',
    release: 'إرجاع',
    takeThis: (reference) => `أخذ الملف ${ltr(reference)}`,
    releaseThis: (reference) => `إرجاع الملف ${ltr(reference)}`,
    you: 'أنتم',
    age: (hours) => {
      if (hours < 1) return 'منذ أقل من ساعة'
      if (hours < 24) return `منذ ${arabicCount(hours, ['ساعة', 'ساعتين', 'ساعات', 'ساعة'])}`
      return `منذ ${arabicCount(Math.floor(hours / 24), ['يوم', 'يومين', 'أيام', 'يوما'])}`
    },
    emptyTitle: 'لا شيء للمعالجة هنا.',
    empty: 'تصل الوثائق الموقعة عبر الإنترنت، أو عبر الشباك عندما تكون ورقية.',
    emptyFiltered: 'لا يوجد ملف يطابق هذه التصفية.',
    openDesk: 'تسجيل وثيقة ورقية',
  },
  desk: {
    title: 'الشباك',
    lead: 'امسحوا رمز الوثيقة ضوئيا أو أدخلوه. يوجد الرمز أعلى الصفحة الأولى.',
    code: 'رمز الوثيقة',
    codeHint: `مثلا ${ltr('AB-4K7P-2RTD')}. تقبل الحروف الصغيرة والمسافات.`,
    open: 'فتح الملف',
    without: 'الوثيقة بلا رمز أو رمزها غير مقروء؟',
    searchInstead: 'البحث عن المقاولة',
  },
  case: {
    title: (kind, reference) => `${kind} ${ltr(reference)}`,
    lead: (company, number) => `${isolate(company)} · رقم المنخرط ${ltr(number)}`,
    unknownLead: (number) => `رقم المنخرط ${ltr(number)} · غير معروف`,
    back: 'الملفات',
    inHand: (name) => `لدى: ${isolate(name)}`,
    inYourHand: 'هذا الملف لديكم.',
    take: 'أخذ',
    release: 'إرجاع',
    takeOver: 'استلام',
    taken: 'الملف لديكم.',
    released: 'أرجع الملف إلى الفريق.',
    typed: 'ما تم إدخاله',
    known: 'ما هو معروف لدينا',
    company: 'المقاولة',
    companyState: { active: 'منخرطة', closed: 'مشطب عليها' },
    companyIce: 'التعريف الموحد المعروف لدى الصندوق',
    withdrawnTitle: 'سحبت هذه الاستمارة أو عوضتها استمارة مصححة.',
    withdrawnAlone:
      'لم تحضر أي استمارة أخرى منذ ذلك لرقم المنخرط هذا. اطلبوا من المقاولة إعداد استمارة جديدة.',
    withdrawnSince:
      'حضرت استمارة أخرى منذ ذلك لرقم المنخرط هذا: افتحوها واطلبوا الوثيقة الموقعة التي تحمل مرجعها.',
    differs: 'مختلف في الاستمارة',
    iceNotKnown: 'غير معروف',
    delegate: 'الشخص المفوض الحالي',
    noDelegate: 'لا أحد',
    delegateStates: { active: 'مفعل', suspended: 'موقوف', replaced: 'معوض' },
    delegateEmail: 'بريده الإلكتروني',
    delegateSince: 'مفوض منذ',
    delegateSeen: 'آخر دخول',
    never: 'أبدا',
    delegateFactor: 'التحقق المزدوج',
    factorOn: 'مفعل',
    factorOff: 'لا يوجد',
    applicant: 'صاحب الطلب',
    scan: 'الوثيقة الموقعة',
    scanOf: (number, by, when) => `الوثيقة ${ltr(number)}، متوصل بها ${by} بتاريخ ${isolate(when)}`,
    scanAlt: (reference) => `الوثيقة الموقعة للملف ${ltr(reference)}`,
    openPdf: (size) => `تحميل ملف ${ltr('PDF')} (${isolate(size)})`,
    pdfHint:
      'تفتح الوثيقة في قارئكم بعد تحميلها: لا يعرض ملف PDF الوارد داخل البوابة أبدا، حفاظا على الأمان. ويسجل فتحها.',
    openFull: 'فتح بالحجم الكامل',
    notScanned: 'سجلت الورقة ولم تمسح ضوئيا بعد. أضيفوا المسح الضوئي للبت.',
    lookingInto:
      'قيد التحقق: لم يفحص مضاد الفيروسات هذه الوثيقة بعد. ستفتح هنا فور انتهاء الفحص، ويستمر احتساب 48 ساعة.',
    lookingIntoShort: 'قيد التحقق',
    infected:
      'كانت هذه الوثيقة تحتوي على فيروس فلم تحفظ. إن وردت عبر الإنترنت فقد طلبت وثيقة أخرى من صاحب الطلب، وإن وردت على ورق فامسحوها ضوئيا من جديد على جهاز تم فحصه.',
    infectedShort: 'كانت تحتوي على فيروس ولم تحفظ',
    noProof: 'لا توجد وثيقة موقعة حاليا.',
    earlier: (count) =>
      arabicCount(count, ['وثيقة سابقة', 'وثيقتان سابقتان', 'وثائق سابقة', 'وثيقة سابقة']),
    unknownTitle: 'هذا الرقم لا يخص أي مقاولة منخرطة.',
    unknownText:
      'تحققوا منه على الوثيقة. إذا كان مكتوبا عليها فعلا فارفضوا الملف بسبب «رقم غير معروف»: يخبر صاحب الطلب وحده، عبر البريد الإلكتروني.',
    otherNameTitle: 'الاسم المدخل ليس الاسم المعروف لدينا.',
    otherName: (typed, known) =>
      `المدخل: ${isolate(typed)}. المعروف: ${isolate(known)}. تحققوا من رقم المنخرط ومن الخاتم على الوثيقة.`,
    otherIceTitle: 'التعريف الموحد المدخل ليس المعروف لدينا.',
    otherIce: (typed, known) => `المدخل: ${ltr(typed)}. المعروف: ${ltr(known)}.`,
    iceDifferences: {
      digit: (position) =>
        `يختلف رقم واحد فقط، في المرتبة ${position} من اليسار: لعله خطأ في الكتابة.`,
      exchanged: (position) =>
        `رقمان متجاوران مقلوبان، ابتداء من المرتبة ${position} من اليسار: لعله خطأ في الكتابة.`,
      control: 'لا يختلف إلا رقما المراقبة الأخيران.',
      establishment:
        'المقاولة هي نفسها (الأرقام التسعة الأولى) والمؤسسة غيرها (الأرقام الأربعة الموالية). تحققوا من التي في الخاتم.',
      company:
        'المقاولة غيرها: تختلف الأرقام التسعة الأولى. تحققوا من رقم المنخرط ومن الخاتم على الوثيقة.',
    },
    ownTitle: 'لا يمكنكم البت في هذا الملف.',
    ownText: 'يخص مقاولتكم أو مقاولة أحد أقاربكم. يجب أن يعالجه عون آخر.',
    replacesTitle: 'هذا الملف يعوض الشخص المفوض الحالي.',
    twoTitle: 'يجب أن يقبل هذا الملف عونان.',
    twoText: 'يقرأ كل منهما الوثيقة الموقعة ويؤشر على المراقبات. الموافقة الثانية هي الحاسمة.',
    secondTitle: (name) => `الموافقة الأولى من ${isolate(name)}.`,
    secondText: 'اقرؤوا الوثيقة كما لو كنتم وحدكم. موافقتكم حاسمة.',
    yoursTitle: 'أعطيتم الموافقة الأولى.',
    yoursText: 'يجب الآن أن يقرأ عون آخر الوثيقة ويعطي موافقته.',
    warnedUntil: (until) =>
      `تم إخبار الشخص المفوض الحالي، ويمكنه الاعتراض إلى غاية ${isolate(until)}. لا شيء يسري قبل ذلك.`,
    acceptedTitle: (until) => `تم القبول. يسري ابتداء من ${isolate(until)}.`,
    acceptedText: 'إذا اعترض الشخص المخبر قبل ذلك، فلا شيء يسري ويبت مشرف.',
    objectionTitle: 'يعترض الشخص المفوض على هذا الملف.',
    objectionText: 'الأجل موقوف ولا شيء يسري. يجب أن يبت مشرف.',
    objectionSaid: 'ما كتبه',
    objectionNothing: 'لم يضف شيئا.',
    objectionUpheld: 'تم قبول الاعتراض.',
    objectionDismissed: 'لم يقبل الاعتراض.',
    decideObjection: 'البت في الاعتراض',
    uphold: 'قبول الاعتراض',
    upholdHint: 'يرفض الملف ويبقى الشخص المفوض الحالي في منصبه.',
    dismiss: 'عدم قبول الاعتراض',
    dismissHint:
      'تستأنف الدراسة. إذا كان الملف مقبولا فإنه يسري عند نهاية 24 ساعة الموعود بها الشخص، وليس قبلها.',
    objectionRead: 'قرأت الاعتراض والوثيقة الموقعة',
    objectionOther: 'أعطيتم موافقة على هذه الوثيقة: يجب أن يبت في الاعتراض مشرف آخر.',
    objectionDecision: 'قراركم',
    objectionNote: 'السبب، يرسل إلى الشخص المعترض',
    objectionButton: 'تسجيل القرار',
    objectionDone: 'سجل القرار وتم إخبار الشخص.',
    handwritten: 'الرقم المكتوب باليد على الوثيقة',
    handwrittenHint: 'انقلوه: نقارنه بوثيقة الشخص المفوض المعروفة لدينا دون عرضها. تسجل كل محاولة.',
    compare: 'مقارنة',
    identitySame: 'الرقم المكتوب على الوثيقة هو المعروف لدينا.',
    identityOther:
      'هذا الرقم ليس هو المعروف لدينا. أعيدوا قراءته على الوثيقة؛ فإن كان مكتوبا كذلك فاطلبوا استكمالا أو ارفضوا.',
    checks: 'المراقبات',
    checksHint: 'قارنوا الوثيقة الموقعة بما تم إدخاله. يجب التأشير على الكل للقبول.',
    check: {
      number: 'رقم المنخرط يخص المقاولة',
      signatory: 'الموقع مؤهل لإلزام المقاولة',
      signature: 'الوثيقة موقعة',
      stamp: 'الوثيقة مختومة بخاتم المقاولة',
      identity: 'الهوية تطابق الوثائق وما هو معروف',
      second_factor: 'تطلب الوثيقة إلغاء التحقق المزدوج: الهاتف والرموز الاحتياطية مفقودة',
    },
    accept: 'القبول والتفعيل',
    acceptFirst: 'إعطاء الموافقة الأولى',
    acceptSecond: 'إعطاء الموافقة الثانية',
    acceptLaterHint: (until) => `يسري ابتداء من ${isolate(until)} إذا لم يعترض أحد.`,
    acceptEmailHint: 'يخبر العنوان القديم، ويعوضه العنوان الجديد بعد 24 ساعة إذا لم يعترض أحد.',
    acceptAfterObjection: 'يسري عندما يقرر مشرف عدم قبول الاعتراض.',
    openFirst: 'افتحوا الوثيقة الموقعة أولا: لا يبت أحد فيما لم يقرأه.',
    complete: 'طلب استكمال',
    completeLead: 'يتوقف الأجل إلى حين جوابه.',
    refuse: 'الرفض',
    refuseLead: 'يغلق الملف ولا يتغير شيء بالنسبة للمقاولة.',
    reasons: 'الأسباب، ترسل إلى صاحب الطلب',
    note: 'توضيح لصاحب الطلب',
    noteHint: 'يرسل كما هو مع الأسباب.',
    completeButton: 'إرسال طلب الاستكمال',
    refuseButton: 'رفض الملف',
    done: {
      second_agent_needed: 'سجلت موافقتكم. يجب أن يعطي عون آخر موافقته.',
      accepted: 'تم قبول الملف.',
      to_complete: 'أرسل طلب الاستكمال.',
      refused: 'تم رفض الملف وإخبار صاحب الطلب.',
    },
    register: 'تسجيل وثيقة ورقية',
    registerLead: 'أرفقوا المسح الضوئي للوثيقة الموقعة. يبدأ أجل 48 ساعة من الآن.',
    registerAgain: 'أرفقوا المسح الضوئي الجديد. تسقط الموافقات السابقة لأنها تخص الوثيقة القديمة.',
    file: 'المسح الضوئي للوثيقة الموقعة',
    fileKinds: `${ltr('PDF')} أو ${ltr('JPEG')} أو ${ltr('PNG')}`,
    fileHint: 'بدون مسح ضوئي تسجل الورقة ولا يمكن لأحد البت.',
    arrival: 'وصلت',
    registerButton: 'تسجيل الوثيقة',
    registered: 'سجلت الوثيقة وتم إخبار صاحب الطلب.',
    history: 'السجل',
    reviews: 'الآراء',
    verdicts: { accept: 'موافقة', refuse: 'رفض', complete: 'طلب استكمال' },
    onEarlier: 'على وثيقة تم تعويضها',
    trail: 'سجل الملف',
    mailTo: 'البريد الإلكتروني لصاحب الطلب',
    size: (kilobytes) =>
      kilobytes < 1024
        ? `${ltr(String(kilobytes))} كيلوبايت`
        : `${ltr((kilobytes / 1024).toFixed(1).replace('.', ','))} ميغابايت`,
  },
  search: {
    title: 'بحث',
    cell: 'بحث',
    lead: 'مقاولة أو منتسب بالاسم أو الرقم، أو ملف برمزه، أو طلب تصفية برقمه.',
    field: 'الاسم أو الرقم أو الرمز',
    employers: 'المقاولات',
    letters: 'الملفات',
    members: 'المنتسبون',
    claims: 'طلبات التصفية',
    member: 'الاسم العائلي والشخصي',
    memberNumber: 'رقم التسجيل',
    provisional: 'مؤقت',
    bornOn: 'تاريخ الازدياد',
    leftOn: 'تاريخ المغادرة',
    name: 'المقاولة',
    number: 'رقم المنخرط',
    city: 'المدينة',
    state: 'الحالة',
    none: (words) => `لا شيء يطابق «${isolate(words)}».`,
    noneHint:
      'تحققوا من الكتابة. تجدون المقاولة بجزء من اسمها، والمنتسب ببداية اسمه، وكليهما بالرقم.',
    cut: 'لا تعرض كل لائحة إلا أول 25 نتيجة. دققوا البحث.',
  },
  employer: {
    lead: (number, city) => `رقم المنخرط ${ltr(number)}${city ? ` · ${isolate(city)}` : ''}`,
    company: 'المقاولة',
    ice: 'التعريف الموحد للمقاولة',
    address: 'العنوان',
    phone: 'الهاتف',
    email: 'البريد الإلكتروني',
    joined: 'منخرطة منذ',
    services: 'الخدمات عن بعد',
    service: {
      declaration: 'التصريح الإلكتروني',
      employer_account: 'حساب المنخرط',
      payment: 'الأداء الإلكتروني',
      liquidation: 'تصفية المعاش',
    },
    users: 'المستعملون',
    usersCount: (count) =>
      count === 0 ? 'لا أحد' : arabicCount(count, ['مستعمل', 'مستعملان', 'مستعملين', 'مستعملا']),
    delegate: 'الشخص المفوض',
    noDelegate: 'لا يوجد شخص مفوض.',
    noDelegateHint: 'يجب أن تشترك المقاولة: توجد الاستمارة في الصفحة الرئيسية.',
    jobTitle: 'الوظيفة',
    secondFactor: 'التحقق المزدوج',
    letters: 'الملفات',
    lettersEmpty: 'لا يوجد ملف.',
    created: 'تاريخ الإعداد',
    trail: 'سجل المقاولة',
    paper: 'مرجع الرسالة الموقعة',
    paperHint: 'مرجع البريد، للعثور على الورقة.',
    paperReason: 'السبب المذكور من طرف المقاولة',
    suspend: {
      title: 'إيقاف الشخص المفوض',
      lead: 'بناء على رسالة موقعة من المقاولة. الأثر فوري: تنتهي جلساته وروابطه ويتم إخباره.',
      button: 'الإيقاف الآن',
      done: 'تم إيقاف الشخص المفوض ولم يعد بإمكانه القيام بأي شيء.',
    },
    reactivate: {
      title: 'إعادة الولوج إلى الشخص المفوض',
      lead: 'بناء على رسالة موقعة من المقاولة. سيلج من جديد بكلمة سره ويتم إخباره.',
      button: 'إعادة الولوج',
      done: 'أصبح بإمكان الشخص المفوض الولوج من جديد.',
    },
    reactivateBySupervisor: 'يمكن لمشرف أن يعيد إليه الولوج، بناء على رسالة موقعة من المقاولة.',
    viewed: 'هذا الاطلاع مسجل في سجل المقاولة.',
  },
  trail: {
    title: 'السجل',
    lead: 'كل ما أنجز أو اطلع عليه بشأن هذه المقاولة، من طرفها ومن طرف الصندوق.',
    when: 'متى',
    who: 'من',
    what: 'ماذا',
    empty: 'لم ينجز أي شيء بعد.',
    caption: 'الأحداث، الأحدث أولا',
    number: 'الرقم',
  },
  mistakes: {
    code: 'امسحوا رمز الوثيقة ضوئيا أو أدخلوه.',
    noteTooLong: `التوضيح طويل جدا: ${ltr('1000')} حرف على الأكثر.`,
    reasons: 'أشروا على سبب واحد على الأقل.',
    checks: 'أشروا على جميع المراقبات، أو اطلبوا استكمالا.',
    arrival: 'حددوا كيف وصلت الوثيقة.',
    decision: 'اختاروا قبول الاعتراض أو عدم قبوله.',
    objectionNote: 'اكتبوا السبب: يرسل إلى الشخص المعترض.',
    handwritten: 'انقلوا الرقم المكتوب باليد على الوثيقة.',
    tooManyNumbers:
      'قورنت أرقام كثيرة في هذا الملف. انتظروا ساعة أو اطلبوا استكمالا من صاحب الطلب.',
    objectionRead: 'اقرؤوا الاعتراض والوثيقة الموقعة ثم أشروا على هذه الخانة.',
    paper: 'أدخلوا مرجع الرسالة الموقعة.',
    reason: 'أدخلوا السبب المذكور من طرف المقاولة.',
    tooLong: 'هذا النص طويل جدا: عدد الحروف الأقصى {most}.',
  },
  mails: {
    emailWillChange: {
      subject: 'سيتم تعويض عنوان بريدكم الإلكتروني',
      body: (name, address, until) =>
        `السلام عليكم ${isolate(name)}، قبلت الوكالة الافتراضية رسالة موقعة من مقاولتكم تطلب تعويض العنوان الذي تقرؤون فيه هذه الرسالة بالعنوان ${ltr(address)}. يسري التغيير ابتداء من ${isolate(until)}.`,
      notYou:
        'إذا كنتم موافقين فلا يلزمكم القيام بأي شيء. إذا لم تكونوا على علم بهذا الطلب، فاعترضوا قبل هذا التاريخ:',
      link: 'الاعتراض على هذا التغيير',
      reference: 'مرجع الملف:',
    },
    objectionDecided: {
      subject: (reference) => `جواب على اعتراضكم (${ltr(reference)})`,
      upheld: (name) =>
        `السلام عليكم ${isolate(name)}، تم قبول اعتراضكم. رفض الطلب ولا يتغير شيء بالنسبة إليكم.`,
      dismissed: (name) =>
        `السلام عليكم ${isolate(name)}، تمت دراسة اعتراضكم ولم يقبل. يتابع الطلب مساره.`,
      note: (note) => `السبب: ${isolate(note)}`,
    },
  },
}

function filesWaiting(count: number): string {
  if (count === 1) return 'ملف واحد في الانتظار'
  if (count === 2) return 'ملفان في الانتظار'
  return `${arabicCount(count, ['ملف', 'ملفان', 'ملفات', 'ملفا'])} في الانتظار`
}

export const agencyRefusals: WordsOf<typeof frenchRefusals> = {
  'agency.code_malformed':
    'هذا الرمز غير مكتمل أو فيه حرف خاطئ. أعيدوا قراءته على الوثيقة حرفا حرفا.',
  'agency.code_unknown':
    'لا يوجد ملف يحمل الرمز \u2066{reference}\u2069. أعيدوا قراءته أو ابحثوا عن المقاولة.',
  'agency.own_employer': 'يخص هذا الملف مقاولتكم أو مقاولة أحد أقاربكم. يجب أن يعالجه عون آخر.',
  'agency.no_proof': 'لم تصل الوثيقة الموقعة. سجلوها قبل البت.',
  'agency.not_scanned': 'لم تمسح الورقة ضوئيا. أضيفوا المسح الضوئي قبل البت.',
  'agency.proof_not_opened': 'لم تفتحوا هذه الوثيقة الموقعة. افتحوها واقرؤوها ثم ابتوا.',
  'agency.identity_not_compared':
    'لم تتم مقارنة الرقم المكتوب باليد. أدخلوه في خانته واختاروا «مقارنة» ثم ابتوا.',
  'agency.unknown_number':
    'رقم المنخرط هذا لا يخص أي مقاولة: لا يمكن قبول الملف. ارفضوه بهذا السبب.',
  'agency.checklist_incomplete': 'هناك مراقبة غير مؤشر عليها. أشروا عليها كلها أو اطلبوا استكمالا.',
  'agency.accepted_by_you': 'سبق أن أعطيتم موافقتكم على هذه الوثيقة. يجب أن يعطي عون آخر موافقته.',
  'agency.reason_needed': 'أشروا على سبب واحد على الأقل: يجب أن يعرف صاحب الطلب السبب.',
  'agency.no_longer_waits': 'لم يعد هذا الملف في الانتظار: بت فيه للتو. خذوا الملف الموالي.',
  'agency.too_many_views': 'لديكم اثنتا عشرة طريقة عرض. احذفوا إحداها ثم احفظوا هذه.',
  'agency.in_hands_of': 'هذا الملف لدى {name}. تواصلوا مع هذا الشخص أو خذوا ملفا آخر.',
  'agency.taken_meanwhile': 'أخذ {name} هذا الملف وأنتم تقرؤونه. هذه حالته الآن.',
  'agency.in_other_hands': 'هذا الملف لدى عون آخر. تواصلوا معه أو خذوا ملفا آخر.',
  'agency.objection_of_your_agreement':
    'أعطيتم موافقة على هذه الوثيقة. يجب أن يبت في الاعتراض مشرف آخر.',
  'agency.objection_not_read': 'اقرؤوا الاعتراض والوثيقة الموقعة وأشروا على الخانة ثم قرروا.',
  'agency.objection_decided_by_you':
    'سبق أن بتتم في الاعتراض على هذا الملف. يجب أن يعطي عونان آخران موافقتهما.',
  'agency.no_objection': 'لا يوجد اعتراض ينتظر البت في هذا الملف.',
}
