-- What is typed into a search box is looked for anywhere in a word.
create extension if not exists pg_trgm;
create index resident_search_trgm on resident using gin (search gin_trgm_ops);
create index household_search_trgm on household using gin (search gin_trgm_ops);
