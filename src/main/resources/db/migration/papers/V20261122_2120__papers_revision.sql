-- Two copies of a paper never bear the same number, whoever is quick.
alter table sent_paper add column form_id int references paper_form;
alter table sent_paper disable trigger sent_paper_kept;
update sent_paper p set form_id = n.form_id, revision = n.revision
from (select s.id, v.form_id,
             row_number() over (partition by v.form_id, s.unit_id, s.team_id, s.first_day, s.last_day order by s.id) as revision
      from sent_paper s join paper_form_version v on v.id = s.form_version_id) n
where n.id = p.id;
alter table sent_paper enable trigger sent_paper_kept;
alter table sent_paper alter column form_id set not null,
    add constraint sent_paper_once unique nulls not distinct (form_id, unit_id, team_id, first_day, last_day, revision);
