package vn.tungnha.households;

/** The statements that move rows between two entries of one person. */
final class ResidentMergingSql {

    static final String TAKE = """
            update resident k set version = k.version + 1,
                name = case when :name then g.name else k.name end, search = case when :name then g.search else k.search end,
                birth_year = case when :year then g.birth_year else k.birth_year end,
                sex = case when :sex then g.sex else k.sex end,
                smartphone = case when :smartphone then g.smartphone else k.smartphone end,
                citizen_hash = case when :citizen then g.citizen_hash else k.citizen_hash end,
                citizen_last4 = case when :citizen then g.citizen_last4 else k.citizen_last4 end,
                householder = k.householder or (g.householder and g.household_id = k.household_id)
            from resident g where g.id = :gone and k.id = :kept
            """;

    /** Days on which only the other was said to live somewhere; nobody lives anywhere after their last day. */
    static final String FILL_STAYS = """
            insert into residence (resident_id, household_id, stay, valid_from, valid_to, end_reason, given_by, told_household)
            select :kept, g.household_id, g.stay, lower(free), upper(free) - 1,
                   case when upper(free) - 1 = g.valid_to then g.end_reason else 'MOVED' end, :gone, g.told_household
            from residence g
            cross join lateral unnest(
                datemultirange(daterange(g.valid_from, g.valid_to, '[]'))
                - (select coalesce(range_agg(daterange(k.valid_from,
                                                       case when k.end_reason = 'DECEASED' then null else k.valid_to end, '[]')),
                                   '{}'::datemultirange)
                   from residence k where k.resident_id = :kept)) free
            where g.resident_id = :gone
            """;

    /** Stays as they were, at what their households are by now. */
    static final String RESTORE_STAYS = """
            insert into residence (resident_id, household_id, stay, valid_from, valid_to, end_reason, given_by, told_household)
            select s.resident_id, h.id, s.stay, s.valid_from, least(s.valid_to, h.ended_on),
                   case when h.ended_on < s.valid_to then 'LEFT' else s.end_reason end, s.given_by,
                   nullif(coalesce(s.told_household, s.household_id), h.id)
            from register_merge m
            cross join lateral jsonb_populate_recordset(null::residence, m.gone_spans) s
            join household h on h.id = household_kept(coalesce(s.told_household, s.household_id))
            where m.id = :merge and s.valid_from <= h.ended_on
            """;

    static final String RESTORE_GONE = """
            update resident r set version = r.version + 1, merged_into = null, status = b.status, householder = b.householder,
                household_id = b.household_id
            from register_merge m, jsonb_populate_record(null::resident, m.gone_before) b
            where m.id = :merge and r.id = m.gone
            """;

    /** What was put right since stays; what the merger brought goes back. */
    static final String RESTORE_KEPT = """
            update resident r set version = r.version + 1,
                name = case when r.name is not distinct from a.name then b.name else r.name end,
                search = case when r.name is not distinct from a.name then b.search else r.search end,
                birth_year = case when r.birth_year is not distinct from a.birth_year then b.birth_year else r.birth_year end,
                sex = case when r.sex is not distinct from a.sex then b.sex else r.sex end,
                smartphone = case when r.smartphone is not distinct from a.smartphone then b.smartphone else r.smartphone end,
                householder = case when r.householder = a.householder then b.householder else r.householder end,
                phone_cipher = case when r.phone_cipher is not distinct from a.phone_cipher then b.phone_cipher else r.phone_cipher end,
                phone_last3 = case when r.phone_cipher is not distinct from a.phone_cipher then b.phone_last3 else r.phone_last3 end,
                phone_hash = case when r.phone_cipher is not distinct from a.phone_cipher then b.phone_hash else r.phone_hash end,
                citizen_hash = case when r.citizen_hash is not distinct from a.citizen_hash then b.citizen_hash else r.citizen_hash end,
                citizen_last4 = case when r.citizen_hash is not distinct from a.citizen_hash then b.citizen_last4 else r.citizen_last4 end,
                status = case when r.status = a.status then b.status else r.status end
            from register_merge m, jsonb_populate_record(null::resident, m.kept_before) b,
                 jsonb_populate_record(null::resident, m.kept_after) a
            where m.id = :merge and r.id = m.kept
            """;

    static final String LIVE_NOW = """
            update resident r set household_id = coalesce(now.household_id, last.household_id, r.household_id),
                status = case when now.household_id is not null then 'PRESENT'
                              when r.status = 'PRESENT' and last.valid_to < :today then coalesce(nullif(last.end_reason, 'MOVED'), 'LEFT')
                              else r.status end,
                householder = r.householder and coalesce(now.household_id, r.household_id) = r.household_id
            from (select 1) one
            left join lateral (select household_id from residence where resident_id = :id
                               and :today between valid_from and valid_to) now on true
            left join lateral (select household_id, valid_to, end_reason from residence where resident_id = :id
                               order by valid_from desc limit 1) last on true
            where r.id = :id
            """;

    private ResidentMergingSql() {}
}
