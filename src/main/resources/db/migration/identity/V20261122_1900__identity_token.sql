-- What a program's token opens, what it is for, and when it was last used.
alter table api_token add name text;
alter table api_token add scopes text[];
alter table api_token add last_used_at timestamptz;
comment on column api_token.name is 'what its owner calls it; null for one asked for with name and password only';
comment on column api_token.scopes is 'codes of TokenScope; null = whatever its owner may do';
