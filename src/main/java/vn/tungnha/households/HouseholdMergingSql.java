package vn.tungnha.households;

/** The statements that move rows between two entries of one household. */
final class HouseholdMergingSql {

    static final String TAKE = """
            update household k set version = k.version + 1,
                alley = case when :address then g.alley else k.alley end, number = case when :address then g.number else k.number end,
                sort_key = case when :address then g.sort_key else k.sort_key end,
                search = case when :address then g.search when :label then k.search || ' ' || g.search else k.search end,
                label = case when :label then g.label else k.label end,
                children = case when :children then g.children else k.children end,
                registered_on = least(k.registered_on, g.registered_on)
            from household g where g.id = :gone and k.id = :kept
            """;

    static final String PEOPLE_GO = """
            update residence set told_household = coalesce(told_household, household_id), household_id = :kept
            where household_id = :gone""";

    static final String PEOPLE_ARE_THERE =
            "update resident set household_id = :kept where household_id = :gone and status <> 'MERGED'";

    static final String ONE_HEAD = """
            update resident r set householder = false, version = r.version + 1
            from register_merge m where m.id = :merge and r.id = any(m.heads)""";

    static final String RESTORE_PLACEMENTS = """
            insert into household_placement (household_id, village_id, valid_from, valid_to)
            select p.household_id, p.village_id, p.valid_from, p.valid_to
            from register_merge m cross join lateral jsonb_populate_recordset(null::household_placement, m.gone_spans) p
            where m.id = :merge""";

    static final String RESTORE_GONE = """
            update household h set version = h.version + 1, status = b.status, merged_into = null
            from register_merge m, jsonb_populate_record(null::household, m.gone_before) b
            where m.id = :merge and h.id = m.gone""";

    static final String RESTORE_KEPT = """
            update household h set version = h.version + 1,
                alley = case when x.same_address then b.alley else h.alley end,
                number = case when x.same_address then b.number else h.number end,
                sort_key = case when x.same_address then b.sort_key else h.sort_key end,
                search = case when x.same_address and h.label is not distinct from a.label then b.search else h.search end,
                label = case when h.label is not distinct from a.label then b.label else h.label end,
                children = case when h.children = a.children then b.children else h.children end,
                registered_on = b.registered_on
            from register_merge m
            cross join lateral jsonb_populate_record(null::household, m.kept_before) b
            cross join lateral jsonb_populate_record(null::household, m.kept_after) a
            cross join lateral (select a.alley || '/' || a.number as address) n
            join household k on k.id = m.kept
            cross join lateral (select k.alley || '/' || k.number = n.address as same_address) x
            where m.id = :merge and h.id = m.kept""";

    static final String PEOPLE_RETURN = """
            update residence set household_id = :gone, told_household = nullif(told_household, :gone)
            where household_id = :kept and told_household in (select household_aliases(:gone))""";

    static final String PEOPLE_ARE_BACK = """
            update resident r set household_id = :gone
            where r.household_id = :kept and r.status <> 'MERGED'
              and (select s.household_id from residence s where s.resident_id = r.id order by s.valid_from desc limit 1) = :gone""";

    static final String HEADS_AGAIN = """
            update resident r set householder = true, version = r.version + 1
            from register_merge m where m.id = :merge and r.id = any(m.heads) and r.household_id = m.gone and r.status = 'PRESENT'""";

    private HouseholdMergingSql() {}
}
