-- From where somebody did it.
alter table audit_entry add column origin text;
comment on column audit_entry.origin is 'network address of the request, with API before it where a program made it; null = no request: a command, or work in the background';
