-- A case is seen by its owner and by institutions that take part; what hangs on it by
-- whoever sees it. The office itself, which works for no person, sees all of them.
CREATE FUNCTION compliance_here() RETURNS bigint LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT nullif(current_setting('naungan.institution', true), '')::bigint
$$;
CREATE FUNCTION compliance_office() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT coalesce(current_setting('naungan.every_institution', true), '') = 'on'
        AND nullif(current_setting('naungan.user', true), '') IS NULL
$$;

ALTER TABLE compliance_case ENABLE ROW LEVEL SECURITY;
CREATE POLICY scope_sees ON compliance_case FOR SELECT USING (
    institution_id = compliance_here() OR compliance_office() OR EXISTS (
        SELECT 1 FROM compliance_participation p
        WHERE p.case_id = compliance_case.id AND p.institution_id = compliance_here()
            AND p.until IS NULL
    )
);
CREATE POLICY scope_adds ON compliance_case FOR INSERT
    WITH CHECK (institution_id = compliance_here());
CREATE POLICY scope_changes ON compliance_case FOR UPDATE USING (
    institution_id = compliance_here() OR compliance_office() OR EXISTS (
        SELECT 1 FROM compliance_participation p
        WHERE p.case_id = compliance_case.id AND p.institution_id = compliance_here()
            AND p.until IS NULL
    )
);

ALTER TABLE compliance_participation ENABLE ROW LEVEL SECURITY;
CREATE POLICY scope_sees ON compliance_participation FOR SELECT USING (
    institution_id = compliance_here() OR owner_id = compliance_here()
    OR compliance_office()
);
CREATE POLICY scope_adds ON compliance_participation FOR INSERT WITH CHECK (
    EXISTS (
        SELECT 1 FROM compliance_case c
        WHERE c.id = case_id AND c.institution_id = owner_id
    )
);
CREATE POLICY scope_changes ON compliance_participation FOR UPDATE USING (
    institution_id = compliance_here() OR owner_id = compliance_here()
);

-- What is written once: nobody changes or removes it, however they came in.
CREATE FUNCTION compliance_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is never changed', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END
$$;
CREATE TRIGGER frozen BEFORE UPDATE ON compliance_casefinding
    FOR EACH ROW EXECUTE FUNCTION compliance_frozen();
CREATE TRIGGER frozen BEFORE UPDATE ON compliance_termoverlay
    FOR EACH ROW EXECUTE FUNCTION compliance_frozen();

-- An owner of a case stays its owner, and the case the employer's.
CREATE FUNCTION compliance_same_case() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (NEW.institution_id, NEW.track, NEW.number, NEW.series, NEW.employer_id)
        IS DISTINCT FROM
       (OLD.institution_id, OLD.track, OLD.number, OLD.series, OLD.employer_id) THEN
        RAISE EXCEPTION 'a case stays its owner''s and its employer''s'
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER same BEFORE UPDATE ON compliance_case
    FOR EACH ROW EXECUTE FUNCTION compliance_same_case();

-- Which other institutions mean to visit the same employer around a day: their name
-- and the day, nothing more.
CREATE FUNCTION compliance_visits_near(
    the_series varchar, the_employer bigint, the_npp varchar, the_name varchar,
    the_day date, around integer
) RETURNS TABLE (name varchar, planned_on date)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
    SELECT i.name, v.planned_on
    FROM compliance_plannedvisit v JOIN accounts_institution i ON i.id = v.institution_id
    WHERE v.cancelled_on IS NULL
        AND v.institution_id IS DISTINCT FROM compliance_here()
        AND NOT compliance_here() = ANY (v.joined)
        AND v.planned_on BETWEEN the_day - around AND the_day + around
        AND (
            (the_employer IS NOT NULL AND v.series = the_series
                AND v.employer_id = the_employer)
            OR (the_npp <> '' AND v.npp = the_npp)
            OR (the_name <> '' AND lower(v.name) = lower(the_name))
        )
    ORDER BY v.planned_on, i.name
$$;
