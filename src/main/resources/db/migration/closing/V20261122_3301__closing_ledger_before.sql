-- "Who changed it after we reported, and from what to what?"
alter table late_change add column before numeric;
comment on column late_change.before is 'of a reported value what it was, null = not known';

alter table late_entry add column quota_before numeric, add column quota_after numeric;
comment on column late_entry.quota_before is 'of a changed quota what it was, null = none';
comment on column late_entry.quota_after is 'of a changed quota what it became, null = none any more';
