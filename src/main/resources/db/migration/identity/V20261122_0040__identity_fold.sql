-- Lower case without diacritics, d for đ: names are searched and sorted by it.
create function folded(words text) returns text language sql immutable strict parallel safe as $$
    select replace(regexp_replace(normalize(lower(words), NFD), '[\u0300-\u036f]', '', 'g'), 'đ', 'd')
$$;

-- Vietnamese names are sorted by their last word, the given name.
create function given_name_first(words text) returns text language sql immutable strict parallel safe as $$
    select folded(regexp_replace(trim(words), '^(.*)\s+(\S+)$', '\2 \1'))
$$;
