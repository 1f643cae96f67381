-- One seal a day, each over the one before: whoever changes, adds or takes away an entry of a sealed day breaks the chain.
create table audit_seal (
    day        date        primary key,
    entries    bigint      not null,
    hash       bytea       not null,
    mac        bytea       not null,
    sealed_at  timestamptz not null
);
comment on column audit_seal.hash is 'SHA-256 over the hash of the day before, the day, the number of its entries and the hash of each';
comment on column audit_seal.mac is 'HMAC-SHA-256 of hash with the key of the installation, which does not lie in the database';
create trigger audit_seal_append_only before update or delete on audit_seal
    for each row execute function audit_entry_is_append_only();
create index audit_entry_happened on audit_entry (happened_at);
