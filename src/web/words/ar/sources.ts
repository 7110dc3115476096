/** Where a value comes from, said in Arabic where the portal wrote it; what an agent wrote stays as it is. */
export function sourceIn(source: string): string {
  // Kept with the unbreakable spaces of French.
  return sources[source.replace(/\s/g, ' ')] ?? source
}

/** Where the values that the portal came with were found, by the sentence that is kept beside each. */
const sources: Readonly<Record<string, string>> = {
  'Site de la caisse, « Partir à la retraite »': 'موقع الصندوق، «الذهاب إلى التقاعد»',
  'Site de la caisse, « Modes de liquidation » : points acquis depuis 2003':
    'موقع الصندوق، «طرق التصفية»: النقط المكتسبة منذ 2003',
  'Site de la caisse : jusqu’à + 60 % à 70 ans ; les âges d’avant sont déduits':
    'موقع الصندوق: إلى غاية 60 % إضافية في سن 70؛ والأعمار السابقة مستنتجة',
  'Site de la caisse, réversion du conjoint': 'موقع الصندوق، معاش الزوج الباقي على قيد الحياة',
  'Site de la caisse, orphelins de père et de mère, chacun':
    'موقع الصندوق، يتامى الأب والأم، لكل واحد',
  'Site de la caisse, « Capital décès » : dernières pensions mensuelles':
    'موقع الصندوق، «رأسمال الوفاة»: آخر المعاشات الشهرية',
  'RGR 2017 : versement unique en dessous de 200 points':
    'النظام العام للتقاعد 2017: أداء وحيد دون 200 نقطة',
  'Loi 64-12, article 62': 'القانون 64-12، المادة 62',
  'Barème révisé en 2017, non publié : droite passant par 0,72 à 55 ans':
    'جدول روجع سنة 2017 ولم ينشر: خط مستقيم يمر من 0,72 في سن 55',
  'Presse économique : 0,72 à 55 ans ; les autres âges ne sont pas publiés':
    'الصحافة الاقتصادية: 0,72 في سن 55؛ والأعمار الأخرى غير منشورة',
  'La Vie éco, mars 2013 : + 5 % à 61 ans, + 15 % à 63, + 25 % à 65 ; 62 et 64 ans déduits':
    'La Vie éco، مارس 2013: زيادة 5 % في سن 61، و15 % في 63، و25 % في 65؛ وسنا 62 و64 مستنتجان',
  'La Vie éco, mars 2013, option 55 ans : + 6 % à 56 ans, + 39 % à 60, + 74 % à 65':
    'La Vie éco، مارس 2013، خيار 55 سنة: زيادة 6 % في سن 56، و39 % في 60، و74 % في 65',
  'La Vie éco, revalorisation du 1er juillet 2008': 'La Vie éco، إعادة التقييم في فاتح يوليوز 2008',
  'La Vie éco : valeur gelée de 2002 à mi-2010': 'La Vie éco: قيمة مجمدة من 2002 إلى منتصف 2010',
  'L’Économiste, 28 juin 1999': 'L’Économiste، 28 يونيو 1999',
  'Presse économique, 1995': 'الصحافة الاقتصادية، 1995',
  'Presse économique, 2007': 'الصحافة الاقتصادية، 2007',
  'Presse économique, 2008': 'الصحافة الاقتصادية، 2008',
  '+ 4 % annoncés à mi-2010, appliqués à 11,64 : non publié':
    'زيادة 4 % أعلنت في منتصف 2010 وطبقت على 11,64: غير منشور',
  'Hypothèse de + 1,5 % au 1er juillet : non publié':
    'افتراض زيادة 1,5 % في فاتح يوليوز: غير منشور',
  'Hypothèse de + 2 % par an depuis 2010 : non publié':
    'افتراض زيادة 2 % سنويا منذ 2010: غير منشور',
  'Interpolation entre 1995 et 2006 : non publié': 'استكمال بين 1995 و2006: غير منشور',
  'Interpolation entre 1999 et 2002 : non publié': 'استكمال بين 1999 و2002: غير منشور',
  'Interpolation entre 2008 et 2019 : non publié': 'استكمال بين 2008 و2019: غير منشور',
  'Déduit de 2007 (÷ 1,04) : non publié': 'مستنتج من 2007 (÷ 1,04): غير منشور',
  'Déduit de 2008 (+ 4 % par an) : non publié': 'مستنتج من 2008 (زيادة 4 % سنويا): غير منشور',
}
