-- First values of the dated reference data. `illustrative` marks what no public source settles: the fund replaces it.
insert into parameters (key, valid_from, value, source, illustrative) values
  ('declaration_due_days', '1990-01-01', '30', 'Délai de déclaration après la fin du trimestre : non publié', true),
  ('contribution_grace_days', '1990-01-01', '45', 'RGR, article 7 : au-delà du 45e jour suivant l’échéance', false),
  ('review_hours', '1990-01-01', '48', 'Dépliant : notification sous 48 heures', false),
  ('objection_hours', '1990-01-01', '24', 'Usage du portail : opposition du délégué en fonction', true),
  ('email_change_delay_hours', '1990-01-01', '24', 'Usage du portail : délai annoncé à l’ancienne adresse', true),
  ('debit_mandate_waiting_days', '1990-01-01', '3', 'Usage du portail : délai avant le premier prélèvement', true),
  ('activation_link_hours', '1990-01-01', '72', 'Usage du portail', true),
  ('dormant_months', '1990-01-01', '6', 'Usage du portail : utilisateur sans connexion', true);

insert into contribution_rates (product, employee_rate, employer_rate, valid_from, source)
select 'al_kamil', employee, employer, date '1990-01-01', 'Barème publié, Al Kamil'
from (values (300, 390), (375, 488), (450, 585), (525, 683), (600, 780), (700, 910), (750, 975), (800, 1040),
  (850, 1105), (900, 1170), (950, 1235), (1000, 1300)) as rates (employee, employer)
union all
select 'al_mounassib', employee, employer, date '1990-01-01', 'Barème publié, Al Mounassib'
from (values (600, 780), (700, 910), (800, 1040), (900, 1170), (1000, 1300), (1100, 1430), (1200, 1560)) as rates (employee, employer);

-- Holidays of fixed date, each year; the 48 h clock does not run on them.
insert into holidays (holiday_on, name_fr, name_ar, source)
select make_date(year, month, day), name_fr, name_ar, 'Jours fériés légaux'
from generate_series(2024, 2030) as year,
  (values (1, 1, 'Nouvel An', 'رأس السنة الميلادية'), (1, 11, 'Manifeste de l’Indépendance', 'تقديم وثيقة الاستقلال'),
    (1, 14, 'Nouvel An amazigh', 'رأس السنة الأمازيغية'), (5, 1, 'Fête du Travail', 'عيد الشغل'),
    (7, 30, 'Fête du Trône', 'عيد العرش'), (8, 14, 'Oued Ed-Dahab', 'استرجاع إقليم وادي الذهب'),
    (8, 20, 'Révolution du Roi et du Peuple', 'ثورة الملك والشعب'), (8, 21, 'Fête de la Jeunesse', 'عيد الشباب'),
    (11, 6, 'Marche Verte', 'المسيرة الخضراء'), (11, 18, 'Fête de l’Indépendance', 'عيد الاستقلال')
  ) as fixed (month, day, name_fr, name_ar);
insert into holidays (holiday_on, name_fr, name_ar, source)
select make_date(year, 10, 31), 'Fête de l’Unité', 'عيد الوحدة', 'Jours fériés légaux' from generate_series(2026, 2030) as year;

-- Feasts that follow the moon: known for sure only when announced, so these are illustrative until then.
insert into holidays (holiday_on, name_fr, name_ar, source)
select holiday_on, name_fr, name_ar, 'Fête mobile, date calculée (illustrative)'
from (values
  (date '2026-03-20', 'Aïd al-Fitr', 'عيد الفطر'), (date '2026-03-21', 'Aïd al-Fitr', 'عيد الفطر'),
  (date '2026-05-27', 'Aïd al-Adha', 'عيد الأضحى'), (date '2026-05-28', 'Aïd al-Adha', 'عيد الأضحى'),
  (date '2026-06-17', '1er Moharram', 'فاتح محرم'), (date '2026-08-26', 'Aïd al-Mawlid', 'عيد المولد النبوي'),
  (date '2026-08-27', 'Aïd al-Mawlid', 'عيد المولد النبوي'),
  (date '2027-03-10', 'Aïd al-Fitr', 'عيد الفطر'), (date '2027-03-11', 'Aïd al-Fitr', 'عيد الفطر'),
  (date '2027-05-17', 'Aïd al-Adha', 'عيد الأضحى'), (date '2027-05-18', 'Aïd al-Adha', 'عيد الأضحى'),
  (date '2027-06-06', '1er Moharram', 'فاتح محرم'), (date '2027-08-15', 'Aïd al-Mawlid', 'عيد المولد النبوي'),
  (date '2027-08-16', 'Aïd al-Mawlid', 'عيد المولد النبوي')
) as moon (holiday_on, name_fr, name_ar)
on conflict do nothing;
