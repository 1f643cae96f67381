-- Counts are now shown with the decimals of their definition too; days and points need not be whole.
update indicator_version v set decimals = case m.unit_vi when 'ngày' then 1 else 2 end
from indicator i, indicator_variant a, measure m
where i.id = v.indicator_id and i.kind = 'COUNT' and v.decimals = 0
  and a.indicator_version_id = v.id and m.code = a.numerator and m.fractions;

-- Rates of account types added since version 1801 had one decimal where all others have two.
update indicator_version v set decimals = 2 from indicator i
where i.id = v.indicator_id and i.kind = 'RATE' and v.decimals = 1 and v.published_by is null;
