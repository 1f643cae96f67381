-- Short names stand in heads of columns and on tiles: four words at most.
update indicator_version v set short_vi = n.short_vi, short_en = n.short_en
from indicator i
join (values
    ('E_ID_L2_NEW', 'VNeID mức 2 mới', 'New VNeID level 2'),
    ('NATIONAL_PORTAL_NEW', 'Dịch vụ công mới', 'New portal accounts'),
    ('CITIZEN_APP_NEW', 'Công dân số mới', 'New citizen apps'),
    ('DIGITAL_SIGNATURE_NEW', 'Chữ ký số mới', 'New signatures')
) as n (code, short_vi, short_en) on n.code = i.code
where v.indicator_id = i.id;
