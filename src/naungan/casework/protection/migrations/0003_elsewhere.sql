-- Who of these NIK do other schemes of this office name? Answered with the owner's rights,
-- since nobody may be paid twice and no institution may read another's list: what leaves
-- is the place among those asked, the fund and how far it went, not whose scheme it is.
CREATE FUNCTION protection_elsewhere(
    niks bigint[], asked_scheme bigint, first_month integer, last_month integer
) RETURNS TABLE (place integer, fund varchar, standing text, months integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH asked AS (
        SELECT nik, (ordinality - 1)::integer AS place
        FROM unnest(niks) WITH ORDINALITY AS given(nik, ordinality)
        WHERE nullif(current_setting('naungan.institution', true), '') IS NOT NULL
    )
    SELECT asked.place, paid.fund, 'paid'::text, count(*)::integer
    FROM asked JOIN protection_paidmonth paid USING (nik)
    WHERE paid.scheme_id <> asked_scheme
        AND paid.month BETWEEN first_month AND last_month
    GROUP BY asked.place, paid.fund
    UNION ALL
    SELECT asked.place, scheme.fund,
        CASE WHEN entry.state IN ('decided', 'budgeted', 'enrolled', 'paid', 'active')
            THEN 'decided' ELSE 'listed' END,
        (least(scheme.until_month, last_month)
            - greatest(scheme.from_month, first_month) + 1)::integer
    FROM asked JOIN protection_entry entry USING (nik)
    JOIN protection_scheme scheme ON scheme.id = entry.scheme_id
    WHERE entry.scheme_id <> asked_scheme
        AND entry.state IN ('proposed', 'valid', 'flagged', 'reserve',
            'decided', 'budgeted', 'enrolled', 'paid', 'active')
        AND scheme.from_month <= last_month AND scheme.until_month >= first_month
    UNION ALL
    SELECT DISTINCT asked.place, ''::varchar, 'died'::text, 0
    FROM asked JOIN protection_entry entry USING (nik)
    WHERE entry.ended_reason = 'died'
$$;

-- Which of these lines repeat a NIK that this scheme names already, in any village? The
-- line that was decided, or else written first, is the one that stays.
CREATE FUNCTION protection_doubles(niks bigint[], entries bigint[], asked_scheme bigint)
RETURNS TABLE (place integer, first_entry bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH asked AS (
        SELECT nik, entry_id, (ordinality - 1)::integer AS place
        FROM unnest(niks, entries) WITH ORDINALITY AS given(nik, entry_id, ordinality)
        WHERE nullif(current_setting('naungan.institution', true), '') IS NOT NULL
    )
    SELECT asked.place, min(other.id)
    FROM asked JOIN protection_entry other USING (nik)
    WHERE other.scheme_id = asked_scheme AND other.id <> asked.entry_id
        AND (other.state IN ('decided', 'budgeted', 'enrolled', 'paid', 'active')
            OR (other.state IN ('proposed', 'valid', 'flagged', 'reserve')
                AND other.id < asked.entry_id))
    GROUP BY asked.place
$$;

-- Quotas are about nobody: whoever sees a scheme sees how its places are shared out.
DROP POLICY scope_sees ON protection_quota;
CREATE POLICY scope_sees ON protection_quota FOR SELECT USING (
    scheme_id IN (SELECT known.id FROM protection_scheme known)
);

-- Who of a scheme has a place and who waits: the list in its order against the quota of
-- the village, else of the nearest region around it. Whoever is decided keeps a place.
-- Answered for every village that shares a quota with the one asked about, "" for all,
-- with the owner's rights, since a quota of a district spans lists of several villages.
CREATE FUNCTION protection_place(asked_scheme bigint, asked_village varchar)
RETURNS bigint
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH held AS (
        SELECT DISTINCT ON (entry.id) entry.id, entry.state, entry.position,
            entry.village_code, quota.id AS quota_id, quota.people
        FROM protection_entry entry
        JOIN protection_quota quota ON quota.scheme_id = entry.scheme_id
            AND (quota.roster = '' OR quota.roster = entry.roster)
            AND (quota.village_code = '' OR quota.village_code = entry.village_code
                OR starts_with(entry.village_code, quota.village_code || '.'))
        WHERE entry.scheme_id = asked_scheme
            AND nullif(current_setting('naungan.institution', true), '') IS NOT NULL
            AND entry.state IN ('valid', 'reserve',
                'decided', 'budgeted', 'enrolled', 'paid', 'active')
            AND (asked_village = '' OR quota.village_code = ''
                OR quota.village_code = asked_village
                OR starts_with(asked_village, quota.village_code || '.'))
        ORDER BY entry.id, length(quota.village_code) DESC, quota.roster DESC
    ), ordered AS (
        SELECT id, state, CASE WHEN row_number() OVER (
            PARTITION BY quota_id
            ORDER BY state IN ('valid', 'reserve'), village_code, position, id
        ) <= people THEN 'valid' ELSE 'reserve' END AS wanted
        FROM held
    ), moved AS (
        UPDATE protection_entry entry SET state = ordered.wanted
        FROM ordered
        WHERE entry.id = ordered.id AND entry.state IN ('valid', 'reserve')
            AND entry.state <> ordered.wanted
        RETURNING 1
    )
    SELECT count(*) FROM moved
$$;
