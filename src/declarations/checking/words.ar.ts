import type { CheckWords, Said } from './check-words.ts'

/** What the engine says in Arabic: what is wrong, then what to do. Values stay in left-to-right isolates. */
export const wordsAr: CheckWords = {
  fields: {
    recordCode: 'رمز التسجيل',
    employerNumber: 'رقم المنخرط',
    category: 'الفئة',
    memberNumber: 'رقم التسجيل في الصندوق',
    employeeRate: 'نسبة مساهمة الأجير',
    fullName: 'الاسم العائلي والشخصي',
    lastName: 'الاسم العائلي',
    firstName: 'الاسم الشخصي',
    staffNumber: 'الرقم الداخلي',
    sex: 'الجنس',
    nationality: 'الجنسية',
    joinedOn: 'تاريخ الانتساب',
    bornOn: 'تاريخ الازدياد',
    maritalStatus: 'الحالة العائلية',
    children: 'عدد الأطفال',
    salary: 'الأجر',
    leftOn: 'تاريخ المغادرة',
    identityNumber: 'رقم البطاقة الوطنية',
    cnssNumber: 'رقم الضمان الاجتماعي',
    mobile: 'الهاتف المحمول',
    email: 'البريد الإلكتروني',
    quarter: 'الفصل',
    year: 'السنة',
    recordType: 'نوع السجل',
    transferId: 'معرف الإرسال',
    transferCategory: 'فئة الإرسال',
    affiliate: 'رقم الانخراط في الضمان الاجتماعي',
    period: 'الفترة',
    companyName: 'تسمية المقاولة',
    activity: 'النشاط',
    address: 'العنوان',
    city: 'المدينة',
    postalCode: 'الرمز البريدي',
    agency: 'الوكالة',
    issuedOn: 'تاريخ الإصدار',
    dueOn: 'تاريخ الاستحقاق',
    insuredNumber: 'رقم المؤمن له',
    familyDue: 'التعويضات المستحقة',
    familyDeducted: 'التعويضات المقتطعة',
    familyNet: 'صافي التعويضات',
    familyPaidBack: 'التعويضات المرجعة',
    days: 'الأيام المصرح بها',
    cappedSalary: 'الأجر المسقف',
    situation: 'الوضعية',
    controlSum: 'مجموع المراقبة',
    members: 'عدد الأجراء',
    filler: 'حيز فارغ',
  },
  severities: { blocking: 'مانع', to_confirm: 'للتأكيد', information: 'للإخبار' },
  onLine: (line, field, cell) => {
    if (field === null) return `السطر ${line}: `
    return cell ? `السطر ${line}، ${field} (\u2066${cell}\u2069): ` : `السطر ${line}، ${field}: `
  },
  quote: (text) => `«\u2066${text}\u2069»`,
  advice: {
    file_empty: () => 'الملف لا يحتوي على أي سطر. تحققوا من أنكم ترسلون الملف الصحيح.',
    file_not_text: ({ value }) =>
      `هذا الملف ليس ملفا نصيا (${value}). صدّروا التصريح من برنامج الأجور في صيغة نصية (190 أو 160 حرفا في السطر)، أو املؤوا نموذج CSV أو Excel الموجود في صفحة الفصل.`,
    encoding_utf16: () =>
      'الملف محفوظ بترميز UTF-16 («Unicode»). احفظوه بترميز UTF-8 أو ANSI (Windows-1252)، وفي Excel بصيغة «CSV UTF-8» أو مصنفا (.xlsx)، ثم أعيدوا إرساله.',
    nul_bytes: ({ text }) =>
      `يحتوي الملف على بايتات فارغة (${text('count')}). الملف تالف: صدّروه من جديد من برنامج الأجور.`,
    layout_unknown: ({ text }) =>
      `لا يتبع هذا الملف البنية المنتظرة: يجب أن يتكون كل سطر من ${text('expected')} حرفا، والسطر الأول فيه ${text('length')}. تحققوا من صيغة التصدير في برنامج الأجور، أو املؤوا نموذج CSV أو Excel الموجود في صفحة الفصل.`,
    file_of_other_employer: ({ value, text }) =>
      `يحمل هذا الملف رقم المنخرط ${value}، بينما تصرحون هنا لفائدة صاحب الرقم \u2066${text('expected')}\u2069. اختاروا ملف هذه المقاولة الأخيرة، وإذا كان هذا ملفها فعلا فصححوا الرقم في برنامج الأجور.`,
    file_of_other_period: (said) =>
      `هذا الملف يخص ${periodWords(said)}، بينما تصرحون هنا عن ${periodHere(said)}. أرسلوه برسم فترته أو اختاروا الملف الصحيح.`,
    too_many_lines: ({ text }) =>
      `يتجاوز الملف ${text('limit')} سطر ولم تقرأ البقية. قسّموه إلى عدة ملفات.`,
    encoding_windows_1252: () =>
      'الملف ليس بترميز UTF-8، وقد قرئ بترميز Windows-1252. تحققوا من سلامة الحروف المشكولة.',
    line_ends_mixed: ({ text }) =>
      `نهايات الأسطر من نوعين (${text('crlf')} CRLF و${text('lf')} LF). فهمت كلها ولا يلزمكم أي إجراء.`,
    blank_line: () => 'السطر فارغ. لا يحتسب ويمكنكم حذفه.',
    findings_cut: ({ text }) =>
      `تعرض فقط أول ${text('limit')} ملاحظة، وهناك ${text('left')} أخرى غير معروضة. صححوا هذه أولا ثم أعيدوا إرسال الملف.`,

    line_too_short: ({ text }) =>
      `عدد حروف السطر ${text('length')} عوض ${text('expected')}. أكملوا الحقل الناقص بفراغات (نص) أو بأصفار على اليسار (أعداد).`,
    line_too_long: ({ text }) =>
      `عدد حروف السطر ${text('length')} عوض ${text('expected')}. احذفوا ما زاد في أحد الحقول.`,
    line_trailing_blanks: ({ text }) =>
      `ينتهي السطر بفراغات زائدة (${text('length')} حرفا عوض ${text('expected')}). تم تجاهلها ولا يلزمكم أي إجراء.`,
    line_quoted: () => 'السطر محاط بعلامتي اقتباس أضافهما جدول حسابي. احذفوهما من بدايته ونهايته.',
    line_counted_in_bytes: ({ text }) =>
      `أزاحت الحروف المشكولة السطر (${text('length')} حرفا عوض ${text('expected')}): برنامجكم يحسب البايتات. طبقوا التصحيح المقترح الذي يعيد لكل حقل طوله.`,
    cnss_one_short: ({ value, text }) =>
      `${value} فيه 9 أحرف عوض 10، والسطر فيه ${text('length')} حرفا فقط. أضيفوا فراغا بعد الرقم.`,

    spreadsheet_protected: () => 'الملف محمي بكلمة سر. احذفوا كلمة السر ثم أعيدوا إرساله.',
    spreadsheet_macros: () =>
      'الملف يحتوي على وحدات ماكرو. احفظوه بصيغة «\u2066Excel (.xlsx)\u2069» بدون ماكرو ثم أعيدوا إرساله.',
    spreadsheet_links: () =>
      'الملف مرتبط بملف آخر أو ببيانات خارجية. ألصقوا القيم وحدها في النموذج ثم أعيدوا إرساله.',
    spreadsheet_other_format: () =>
      'صيغة هذا الجدول لا تقرأ (\u2066.xls, .xlsb, .ods\u2069). احفظوا الملف بصيغة «\u2066Excel (.xlsx)\u2069» ثم أعيدوا إرساله.',
    spreadsheet_too_large: () =>
      'الملف كبير جدا عند فتحه. احتفظوا بورقة التصريح وحدها، أو قسموها إلى عدة ملفات.',
    spreadsheet_damaged: () =>
      'الملف تالف أو ليس جدول Excel. افتحوه في Excel واحفظوه من جديد ثم أعيدوا إرساله.',
    header_missing: () =>
      'هذا الجدول ليس فيه سطر عناوين النموذج. حمّلوا النموذج واحتفظوا بسطره الأول.',
    columns_missing: ({ text }) =>
      `تنقص الجدول أعمدة: \u2066${text('columns')}\u2069. ${
        text('unknown') === ''
          ? 'أضيفوها بهذه العناوين.'
          : `لم تعرف هذه العناوين: \u2066${text('unknown')}\u2069. إن كان أحدها يؤدي المعنى نفسه فأعطوه العنوان المطلوب، وإلا فأضيفوا العمود.`
      }`,
    column_twice: ({ text }) =>
      `عمودان لهما العنوان نفسه: «\u2066${text('column')}\u2069». احتفظوا بواحد فقط.`,
    column_unknown: ({ value, text }) =>
      `العمود \u2066${text('letters')}\u2069 (${value}) غير موجود في النموذج، ولا تتم قراءته. لا يلزمكم أي إجراء.`,
    rows_above_header: ({ text }) =>
      `لا يقرأ ما فوق عناوين الأعمدة (عدد الأسطر: ${text('count')}). لا يلزمكم أي إجراء.`,
    row_too_long: ({ text }) =>
      `في السطر ${text('count')} خانة عوض ${text('expected')}. ربما قسمت فاصلة أو فاصلة منقوطة خانة إلى اثنتين: ضعوا محتواها بين علامتي اقتباس.`,
    total_row: ({ hasValue, value }) =>
      `${hasValue ? `${value}: هذا` : 'هذا'} سطر مجموع وليس شخصا. احذفوه: يحسب المجموع تلقائيا.`,
    quote_unclosed: () => 'فتحت علامة اقتباس ولم تغلق. أغلقوها أو احذفوها.',
    quote_stray: ({ value }) => `${value} فيه علامة اقتباس في غير مكانها. احذفوها أو كرروها مرتين.`,
    cell_formula: ({ value }) =>
      `في الخانة صيغة حسابية ${value}. عوضوها بقيمتها: نسخ ثم لصق القيم وحدها.`,
    cell_error: ({ value }) => `${value} خطأ في حساب الجدول. اكتبوا القيمة مكانه.`,
    field_too_long: ({ value, text }) =>
      `${value} طويل جدا: لا يتسع هذا الحقل لأكثر من ${text('longest')} حرفا. اختصروه.`,

    control_character: ({ text }) =>
      `يحتوي هذا الحقل على حرف تحكم غير مرئي (${text('character')})، كعلامة جدولة. أعيدوا كتابة الحقل.`,
    invisible_character: ({ value, text }) =>
      `${value} يحتوي على حرف غير مرئي (${text('character')}) مصدره غالبا النسخ واللصق. احذفوه أو طبقوا التصحيح.`,
    character_not_allowed: ({ value, text }) =>
      `${value} يحتوي على الحرف «${text('character')}» غير المقبول. اكتبوا بالحروف من A إلى Z والأرقام والفراغات.`,
    text_garbled: ({ value }) =>
      `${value} يحتوي على حروف أفسدها تغيير الترميز. أعيدوا كتابة الاسم بدون حركات.`,
    not_left_aligned: ({ value }) => `${value} مسبوق بفراغات. قرئ بدونها ولا يلزمكم أي إجراء.`,
    letter_lower_case: ({ value, correction }) =>
      `${value} مكتوب بحرف صغير، وقرئ ${correction}. لا يلزمكم أي إجراء.`,

    field_missing: () => 'هذا الحقل فارغ. أكملوه.',
    not_digits: ({ value, text }) =>
      `${value} يحتوي على «${text('character')}» بينما ينتظر أرقام فقط. صححوا العدد.`,
    letter_in_number: ({ value, text }) =>
      `${value} يحتوي على الحرف ${text('letter')}. عوضوه ب${text('digit') === '0' ? 'صفر' : 'الرقم 1'}.`,
    other_digits: ({ value, correction }) =>
      `${value} مكتوب بأرقام عربية مشرقية أو عريضة. اكتبوا ${correction}.`,
    number_abbreviated: ({ value, text }) =>
      `${value} عدد اختصره برنامج الجداول وضاعت أرقام منه. اجعلوا العمود بصيغة «نص» ثم اكتبوا من جديد أرقامه كلها${digitCount(text('digits'))}.`,
    number_padded_with_spaces: ({ value, correction }) =>
      `${value} مكمل بفراغات. أكملوه بأصفار على اليسار: ${correction}.`,

    record_code_unknown: ({ value }) =>
      `${value} رمز غير معروف. اكتبوا 2 لأجير حاضر و7 لأجير غادر.`,
    employer_number_other: ({ value, text }) =>
      `${value} ليس رقم المقاولة الحالية (${text('expected')}). تحققوا من الملف أو غيروا المقاولة.`,
    employers_several: ({ text }) =>
      `في هذا الملف أسطر تخص عدة مقاولات: \u2066${text('numbers')}\u2069. يرسله مكتب المحاسبة كما هو من «إرسال ملف لعدة مقاولات»، وإلا فأعدوا ملفا لكل مقاولة.`,
    category_blank: ({ hasCorrection, correction }) =>
      !hasCorrection
        ? 'الفئة فارغة. اكتبوا رقميها.'
        : `الفئة فارغة. فئتكم النشيطة الوحيدة هي ${correction}: اكتبوها.`,
    category_not_active: ({ value, text }) =>
      `السطر من الفئة ${value} بينما تصرحون هنا عن الفئة ${text('active')}. صححوه أو أرسلوه مع أسطر فئته.`,
    quarter_not_a_quarter: ({ value }) =>
      `${value} غير ممكن. الفصل من 1 إلى 4، والسنة تكتب بأربعة أرقام.`,
    quarter_not_open: ({ quarter }) =>
      `السطر يخص ${quarter('value')} بينما تصرحون عن ${quarter('open')}. صححوا السطر أو أرسلوا ملف الفصل الصحيح.`,
    quarter_mixed: ({ quarter }) =>
      `السطر يخص ${quarter('value')} بينما يبدأ الملف ب${quarter('first')}. أعدوا ملفا لكل فصل.`,

    member_number_padded_right: ({ value, correction }) =>
      `يبدو أن ${value} مكمل بأصفار على اليمين. هل الرقم هو ${correction}؟`,
    member_number_replaced: ({ value, correction }) =>
      `كان ${value} رقما مؤقتا، وأكدت الوكالة الافتراضية ${correction}: هو الرقم المعتمد. سجلوه في برنامج الأجور.`,
    newcomer_numbered: ({ correction }) =>
      `هذا الشخص مصرح به دون رقم، وقد سبق أن أعطي الرقم ${correction}: اعتمد سطره بهذا الرقم. سجلوه في برنامج الأجور.`,
    newcomer_may_be_known: ({ correction }) =>
      `لهذا المنتسب الجديد اسم صاحب رقم التسجيل ${correction} المعروف في مقاولتكم وتاريخ ازدياده. إذا كان الشخص نفسه فاكتبوا هذا الرقم، وإلا فأكدوا.`,
    newcomer_may_be_twice: ({ value, text }) =>
      `${value} له اسم المنتسب الجديد في السطر ${text('firstLine')} وتاريخ ازدياده. إذا كان الشخص نفسه فاحتفظوا بسطر واحد فيه مجموع الأجر، وإلا فأكدوا.`,
    member_under_two_numbers: ({ hasValue, value, text }) => {
      const under = (number: string) => (number === '' ? 'دون رقم تسجيل' : `رقم التسجيل ${number}`)
      const [here, there] = [under(hasValue ? value : ''), under(text('number'))]
      return `رقم وثيقة الهوية في هذا السطر (${here}) هو نفسه في السطر ${text('firstLine')} (${there}). إذا كان الشخص نفسه فاحتفظوا بسطر واحد، برقم التسجيل الصحيح ومجموع الأجر، وإلا فصححوا رقم الوثيقة أو أكدوا.`
    },
    member_duplicate: ({ value, text }) =>
      `${value} مذكور في السطر ${text('firstLine')} (الفئة ${text('category')}). احتفظوا بسطر واحد فيه مجموع الأجر.`,
    member_unknown: ({ value }) =>
      `${value} ليس لأحد منتسبيكم في هذه الفئة خلال هذا الفصل. أكدوا إن كان قادما من مشغل آخر أو من فئة أخرى، أو عائدا إليكم، وإلا فصححوا الرقم.`,
    member_name_differs: ({ value, text }) =>
      `${value} مصرح به تحت رقم «\u2066${text('known')}\u2069». تحققوا من الرقم أو أكدوا تغيير الاسم.`,
    member_missing: ({ value, text }) =>
      `الرقم ${value} (\u2066${text('name')}\u2069) معروف في هذه الفئة وغير موجود في الملف. هل غادر؟ صرحوا بمغادرته بالرمز 7 أو بينوا سبب غيابه.`,
    new_member: () => 'منتسب جديد بدون رقم. سيعطى رقما مؤقتا ولا يلزمكم أي إجراء.',
    new_member_without_identity: () =>
      'منتسب جديد أجنبي بدون وثيقة هوية. أكدوا، أو اكتبوا رقم بطاقة إقامته أو جواز سفره.',
    identity_required: () =>
      'كل منتسب جديد بدون رقم يجب أن يكون له رقم البطاقة الوطنية. اكتبوه، أو اكتبوا رقم تسجيله في الصندوق.',
    identity_repeated: ({ value, text }) =>
      `${value} هو رقم المنتسب الجديد في السطر ${text('firstLine')}. احتفظوا بسطر واحد أو صححوا الرقم.`,
    identity_rewritten: ({ value, correction }) =>
      `${value} قرئ ${correction} بحروف كبيرة وبدون فاصل. لا يلزمكم أي إجراء.`,
    identity_unusual: ({ value }) =>
      `${value} ليس على الشكل المعتاد: حرف أو حرفان ثم خمسة أو ستة أرقام. تحققوا منه ثم أكدوا أو صححوا.`,
    identity_padded_with_zeros: ({ hasCorrection, value, correction }) =>
      !hasCorrection
        ? `يبدو أن ${value} مكمل بأصفار على اليمين. تحققوا منه وأكملوه بفراغات.`
        : `يبدو أن ${value} مكمل بأصفار على اليمين. هل الرقم هو ${correction}؟`,

    rate_not_published: ({ value, inTable }) =>
      inTable
        ? `${value} ليس من النسب المقترحة. تكتب النسبة بالمئة: \u20666,00\u2069.`
        : `${value} ليس من النسب المقترحة. تكتب النسبة بأجزاء المئة على أربعة أرقام: \u20660600\u2069 تعني 6,00 %.`,
    rate_lost_zero: ({ value, correction, text }) =>
      `${value} فقد صفرا أو انتقل منه صفر. لكتابة ${text('rate')} % اكتبوا ${correction}.`,
    rate_not_of_category: ({ value, correction, text }) =>
      `${value} ليست نسبة الفئة ${text('category')} وهي ${text('rate')} %. اكتبوا ${correction}.`,

    name_missing: () => 'هذا الحقل فارغ. اكتبوا الاسم العائلي والشخصي.',
    name_rewritten: ({ value, correction }) =>
      `${value} سيسجل ${correction} بحروف كبيرة وبدون حركات. لا يلزمكم أي إجراء.`,
    name_padded_with_zeros: ({ value, correction, inTable }) =>
      inTable
        ? `${value} مكمل بأصفار. احذفوها: ${correction}.`
        : `${value} مكمل بأصفار. أكملوه بفراغات: ${correction}.`,
    name_has_digits: ({ value }) => `${value} يحتوي على رقم. صححوا الاسم أو أكدوا أنه يكتب هكذا.`,
    name_split: ({ value, text }) =>
      `${value} قرئ هكذا: الاسم العائلي «\u2066${text('lastName')}\u2069» والاسم الشخصي «\u2066${text('firstName')}\u2069». أكدوا، أو اكتبوهما في حقلين.`,
    name_not_split: ({ value }) => `${value} كلمة واحدة فقط. اكتبوا الاسم العائلي والشخصي.`,
    name_not_latin: ({ value }) =>
      `${value} مكتوب بحروف عربية. اكتبوا الاسم بالحروف اللاتينية كما في البطاقة الوطنية.`,
    staff_number_unusual: ({ value }) =>
      `${value} يحتوي على غير الحروف من A إلى Z والأرقام. تم الاحتفاظ به كما هو.`,
    sex_unknown: ({ value }) => `${value} غير مقبول. اكتبوا M (ذكر) أو F (أنثى).`,
    nationality_unknown: ({ value }) => `${value} غير مقبول. اكتبوا M (مغربية) أو A (أخرى).`,
    marital_status_unknown: ({ value, hasValue }) =>
      `${hasValue ? `${value} غير مقبول.` : 'هذا الحقل فارغ.'} اكتبوا C (عازب) أو M (متزوج) أو D (مطلق) أو V (أرمل)، أو أكدوا أنكم لا تعرفون.`,
    children_unknown: ({ value, hasValue }) =>
      `${hasValue ? `${value} ليس رقما.` : 'هذا الحقل فارغ.'} اكتبوا من 0 إلى 9 (9 تعني تسعة أو أكثر)، أو أكدوا أنكم لا تعرفون.`,
    cnss_missing: () => 'لا يوجد أي رقم، وفهم على أنه «بدون رقم». المعمول به هو كتابة 9999999999.',
    cnss_malformed: ({ hasCorrection, value, correction }) =>
      !hasCorrection
        ? `${value} ليس على الشكل المنتظر: تسعة أرقام تبدأ ب1. صححوه أو أكدوه.`
        : `${value} ليس على الشكل المنتظر. هل الرقم هو ${correction}؟`,
    cnss_check_digit: ({ value }) =>
      `مفتاح ${value} غير مطابق: ربما هناك رقم خاطئ. تحققوا منه ثم أكدوا أو صححوا.`,
    mobile_malformed: ({ hasCorrection, value, correction }) =>
      !hasCorrection
        ? `${value} ليس رقم هاتف كاملا ولم يحتفظ به. اكتبوا 00212 ثم تسعة أرقام.`
        : `${value} قرئ ${correction}. لا يلزمكم أي إجراء.`,
    email_malformed: ({ value }) =>
      `${value} ليس عنوان بريد إلكتروني ولم يحتفظ به. صححوه إن كنتم تعرفونه.`,
    email_too_long: ({ value }) => `${value} يتجاوز 35 حرفا ولم يحتفظ به. لا يلزمكم أي إجراء.`,

    date_missing: ({ inTable }) =>
      `التاريخ غير موجود. اكتبوه على شكل يوم وشهر وسنة (${dayForm(inTable)}).`,
    date_impossible: ({ value, inTable }) =>
      `${value} ليس تاريخا. اكتبوا اليوم ثم الشهر ثم السنة (${dayForm(inTable)}).`,
    date_iso_order: ({ value, correction }) =>
      `${value} مكتوب بترتيب سنة وشهر ويوم. اكتبوا اليوم ثم الشهر ثم السنة: ${correction}.`,
    date_short_year: ({ value, correction }) =>
      `سنة ${value} مكتوبة برقمين. اكتبوها بأربعة أرقام: ${correction}.`,
    date_serial: ({ value, correction }) =>
      `${value} رقم يوم في برنامج الجداول، يوافق ${correction}. اكتبوا التاريخ هكذا: ${correction}.`,
    birth_day_unknown: ({ value, correction }) =>
      `${value} لا يبين اليوم أو الشهر. التاريخ المعتمد هو فاتح يوليوز (${correction})؛ أكدوا أو صححوا.`,
    joined_before_birth: ({ date }) =>
      `تاريخ الانتساب ليس بعد الازدياد (\u2066${date('bornOn')}\u2069). صححوا أحد التاريخين.`,
    joined_after_quarter: ({ quarter }) =>
      `تاريخ الانتساب بعد نهاية ${quarter('quarter')}. صححوه أو صرحوا بهذا الأجير لاحقا.`,
    joined_under_18: ({ text }) =>
      `سن المنتسب عند انتسابه هو ${text('age')} سنة. تحققوا من التاريخين ثم أكدوا أو صححوا.`,
    exit_date_without_leaving: ({ value }) =>
      `${value} تاريخ مغادرة، بينما الرمز 2 يعني أن الأجير حاضر. ضعوا الرمز 7 أو احذفوا التاريخ.`,
    exit_date_missing: () => 'الرمز 7 يعلن مغادرة لكن التاريخ غير موجود. اكتبوه أو ضعوا الرمز 2.',
    exit_after_quarter: ({ quarter }) =>
      `تاريخ المغادرة بعد نهاية ${quarter('quarter')}. صححوه أو صرحوا بالمغادرة في فصلها.`,
    exit_before_joining: ({ date }) =>
      `تاريخ المغادرة قبل الانتساب (\u2066${date('joinedOn')}\u2069). صححوا أحد التاريخين.`,

    salary_missing: ({ inTable }) =>
      inTable
        ? 'أجر الفصل غير موجود. اكتبوه بالدرهم، أو 0 إن لم يكن هناك أجر.'
        : 'أجر الفصل غير موجود. يكتب في الملف بالسنتيم على عشرة أرقام، أو أصفارا إن لم يكن هناك أجر.',
    salary_negative: ({ value }) =>
      `${value} عدد سالب، ولا يمكن أن يكون الأجر كذلك. لتصحيح فصل سابق قدموا تصريحا تصحيحيا.`,
    salary_decimal_point: ({ hasCorrection, value, correction }) =>
      !hasCorrection
        ? `${value} يحتوي على فاصلة أو نقطة. يكتب المبلغ في الملف بالسنتيم على عشرة أرقام.`
        : `${value} يحتوي على فاصلة أو نقطة. يكتب المبلغ في الملف بالسنتيم: ${correction}.`,
    salary_decimals: ({ value }) =>
      `${value} فيه أكثر من رقمين بعد الفاصلة، أو نقطة للآلاف. اكتبوا المبلغ بالدرهم برقمين بعد الفاصلة: \u206636000,25\u2069.`,
    salary_zero: () => 'أجر الفصل صفر. أكدوه (عطلة بدون أجر مثلا) أو اكتبوا الأجر.',
    salary_lost_zeros: ({ amount, correction }) =>
      `${amount('amount')} مقابل ${amount('last')} في الفصل السابق: يبدو أن أصفارا ضاعت. هل الأجر هو ${amount('restored')} (${correction})؟`,
    salary_left_aligned: ({ amount, value }) =>
      `${value} تليه مسافات بدل أن تسبقه أصفار: قرئ ${amount('amount')}، وربما ضاعت أصفار من آخره. أكدوا أو صححوا.`,
    salary_unusually_low: ({ amount }) =>
      `${amount('amount')} عن فصل كامل مبلغ قليل: ربما ضاعت أصفار. أكدوا أو صححوا.`,
    salary_unusually_high: ({ amount }) =>
      `${amount('amount')} عن فصل كامل مبلغ كبير، ولا يعرف أي أجر سابق: ربما زيد رقم. أكدوا أو صححوا.`,
    salary_variation: ({ amount, text }) =>
      `${amount('amount')} مقابل ${amount('last')} في الفصل السابق (\u2066${signed(text('percent'))} %\u2069). أكدوا أو صححوا.`,
    total_variation: ({ amount, quarter, text }) =>
      `مجموع الأجور ${amount('amount')} (عدد المنتسبين: ${text('members')})، مقابل ${amount('last')} في ${quarter('lastQuarter')} (عدد المنتسبين: ${text('lastMembers')})، أي \u2066${signed(text('percent'))} %\u2069. اذكروا السبب أو صححوا.`,
    tranche_one_over_ceiling: ({ amount, text }) =>
      `الشطر الأول (السطر ${text('trancheLine')}) هو ${amount('amount')} ويتجاوز سقفه ${amount('ceiling')}. انقلوا الفائض إلى سطر الشطر الثاني.`,

    layout_of_the_cnss: () =>
      'هذا الملف تصريح للصندوق الوطني للضمان الاجتماعي (e-BDS). أرسلوا تصريح التقاعد الخاص بالفصل.',
    bds_record_unknown: ({ value, text }) =>
      `${value} ليس نوعا من سجلات هذا الملف. الأنواع المقبولة: \u2066${text('order')}\u2069.`,
    bds_record_out_of_order: ({ value, text }) =>
      `${value} ليس في مكانه. ترتيب السجلات هو: \u2066${text('order')}\u2069.`,
    bds_record_missing: ({ value }) => `ينقص الملف سجل ${value}. صدّروه كاملا من جديد.`,
    bds_blanks_missing: ({ text }) =>
      `تنقص فراغات في آخر السطر (${text('length')} حرفا عوض ${text('expected')}). طبقوا التصحيح المقترح.`,
    bds_transfer_missing: () =>
      'معرف الإرسال غير موجود. انقلوه من الملف الذي توصلتم به من الصندوق.',
    bds_affiliate_key: ({ value }) =>
      `مفتاح ${value} غير مطابق: ربما هناك رقم خاطئ. تحققوا منه ثم أكدوا أو صححوا.`,
    bds_affiliate_mixed: ({ value, text }) =>
      `${value} ليس الرقم الوارد في بداية الملف (\u2066${text('first')}\u2069). أعدوا ملفا لكل منتسب.`,
    bds_period_wrong: ({ hasCorrection, value, correction }) =>
      hasCorrection
        ? `${value} مكتوب بترتيب الشهر ثم السنة. اكتبوا السنة ثم الشهر: ${correction}.`
        : `${value} ليس شهرا. اكتبوا السنة بأربعة أرقام ثم الشهر: \u2066202409\u2069.`,
    bds_period_mixed: ({ value, text }) =>
      `${value} ليست الفترة الواردة في بداية الملف (\u2066${text('first')}\u2069). أعدوا ملفا لكل شهر.`,
    bds_insured_twice: ({ value, text }) =>
      `${value} مذكور في السطر ${text('firstLine')}. احتفظوا بسطر واحد.`,
    bds_too_many_days: ({ value }) => `${value} يتجاوز 26 يوما في الشهر. صححوا العدد.`,
    bds_capped_over_salary: ({ amount }) =>
      `${amount('amount')} يتجاوز الأجر الحقيقي وهو ${amount('salary')}. صححوا أحدهما.`,
    bds_capped_over_ceiling: ({ amount }) =>
      `${amount('amount')} يتجاوز السقف وهو 6\u202f000,00\u00a0درهم. اكتبوا السقف.`,
    bds_low_salary: ({ amount, text }) =>
      `${amount('salary')} عن ${text('days')} يوما أقل من الحد الأدنى للأجر. أكدوا أو صححوا.`,
    bds_situation_unknown: ({ value, text }) =>
      `${value} ليست وضعية معروفة. اتركوا الحقل فارغا أو اكتبوا أحد هذه الرموز: \u2066${text('known')}\u2069.`,
    bds_situation_missing: () =>
      'لا توجد وضعية ولا أيام ولا أجر. اكتبوا الوضعية، أو الأيام والأجر.',
    bds_unpaid_with_salary: ({ value }) =>
      `${value} تعني شهرا بدون أجر. ضعوا أصفارا مكان الأيام والأجور، أو غيروا الوضعية.`,
    bds_family_over_net: ({ value, amount }) =>
      `${value} يتجاوز صافي التعويضات وهو ${amount('net')}. صححوا المبلغ.`,
    bds_family_not_whole: ({ text, amount }) =>
      `مع الوضعية \u2066${text('situation')}\u2069 ترجع التعويضات كاملة: ${amount('net')}. صححوا المبلغ.`,
    bds_control_sum: ({ value, text }) =>
      `${value} ليس مجموع السطر، وهو \u2066${text('expected')}\u2069. أعيدوا حسابه أو صححوا الرقم الذي تغير.`,
    bds_total_differs: ({ value, text }) =>
      `${value} ليس مجموع الأسطر، وهو \u2066${text('expected')}\u2069. أعيدوا حسابه أو ابحثوا عن السطر الناقص.`,
  },
  report: {
    unreadable: 'تعذرت قراءة هذا الملف بوصفه تصريحا.',
    readAs: (lines, encoding, lineEnd) =>
      `عدد الأسطر المقروءة: ${lines} (${encoding}، نهايات الأسطر ${lineEnd}).`,
    readInWorkbook: (lines) => `عدد الأسطر المقروءة: ${lines} (جدول Excel).`,
    verdict: ({ lines, ready, toConfirm, toCorrect }) =>
      [
        `الأسطر الجاهزة: ${ready} من ${lines}`,
        ...(toCorrect > 0 ? [`للتصحيح: ${toCorrect}`] : []),
        ...(toConfirm > 0 ? [`للتأكيد: ${toConfirm}`] : []),
      ].join('، ') + '.',
    nothingFound: 'لا توجد أي ملاحظة.',
    correction: (text) => `التصحيح المقترح: ${text}`,
    fixed: (applied, left, blocking) =>
      `التصحيحات المطبقة: ${applied}. الملاحظات الباقية: ${left}، المانعة منها: ${blocking}.`,
    more: (count) => `… وأسطر أخرى بنفس الملاحظة: ${count}.`,
    totalsTitle: 'مجاميع الأسطر الجاهزة',
    totalsToConfirm: 'مجاميع الأسطر التي تنتظر التأكيد',
    totalsTogether: 'المجموع، الجاهزة والتي تنتظر التأكيد',
    notCheckedTitle: 'لم تشمل هذه المراقبة كل شيء. بقي أن يراقب:',
    notChecked: {
      employer_number:
        'رقم المنخرط: لم تتم مقارنته برقمكم. تقوم البوابة بذلك، وكذلك هذا الأمر إذا ذكرتموه (\u2066--employer\u2069).',
      category:
        'الفئة: لم تتم مقارنتها بالفئة التي تصرحون بها. تقوم البوابة بذلك، وكذلك هذا الأمر إذا ذكرتموها (\u2066--category\u2069).',
      period:
        'الفصل: لم تتم مقارنته بالفصل الذي تصرحون عنه. تقوم البوابة بذلك، وكذلك هذا الأمر إذا ذكرتموه (\u2066--period\u2069).',
      category_rate: 'نسبة فئتكم: البوابة وحدها تعرفها. تقبل هنا كل نسبة منشورة.',
      known_members:
        'منتسبو مقاولتكم: البوابة وحدها تنبه إلى رقم غير معروف أو اسم مختلف أو منتسب غائب عن الملف.',
      last_declaration:
        'تصريحكم الأخير: البوابة وحدها تقارن كل أجر بأجر الفصل السابق، والمجموع بآخر تصريح مرسل.',
      fund_settings:
        'العتبات والسقف التي يحددها الصندوق: تعتمد البوابة قيم اليوم، وهذه المراقبة قيمها المعتادة.',
    },
    category: (category, members) => `الفئة ${category}، عدد الأسطر: ${members}`,
    allCategories: (members) => `المجموع، عدد الأسطر: ${members}`,
    salary: 'الأجور',
    employee: 'مساهمة الأجير',
    employer: 'مساهمة المشغل',
    total: 'المجموع',
  },
}

/** How many digits a number has, where that is known. */
function digitCount(count: string): string {
  return count === '' ? '' : ` (وعددها ${count})`
}

function periodWords({ text, quarter }: Said): string {
  const category = text('category')
  if (text('quarter') === '') return `الفئة ${category}`
  return `${quarter('quarter')}${category === '' ? '' : `، الفئة ${category}`}`
}

function periodHere({ text, quarter }: Said): string {
  const category = text('category') === '' ? '' : text('ownCategory')
  if (text('quarter') === '') return `الفئة ${category}`
  return `${quarter('open')}${category === '' ? '' : `، الفئة ${category}`}`
}

function dayForm(inTable: boolean): string {
  return inTable ? 'JJ/MM/AAAA' : 'JJMMAAAA'
}

function signed(percent: string): string {
  const written = percent.replace('.', ',')
  return written.startsWith('-') ? `\u2212${written.slice(1)}` : `+${written}`
}
