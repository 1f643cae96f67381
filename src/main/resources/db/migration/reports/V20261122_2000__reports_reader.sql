-- On which day somebody last looked at a dashboard, and on which day before that: what changed is told since then.
create table board_reader (
    account_id  uuid primary key references account,
    seen_on     date not null,
    before_on   date
);
comment on column board_reader.before_on is 'the last day before seen_on; null for whoever came for the first time';
