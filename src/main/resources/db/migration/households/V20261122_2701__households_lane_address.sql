-- In Kiệt 112 the house 14 is spoken of as "K112/14": it is found by that as well. New rows get it from the program.
update household h set search = h.search || ' ' || left(x.lane, 1) || split_part(x.lane, ' ', 2) || '/' || x.house
from (select id, unit_fold(trim(alley)) as lane, unit_fold(trim(number)) as house from household) x
where x.id = h.id and x.lane ~ '^(kiet|hem|ngo|ngach) [^ ]' and x.house <> ''
  and position(split_part(x.lane, ' ', 2) || '/' in x.house) = 0;
