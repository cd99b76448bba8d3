-- Who of a scheme has a place and who waits: the list in its order against the quota of
-- the village, else of the nearest region around it. Whoever is decided keeps a place.
-- Answered for every village that shares a quota with the one asked about, "" for all,
-- with the owner's rights, since a quota of a district spans lists of several villages.
-- A line meets the quotas of the regions it lies in by their codes, and where a village
-- shares its quota with nobody, only its own list is read.
CREATE OR REPLACE FUNCTION protection_place(asked_scheme bigint, asked_village varchar)
RETURNS bigint
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH alone AS MATERIALIZED (
        SELECT asked_village <> '' AND NOT EXISTS (
            SELECT FROM protection_quota wider
            WHERE wider.scheme_id = asked_scheme AND wider.village_code <> asked_village
                AND (wider.village_code = ''
                    OR starts_with(asked_village, wider.village_code || '.'))
        ) AS is_alone
    ), lines AS (
        SELECT id, state, position, village_code, roster
        FROM protection_entry
        WHERE scheme_id = asked_scheme AND village_code = asked_village
            AND (SELECT is_alone FROM alone)
        UNION ALL
        SELECT id, state, position, village_code, roster
        FROM protection_entry
        WHERE scheme_id = asked_scheme AND NOT (SELECT is_alone FROM alone)
    ), held AS (
        SELECT DISTINCT ON (entry.id) entry.id, entry.state, entry.position,
            entry.village_code, quota.id AS quota_id, quota.people
        FROM lines entry
        CROSS JOIN LATERAL (VALUES (''), (left(entry.village_code, 2)),
            (left(entry.village_code, 5)), (left(entry.village_code, 8)),
            (entry.village_code)) around(code)
        JOIN protection_quota quota ON quota.scheme_id = asked_scheme
            AND quota.village_code = around.code
            AND (quota.roster = '' OR quota.roster = entry.roster)
        WHERE nullif(current_setting('naungan.institution', true), '') IS NOT NULL
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
