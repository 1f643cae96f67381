-- The history of a household is its own entries and those of the people who lived there.
create index audit_entry_lived_before on audit_entry ((before ->> 'household')) where subject = 'resident';
create index audit_entry_lived_after on audit_entry ((after ->> 'household')) where subject = 'resident';
