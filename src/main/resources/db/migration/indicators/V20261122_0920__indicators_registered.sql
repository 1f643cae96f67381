-- What a team can be shown: holders among the people of its area in the register. Population figures are known of
-- communes only. The ages are those of the standard variants, so that their targets compare.
insert into measure (code, name_vi, name_en, unit_vi, unit_en, source, adds_over_time, adds_over_units, basis,
                     household_kind, age_from, position) values
    ('PERSONS_REGISTERED_15', 'Người từ đủ 15 tuổi trong sổ', 'Persons of 15 and over registered', 'người', 'persons', 'FIELD', 'STOCK', true, 'REGISTERED_PERSONS', 'HOUSEHOLD', 15, 13),
    ('PERSONS_REGISTERED_18', 'Người từ đủ 18 tuổi trong sổ', 'Persons of 18 and over registered', 'người', 'persons', 'FIELD', 'STOCK', true, 'REGISTERED_PERSONS', 'HOUSEHOLD', 18, 13);

insert into indicator_variant (indicator_version_id, code, name_vi, name_en, numerator, denominator,
                               numerator_vi, numerator_en, denominator_vi, denominator_en, standard, position)
select v.id, 'REGISTERED', 'Trên người trong sổ', 'Of people registered', d.numerator, d.denominator,
       n.name_vi, n.name_en, m.name_vi, m.name_en, false, 6
from (values
    ('E_ID_L2_ACTIVATED', 'E_ID_L2_HOLDERS_18', 'PERSONS_REGISTERED_18'),
    ('NATIONAL_PORTAL_ACCOUNT', 'NATIONAL_PORTAL_HOLDERS_18', 'PERSONS_REGISTERED_18'),
    ('DIGITAL_SIGNATURE', 'DIGITAL_SIGNATURE_HOLDERS_18', 'PERSONS_REGISTERED_18'),
    ('PAYMENT_ACCOUNT', 'E_PAYMENT_HOLDERS_15', 'PERSONS_REGISTERED_15'),
    ('CITIZEN_APP_ACCOUNT', 'CITIZEN_APP_HOLDERS_18', 'PERSONS_REGISTERED_18')
) as d (indicator, numerator, denominator)
join indicator i on i.code = d.indicator
join indicator_version v on v.indicator_id = i.id
join measure n on n.code = d.numerator
join measure m on m.code = d.denominator;
