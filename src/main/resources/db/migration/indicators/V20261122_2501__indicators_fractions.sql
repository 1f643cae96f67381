-- dossiers, persons and villages are whole; days and points need not be
alter table measure add column fractions boolean not null default false;
comment on column measure.fractions is 'whether a reported amount may have decimals, such as days or points';
update measure set fractions = true where unit_vi in ('ngày', 'điểm');
