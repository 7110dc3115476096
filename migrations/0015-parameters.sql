-- Reference data changed by two people (product G4): one table for every dated value, whose past is never rewritten.

-- What was in tables of its own joins the others: one way to propose, approve and tell.
insert into parameters (key, valid_from, value, source, illustrative)
select 'contribution_rates_' || product, date '1990-01-01',
  jsonb_agg(jsonb_build_object('employee', employee_rate, 'employer', employer_rate) order by employee_rate),
  min(source), false
from contribution_rates group by product;
insert into parameters (key, valid_from, value, source, illustrative)
select 'holidays', date '1990-01-01',
  jsonb_agg(jsonb_build_object('on', holiday_on, 'fr', name_fr, 'ar', name_ar,
    'announced', case when source like 'Fête mobile%' then 'no' else 'yes' end) order by holiday_on),
  'Jours fériés légaux ; fêtes mobiles aux dates calculées, à confirmer à leur annonce', true
from holidays;
insert into parameters (key, valid_from, value, source, illustrative)
select 'bank_codes', date '1990-01-01', jsonb_agg(jsonb_build_object('code', code, 'name', name) order by code),
  min(source), true
from banks;
drop table contribution_rates, holidays, banks;

insert into parameters (key, valid_from, value, source, illustrative) values
  ('contribution_due_days', '1990-01-01', '0', 'Échéance au dernier jour du trimestre : non publié', true),
  ('late_interest_rate', '1990-01-01', '1200', 'RGR, article 7 : 1 % par mois, soit créance × 0,12 × jours ÷ 365', false),
  ('late_interest_year_days', '1990-01-01', '365', 'RGR, article 7 : même une année bissextile', false),
  ('employer_surcharge', '2003-01-01', '3000', 'Site de la caisse, « Les contributions » : part patronale, sans points (réforme de 2003)', false),
  ('category_ranges', '1990-01-01', '[{"product": "al_kamil", "option": "normal", "tranche": "whole", "from": "00", "until": "34"},
    {"product": "al_kamil", "option": "age_55", "tranche": "whole", "from": "35", "until": "39"},
    {"product": "al_kamil", "option": "age_50", "tranche": "whole", "from": "50", "until": "70"},
    {"product": "al_mounassib", "option": "normal", "tranche": "whole", "from": "71", "until": "80"},
    {"product": "al_mounassib", "option": "age_50", "tranche": "whole", "from": "81", "until": "84"},
    {"product": "al_mounassib", "option": "age_55", "tranche": "whole", "from": "85", "until": "89"},
    {"product": "tcnss", "option": "normal", "tranche": "one", "from": "00", "until": "09"},
    {"product": "tcnss", "option": "normal", "tranche": "two", "from": "90", "until": "99"},
    {"product": "tcnss", "option": "age_55", "tranche": "one", "from": "35", "until": "39"},
    {"product": "tcnss", "option": "age_55", "tranche": "two", "from": "45", "until": "49"},
    {"product": "tcnss", "option": "age_50", "tranche": "one", "from": "50", "until": "59"},
    {"product": "tcnss", "option": "age_50", "tranche": "two", "from": "60", "until": "69"}]', 'Logiciels de paie publics ; les numéros sont propres à chaque adhérent', true),
  ('tranche_one_ceiling', '1990-01-01', '1800000', 'Logiciels de paie publics : 18 000,00 DH par trimestre', true),
  ('cnss_ceiling', '2002-01-01', '600000', 'Site de la caisse, Al Mounassib : plafond CNSS de 6 000 DH par mois', false),
  ('moussabak_factor', '1990-01-01', '13889', 'Site de la caisse, Moussabak : contributions × 1,3889 (1 ÷ 0,72)', false),
  ('salary_variation_threshold', '1990-01-01', '3000', 'Usage du portail : variation signalée avant l’envoi', true),
  ('low_salary_threshold', '1990-01-01', 'null', 'Non fixé par la caisse : le contrôle ne se fait pas', true),
  ('normal_retirement_age', '1990-01-01', '60', 'Site de la caisse, « Partir à la retraite »', false),
  ('early_retirement_age', '1990-01-01', '50', 'Site de la caisse, « Partir à la retraite »', false),
  ('anticipation_coefficients', '1990-01-01', '[{"age": 55, "coefficient": 7200}]', 'Presse économique : 0,72 à 55 ans ; les autres âges ne sont pas publiés', false),
  ('anticipation_coefficients', '2017-01-01', '[{"age": 50, "coefficient": 4400}, {"age": 51, "coefficient": 4960}, {"age": 52, "coefficient": 5520}, {"age": 53, "coefficient": 6080}, {"age": 54, "coefficient": 6640}, {"age": 55, "coefficient": 7200}, {"age": 56, "coefficient": 7760}, {"age": 57, "coefficient": 8320}, {"age": 58, "coefficient": 8880}, {"age": 59, "coefficient": 9440}]', 'Barème révisé en 2017, non publié : droite passant par 0,72 à 55 ans', true),
  ('deferral_coefficients', '1990-01-01', '[{"age": 61, "coefficient": 10500}, {"age": 62, "coefficient": 11000}, {"age": 63, "coefficient": 11500}, {"age": 64, "coefficient": 12000}, {"age": 65, "coefficient": 12500}]', 'La Vie éco, mars 2013 : + 5 % à 61 ans, + 15 % à 63, + 25 % à 65 ; 62 et 64 ans déduits', false),
  ('deferral_coefficients', '2017-01-01', '[{"age": 61, "coefficient": 10600}, {"age": 62, "coefficient": 11200}, {"age": 63, "coefficient": 11800}, {"age": 64, "coefficient": 12400}, {"age": 65, "coefficient": 13000}, {"age": 66, "coefficient": 13600}, {"age": 67, "coefficient": 14200}, {"age": 68, "coefficient": 14800}, {"age": 69, "coefficient": 15400}, {"age": 70, "coefficient": 16000}]', 'Site de la caisse : jusqu’à + 60 % à 70 ans ; les âges d’avant sont déduits', true),
  ('deferral_coefficients_option_55', '1990-01-01', '[{"age": 56, "coefficient": 10600}, {"age": 60, "coefficient": 13900}, {"age": 65, "coefficient": 17400}]', 'La Vie éco, mars 2013, option 55 ans : + 6 % à 56 ans, + 39 % à 60, + 74 % à 65', false),
  ('capital_option_share', '2003-01-01', '5000', 'Site de la caisse, « Modes de liquidation » : points acquis depuis 2003', false),
  ('single_payment_points', '2017-01-01', '200', 'RGR 2017 : versement unique en dessous de 200 points', false),
  ('limitation_years', '2017-01-01', '5', 'Loi 64-12, article 62', false),
  ('reversion_share', '1990-01-01', '5000', 'Site de la caisse, réversion du conjoint', false),
  ('orphan_share', '1990-01-01', '2000', 'Site de la caisse, orphelins de père et de mère, chacun', false),
  ('reversion_age_widow', '1990-01-01', '50', 'Site de la caisse, réversion du conjoint', false),
  ('reversion_age_widower', '1990-01-01', '60', 'Site de la caisse, réversion du conjoint', false),
  ('reversion_coefficients', '1990-01-01', '[{"years_early": 1, "coefficient": 9700}, {"years_early": 2, "coefficient": 9400}, {"years_early": 3, "coefficient": 9100}, {"years_early": 4, "coefficient": 8800}, {"years_early": 5, "coefficient": 8500}, {"years_early": 6, "coefficient": 8200}, {"years_early": 7, "coefficient": 7900}, {"years_early": 8, "coefficient": 7600}, {"years_early": 9, "coefficient": 7300}, {"years_early": 10, "coefficient": 7000}]', 'Anticipation de 10 ans au plus ; barème non publié : 3 % par an', true),
  ('marriage_years', '1990-01-01', '2', 'Site de la caisse, réversion : sauf accident, enfant commun ou remariage', false),
  ('death_capital_pensions', '1990-01-01', '3', 'Site de la caisse, « Capital décès » : dernières pensions mensuelles', false);

-- The points: contributions that earn points ÷ (reference salary × 6), then points × value (ten-thousandths of a dirham).
insert into parameters (key, valid_from, value, source, illustrative) values
  ('reference_salary', '1995-01-01', '104000', 'Presse économique, 1995', false),
  ('reference_salary', '1996-01-01', '108500', 'Interpolation entre 1995 et 2006 : non publié', true),
  ('reference_salary', '1997-01-01', '113200', 'Interpolation entre 1995 et 2006 : non publié', true),
  ('reference_salary', '1998-01-01', '118100', 'Interpolation entre 1995 et 2006 : non publié', true),
  ('reference_salary', '1999-01-01', '123200', 'Interpolation entre 1995 et 2006 : non publié', true),
  ('reference_salary', '2000-01-01', '128500', 'Interpolation entre 1995 et 2006 : non publié', true),
  ('reference_salary', '2001-01-01', '134000', 'Interpolation entre 1995 et 2006 : non publié', true),
  ('reference_salary', '2002-01-01', '139800', 'Interpolation entre 1995 et 2006 : non publié', true),
  ('reference_salary', '2003-01-01', '145900', 'Interpolation entre 1995 et 2006 : non publié', true),
  ('reference_salary', '2004-01-01', '152200', 'Interpolation entre 1995 et 2006 : non publié', true),
  ('reference_salary', '2005-01-01', '158700', 'Interpolation entre 1995 et 2006 : non publié', true),
  ('reference_salary', '2006-01-01', '165600', 'Déduit de 2007 (÷ 1,04) : non publié', true),
  ('reference_salary', '2007-01-01', '172200', 'Presse économique, 2007', false),
  ('reference_salary', '2008-01-01', '179100', 'Presse économique, 2008', false),
  ('reference_salary', '2009-01-01', '186300', 'Déduit de 2008 (+ 4 % par an) : non publié', true),
  ('reference_salary', '2010-01-01', '193700', 'Déduit de 2008 (+ 4 % par an) : non publié', true),
  ('reference_salary', '2011-01-01', '197600', 'Hypothèse de + 2 % par an depuis 2010 : non publié', true),
  ('reference_salary', '2012-01-01', '201600', 'Hypothèse de + 2 % par an depuis 2010 : non publié', true),
  ('reference_salary', '2013-01-01', '205600', 'Hypothèse de + 2 % par an depuis 2010 : non publié', true),
  ('reference_salary', '2014-01-01', '209700', 'Hypothèse de + 2 % par an depuis 2010 : non publié', true),
  ('reference_salary', '2015-01-01', '213900', 'Hypothèse de + 2 % par an depuis 2010 : non publié', true),
  ('reference_salary', '2016-01-01', '218200', 'Hypothèse de + 2 % par an depuis 2010 : non publié', true),
  ('reference_salary', '2017-01-01', '222600', 'Hypothèse de + 2 % par an depuis 2010 : non publié', true),
  ('reference_salary', '2018-01-01', '227100', 'Hypothèse de + 2 % par an depuis 2010 : non publié', true),
  ('reference_salary', '2019-01-01', '231600', 'Hypothèse de + 2 % par an depuis 2010 : non publié', true),
  ('reference_salary', '2020-01-01', '236200', 'Hypothèse de + 2 % par an depuis 2010 : non publié', true),
  ('reference_salary', '2021-01-01', '240900', 'Hypothèse de + 2 % par an depuis 2010 : non publié', true),
  ('reference_salary', '2022-01-01', '245700', 'Hypothèse de + 2 % par an depuis 2010 : non publié', true),
  ('reference_salary', '2023-01-01', '250600', 'Hypothèse de + 2 % par an depuis 2010 : non publié', true),
  ('reference_salary', '2024-01-01', '255600', 'Hypothèse de + 2 % par an depuis 2010 : non publié', true),
  ('reference_salary', '2025-01-01', '260700', 'Hypothèse de + 2 % par an depuis 2010 : non publié', true),
  ('reference_salary', '2026-01-01', '265900', 'Hypothèse de + 2 % par an depuis 2010 : non publié', true),
  ('reference_salary', '2027-01-01', '271200', 'Hypothèse de + 2 % par an depuis 2010 : non publié', true),
  ('point_value_liquidation', '1999-01-01', '108900', 'L’Économiste, 28 juin 1999', false),
  ('point_value_liquidation', '2000-01-01', '111300', 'Interpolation entre 1999 et 2002 : non publié', true),
  ('point_value_liquidation', '2001-01-01', '113800', 'Interpolation entre 1999 et 2002 : non publié', true),
  ('point_value_liquidation', '2002-01-01', '116400', 'La Vie éco : valeur gelée de 2002 à mi-2010', false),
  ('point_value_liquidation', '2010-07-01', '121100', '+ 4 % annoncés à mi-2010, appliqués à 11,64 : non publié', true),
  ('point_value_liquidation', '2011-07-01', '122900', 'Hypothèse de + 1,5 % au 1er juillet : non publié', true),
  ('point_value_liquidation', '2012-07-01', '124700', 'Hypothèse de + 1,5 % au 1er juillet : non publié', true),
  ('point_value_liquidation', '2013-07-01', '126600', 'Hypothèse de + 1,5 % au 1er juillet : non publié', true),
  ('point_value_liquidation', '2014-07-01', '128500', 'Hypothèse de + 1,5 % au 1er juillet : non publié', true),
  ('point_value_liquidation', '2015-07-01', '130400', 'Hypothèse de + 1,5 % au 1er juillet : non publié', true),
  ('point_value_liquidation', '2016-07-01', '132400', 'Hypothèse de + 1,5 % au 1er juillet : non publié', true),
  ('point_value_liquidation', '2017-07-01', '134400', 'Hypothèse de + 1,5 % au 1er juillet : non publié', true),
  ('point_value_liquidation', '2018-07-01', '136400', 'Hypothèse de + 1,5 % au 1er juillet : non publié', true),
  ('point_value_liquidation', '2019-07-01', '138400', 'Hypothèse de + 1,5 % au 1er juillet : non publié', true),
  ('point_value_liquidation', '2020-07-01', '140500', 'Hypothèse de + 1,5 % au 1er juillet : non publié', true),
  ('point_value_liquidation', '2021-07-01', '142600', 'Hypothèse de + 1,5 % au 1er juillet : non publié', true),
  ('point_value_liquidation', '2022-07-01', '144700', 'Hypothèse de + 1,5 % au 1er juillet : non publié', true),
  ('point_value_liquidation', '2023-07-01', '146900', 'Hypothèse de + 1,5 % au 1er juillet : non publié', true),
  ('point_value_liquidation', '2024-07-01', '149100', 'Hypothèse de + 1,5 % au 1er juillet : non publié', true),
  ('point_value_liquidation', '2025-07-01', '151300', 'Hypothèse de + 1,5 % au 1er juillet : non publié', true),
  ('point_value_liquidation', '2026-07-01', '153600', 'Hypothèse de + 1,5 % au 1er juillet : non publié', true),
  ('point_value_in_service', '2008-07-01', '114600', 'La Vie éco, revalorisation du 1er juillet 2008', false),
  ('point_value_in_service', '2009-07-01', '115700', 'Interpolation entre 2008 et 2019 : non publié', true),
  ('point_value_in_service', '2010-07-01', '116800', 'Interpolation entre 2008 et 2019 : non publié', true),
  ('point_value_in_service', '2011-07-01', '117900', 'Interpolation entre 2008 et 2019 : non publié', true),
  ('point_value_in_service', '2012-07-01', '119000', 'Interpolation entre 2008 et 2019 : non publié', true),
  ('point_value_in_service', '2013-07-01', '120100', 'Interpolation entre 2008 et 2019 : non publié', true),
  ('point_value_in_service', '2014-07-01', '121300', 'Interpolation entre 2008 et 2019 : non publié', true),
  ('point_value_in_service', '2015-07-01', '122400', 'Interpolation entre 2008 et 2019 : non publié', true),
  ('point_value_in_service', '2016-07-01', '123600', 'Interpolation entre 2008 et 2019 : non publié', true),
  ('point_value_in_service', '2017-07-01', '124700', 'Interpolation entre 2008 et 2019 : non publié', true),
  ('point_value_in_service', '2018-07-01', '125900', 'Interpolation entre 2008 et 2019 : non publié', true),
  ('point_value_in_service', '2019-07-01', '127800', 'Déduit de la pension moyenne de 2019 : 25 539 ÷ 1 998 points', true),
  ('point_value_in_service', '2020-07-01', '129100', 'Hypothèse de + 1 % au 1er juillet : non publié', true),
  ('point_value_in_service', '2021-07-01', '130400', 'Hypothèse de + 1 % au 1er juillet : non publié', true),
  ('point_value_in_service', '2022-07-01', '131700', 'Hypothèse de + 1 % au 1er juillet : non publié', true),
  ('point_value_in_service', '2023-07-01', '133000', 'Hypothèse de + 1 % au 1er juillet : non publié', true),
  ('point_value_in_service', '2024-07-01', '134300', 'Hypothèse de + 1 % au 1er juillet : non publié', true),
  ('point_value_in_service', '2025-07-01', '135600', 'Hypothèse de + 1 % au 1er juillet : non publié', true),
  ('point_value_in_service', '2026-07-01', '137000', 'Hypothèse de + 1 % au 1er juillet : non publié', true);

-- What a claim comes with. No official list is published: these come from the rules of each benefit.
insert into parameters (key, valid_from, value, source, illustrative)
select list.key, date '1990-01-01',
  (select jsonb_agg(jsonb_build_object('code', document.code, 'fr', document.fr, 'ar', document.ar, 'required', asked.required)
      order by asked.rank)
    from unnest(list.codes, list.required) with ordinality as asked (code, required, rank)
    join (values ('signed_form', 'Demande de liquidation signée', 'طلب تصفية المعاش موقَّع'),
    ('identity', 'Copie de la CNIE (ou du titre de séjour, du passeport)', 'نسخة من البطاقة الوطنية للتعريف (أو سند الإقامة أو جواز السفر)'),
    ('birth_extract', 'Extrait d’acte de naissance, à défaut de CNIE', 'نسخة من رسم الولادة عند عدم التوفر على البطاقة الوطنية'),
    ('bank_details', 'Relevé d’identité bancaire ou attestation bancaire', 'كشف التعريف البنكي أو شهادة بنكية'),
    ('end_of_work', 'Certificat de cessation d’activité, avec la date de sortie', 'شهادة التوقف عن العمل مع تاريخ المغادرة'),
    ('capital_choice', 'Choix de l’option capital, signé', 'اختيار خيار رأس المال موقَّع'),
    ('marriage_certificate', 'Acte de mariage', 'عقد الزواج'),
    ('death_certificate', 'Acte de décès', 'رسم الوفاة'),
    ('heirs_deed', 'Acte d’hérédité', 'رسم الإراثة'),
    ('no_remarriage', 'Certificat de non-remariage', 'شهادة عدم الزواج من جديد'),
    ('orphan_birth', 'Extraits d’acte de naissance des enfants', 'نسخ من رسوم ولادة الأبناء'),
    ('schooling', 'Certificat de scolarité', 'شهادة مدرسية'),
    ('disability', 'Certificat d’invalidité de l’enfant', 'شهادة إعاقة الابن'),
    ('guardianship', 'Acte de tutelle', 'رسم الولاية')) as document (code, fr, ar) on document.code = asked.code),
  'Déduit des règles de la prestation : liste non publiée', true
from (values
    ('documents_normal', '{signed_form,identity,birth_extract,bank_details,end_of_work,capital_choice,marriage_certificate}', '{yes,yes,no,yes,yes,no,no}'),
    ('documents_early', '{signed_form,identity,birth_extract,bank_details,end_of_work,capital_choice,marriage_certificate}', '{yes,yes,no,yes,yes,no,no}'),
    ('documents_deferred', '{signed_form,identity,birth_extract,bank_details,end_of_work,capital_choice,marriage_certificate}', '{yes,yes,no,yes,yes,no,no}'),
    ('documents_reversion', '{signed_form,identity,bank_details,marriage_certificate,death_certificate,heirs_deed,no_remarriage}', '{yes,yes,yes,yes,yes,yes,yes}'),
    ('documents_orphan', '{signed_form,identity,bank_details,death_certificate,orphan_birth,schooling,disability,guardianship}', '{yes,yes,yes,yes,yes,no,no,no}'),
    ('documents_single_payment', '{signed_form,identity,birth_extract,bank_details,end_of_work}', '{yes,yes,no,yes,yes}'),
    ('documents_death_capital', '{signed_form,identity,bank_details,death_certificate,heirs_deed,marriage_certificate}', '{yes,yes,yes,yes,yes,no}')
  ) as texts (key, codes, required),
  lateral (select texts.key, texts.codes::text[] as codes, texts.required::text[] as required) as list;

-- A correction of a value is a revision of the same day: what was believed before stays readable.
alter table parameters
  add column revision integer not null default 1 check (revision > 0),
  add column proposal_id uuid,
  add column recorded_at timestamptz,
  drop constraint parameters_pkey,
  add primary key (key, valid_from, revision);

-- A change waits for a second person. One at a time for a value, so that what was shown is what is approved.
create table parameter_proposals (
  id uuid primary key,
  key text not null,
  valid_from date not null,
  value jsonb not null,
  source text not null check (length(source) between 1 and 300),
  illustrative boolean not null,
  reason text not null check (length(reason) between 1 and 500),
  state text not null default 'waiting' check (state in ('waiting', 'approved', 'refused', 'withdrawn')),
  proposed_by uuid not null references agents,
  proposed_at timestamptz not null,
  decided_by uuid references agents,
  decided_at timestamptz,
  decision_note text,
  version integer not null default 1,
  check ((state = 'waiting') = (decided_at is null)),
  check ((state = 'waiting') = (decided_by is null)),
  check (state not in ('approved', 'refused') or decided_by <> proposed_by),
  check (state <> 'refused' or decision_note is not null)
);
create unique index parameter_proposals_one_waiting on parameter_proposals (key) where state = 'waiting';
create index parameter_proposals_by_key on parameter_proposals (key, proposed_at desc);
alter table parameter_proposals enable row level security;
create policy agents_only on parameter_proposals using (current_scope() in ('agency', 'system'));
grant select, insert, update on parameter_proposals to guichet_app;

alter table parameters
  add foreign key (proposal_id) references parameter_proposals,
  add check ((proposal_id is null) = (recorded_at is null));
create unique index parameters_one_per_proposal on parameters (proposal_id);
create trigger parameters_are_kept before update or delete or truncate on parameters
  for each statement execute function refuse_change();
alter table parameters enable row level security;
create policy everybody_reads on parameters for select using (true);
create policy agents_add on parameters for insert with check (current_scope() = 'agency' and proposal_id is not null);
grant insert on parameters to guichet_app;
