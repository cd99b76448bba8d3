-- Who sees these promises, and what lists count of them: written with the owner's rights,
-- since whoever writes a promise may not know who else sees it. Who keeps the record of a
-- meeting sees what was promised there, as its parties do.
CREATE FUNCTION commitments_show(asked bigint[]) RETURNS void
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
        is_contradicted)
    SELECT sees.viewer, one.id, one.state,
        extract(year FROM one.promised_on), one.due_on, one.region_code,
        one.owner_institution_id, coalesce(one.waits_on_id, one.owner_institution_id),
        one.is_met, one.came_late,
        (one.owner_institution_id IS NULL AND one.owner_name = '' AND one.owner_person = '')
            OR one.due_on IS NULL OR one.indicator = '' OR one.target IS NULL,
        one.state IN ('open', 'kept') AND (one.verdict = 'contradicted'
            OR (one.state = 'kept' AND one.is_met IS FALSE))
    FROM sees JOIN commitments_commitment one ON one.id = sees.id
    ORDER BY one.id, sees.viewer
    ON CONFLICT (commitment_id, viewer_id) DO UPDATE SET
        (state, year, due_on, region_code, owner_id, waits_for_id, is_met,
            came_late, is_open_ended, is_contradicted)
        = (excluded.state, excluded.year, excluded.due_on, excluded.region_code,
            excluded.owner_id, excluded.waits_for_id, excluded.is_met,
            excluded.came_late, excluded.is_open_ended, excluded.is_contradicted)
    WHERE (kept.state, kept.year, kept.due_on, kept.region_code, kept.owner_id,
            kept.waits_for_id, kept.is_met, kept.came_late, kept.is_open_ended,
            kept.is_contradicted)
        IS DISTINCT FROM
        (excluded.state, excluded.year, excluded.due_on, excluded.region_code,
            excluded.owner_id, excluded.waits_for_id, excluded.is_met,
            excluded.came_late, excluded.is_open_ended, excluded.is_contradicted)
$$;

CREATE FUNCTION commitments_moved() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    PERFORM commitments_show(ARRAY(SELECT id FROM moved));
    RETURN NULL;
END
$$;
CREATE TRIGGER seen_when_added AFTER INSERT ON commitments_commitment
    REFERENCING NEW TABLE AS moved FOR EACH STATEMENT EXECUTE FUNCTION commitments_moved();
CREATE TRIGGER seen_when_changed AFTER UPDATE ON commitments_commitment
    REFERENCING NEW TABLE AS moved FOR EACH STATEMENT EXECUTE FUNCTION commitments_moved();

CREATE FUNCTION commitments_invited() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    PERFORM commitments_show(
        ARRAY(SELECT id FROM commitments_commitment WHERE event_id = NEW.id)
    );
    RETURN NULL;
END
$$;
CREATE TRIGGER promises_seen AFTER UPDATE ON coordination_event FOR EACH ROW
    WHEN (OLD.parties IS DISTINCT FROM NEW.parties)
    EXECUTE FUNCTION commitments_invited();

-- In which promises in sight are these words? Row-level security lets no search by words
-- use an index, so the words are looked up with the owner's rights and sight asked here.
CREATE FUNCTION commitments_said(asked text) RETURNS SETOF bigint
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT one.id FROM commitments_commitment one
    JOIN commitments_sight known ON known.commitment_id = one.id
    WHERE one.words @@ websearch_to_tsquery('indonesian', asked)
        AND known.viewer_id
            = (SELECT nullif(current_setting('naungan.institution', true), '')::bigint)
$$;
