-- Whoever holds the code of an event's sign-in learns what stands on its door, and may
-- put one name on its list; nothing else of the event is in reach.
CREATE FUNCTION coordination_door(the_hash text) RETURNS TABLE (
    id bigint, title varchar, held_on date, venue varchar, city varchar, keeper varchar
)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
    SELECT e.id, e.title, e.held_on, e.venue, e.city, i.name
    FROM coordination_event e JOIN accounts_institution i ON i.id = e.institution_id
    WHERE the_hash <> '' AND e.sign_in_hash = the_hash
        AND e.sign_in_until > clock_timestamp()
        AND e.state IN ('planned', 'invited', 'held')
$$;

CREATE FUNCTION coordination_sign_in(
    the_hash text, the_name text, the_position text, the_home text
) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
    the_event bigint;
    the_row bigint;
BEGIN
    SELECT d.id INTO the_event FROM coordination_door(the_hash) d;
    IF the_event IS NULL OR btrim(the_name) = '' THEN
        RETURN NULL;
    END IF;
    PERFORM 1 FROM coordination_event WHERE id = the_event FOR UPDATE;
    SELECT a.id INTO the_row FROM coordination_attendance a
    WHERE a.event_id = the_event AND NOT a.is_group AND a.role <> 'represented'
        AND lower(btrim(a.name)) = lower(btrim(the_name))
    ORDER BY a.id LIMIT 1;
    IF the_row IS NOT NULL THEN
        UPDATE coordination_attendance
        SET signed_in_at = coalesce(signed_in_at, clock_timestamp()),
            position = CASE WHEN position = '' THEN btrim(the_position) ELSE position END,
            home_name = CASE WHEN home_name = '' THEN btrim(the_home) ELSE home_name END
        WHERE id = the_row;
        RETURN the_row;
    END IF;
    IF (SELECT count(*) FROM coordination_attendance WHERE event_id = the_event) >= 2000 THEN
        RETURN NULL;
    END IF;
    INSERT INTO coordination_attendance (
        institution_id, event_id, name, position, home_name, deputy, role, represents,
        is_group, invited, signed_in_at, how
    )
    SELECT e.institution_id, e.id, btrim(the_name), btrim(the_position), btrim(the_home),
        '', 'attend', '', false, false, clock_timestamp(), 'qr'
    FROM coordination_event e WHERE e.id = the_event
    RETURNING id INTO the_row;
    RETURN the_row;
END
$$;

-- Which events of other institutions were reported at the same address or with the same
-- text: their number of rows alone, so that somebody may ask.
CREATE FUNCTION coordination_reported_elsewhere(the_url text, the_sha256 text)
RETURNS TABLE (name varchar, held_on date)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
    SELECT DISTINCT i.name, e.held_on
    FROM coordination_eventsource s
    JOIN coordination_event e ON e.id = s.event_id
    JOIN accounts_institution i ON i.id = e.institution_id
    WHERE ((the_url <> '' AND s.url = the_url)
            OR (the_sha256 <> '' AND s.sha256 = the_sha256))
        AND e.state NOT IN ('merged', 'cancelled')
        AND e.institution_id IS DISTINCT FROM
            nullif(current_setting('naungan.institution', true), '')::bigint
    ORDER BY i.name
$$;

-- What the parties approve stays as it was, and so does what they said of it.
CREATE FUNCTION coordination_minutes_stay() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (NEW.institution_id, NEW.event_id, NEW.kind, NEW.version, NEW.sha256, NEW.made_at)
        IS DISTINCT FROM
       (OLD.institution_id, OLD.event_id, OLD.kind, OLD.version, OLD.sha256, OLD.made_at)
       OR (NEW.content IS DISTINCT FROM OLD.content AND NEW.content <> '{}'::jsonb) THEN
        RAISE EXCEPTION 'minutes are never changed' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER stay BEFORE UPDATE ON coordination_minutes
    FOR EACH ROW EXECUTE FUNCTION coordination_minutes_stay();

-- An event stays its keeper's.
CREATE FUNCTION coordination_same_keeper() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.institution_id IS DISTINCT FROM OLD.institution_id THEN
        RAISE EXCEPTION 'an event stays its keeper''s' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER same BEFORE UPDATE ON coordination_event
    FOR EACH ROW EXECUTE FUNCTION coordination_same_keeper();

-- The last approval of the newest minutes approves the event: a party may not write
-- the event of another, so the database does it.
CREATE FUNCTION coordination_all_approved() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
    the_minutes coordination_minutes;
BEGIN
    SELECT * INTO the_minutes FROM coordination_minutes WHERE id = NEW.minutes_id;
    PERFORM 1 FROM coordination_event WHERE id = the_minutes.event_id FOR UPDATE;
    IF NEW.verdict = 'approve' AND the_minutes.kind = 'minutes' AND NOT EXISTS (
        SELECT 1 FROM coordination_minutes later
        WHERE later.event_id = the_minutes.event_id AND later.kind = 'minutes'
            AND later.version > the_minutes.version
    ) AND NOT EXISTS (
        SELECT 1 FROM unnest(the_minutes.signers) AS asked (id)
        WHERE NOT EXISTS (
            SELECT 1 FROM coordination_approval a
            WHERE a.minutes_id = the_minutes.id AND a.verdict = 'approve'
                AND a.institution_id = asked.id
        )
    ) THEN
        UPDATE coordination_event SET state = 'approved'
        WHERE id = the_minutes.event_id AND state = 'minuted';
    END IF;
    RETURN NULL;
END
$$;
CREATE TRIGGER all_approved AFTER INSERT ON coordination_approval
    FOR EACH ROW EXECUTE FUNCTION coordination_all_approved();
