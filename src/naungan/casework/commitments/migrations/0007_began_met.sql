-- Who sees these promises, and what lists count of them, also what was met when it began;
-- written with the owner's rights, as before.
CREATE OR REPLACE FUNCTION commitments_show(asked bigint[]) RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH sees AS MATERIALIZED (
        SELECT DISTINCT one.id, viewer
        FROM commitments_commitment one
        LEFT JOIN coordination_event met ON met.id = one.event_id
        CROSS JOIN LATERAL unnest(
            ARRAY[one.institution_id, one.owner_institution_id, one.waits_on_id,
                met.institution_id] || met.parties
        ) viewer
        WHERE one.id = ANY (asked) AND viewer IS NOT NULL
    ), gone AS (
        DELETE FROM commitments_sight kept
        WHERE kept.commitment_id = ANY (asked) AND NOT EXISTS (
            SELECT FROM sees
            WHERE sees.id = kept.commitment_id AND sees.viewer = kept.viewer_id
        )
    )
    INSERT INTO commitments_sight AS kept (viewer_id, commitment_id, state, year,
        due_on, region_code, owner_id, waits_for_id, is_met, came_late, is_open_ended,
        is_contradicted, began_met)
    SELECT sees.viewer, one.id, one.state,
        extract(year FROM one.promised_on), one.due_on, one.region_code,
        one.owner_institution_id, coalesce(one.waits_on_id, one.owner_institution_id),
        one.is_met, one.came_late,
        (one.owner_institution_id IS NULL AND one.owner_name = '' AND one.owner_person = '')
            OR one.due_on IS NULL OR one.indicator = '' OR one.target IS NULL,
        one.state IN ('open', 'kept') AND (one.verdict = 'contradicted'
            OR (one.state = 'kept' AND one.is_met IS FALSE)),
        coalesce(CASE one.direction WHEN 'up' THEN one.baseline >= one.target
            ELSE one.baseline <= one.target END, false)
    FROM sees JOIN commitments_commitment one ON one.id = sees.id
    ORDER BY one.id, sees.viewer
    ON CONFLICT (commitment_id, viewer_id) DO UPDATE SET
        (state, year, due_on, region_code, owner_id, waits_for_id, is_met,
            came_late, is_open_ended, is_contradicted, began_met)
        = (excluded.state, excluded.year, excluded.due_on, excluded.region_code,
            excluded.owner_id, excluded.waits_for_id, excluded.is_met,
            excluded.came_late, excluded.is_open_ended, excluded.is_contradicted,
            excluded.began_met)
    WHERE (kept.state, kept.year, kept.due_on, kept.region_code, kept.owner_id,
            kept.waits_for_id, kept.is_met, kept.came_late, kept.is_open_ended,
            kept.is_contradicted, kept.began_met)
        IS DISTINCT FROM
        (excluded.state, excluded.year, excluded.due_on, excluded.region_code,
            excluded.owner_id, excluded.waits_for_id, excluded.is_met,
            excluded.came_late, excluded.is_open_ended, excluded.is_contradicted,
            excluded.began_met)
$$;
