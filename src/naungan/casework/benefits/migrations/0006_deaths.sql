-- Whose death is reported is known on every list of the office at once: of the lines of
-- that NIK the day is kept, and taken back with the report. What a list learns is the day,
-- not who reported it or how the claim went.
CREATE FUNCTION benefits_mark_death() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$ BEGIN
    UPDATE protection_entry entry
    SET died_on = CASE WHEN NEW.state <> 'withdrawn' THEN NEW.event_on END
    WHERE entry.nik = NEW.nik OR entry.id = NEW.entry_id;
    RETURN NULL;
END $$;
CREATE TRIGGER benefits_death_reported AFTER INSERT ON benefits_claim FOR EACH ROW
    WHEN (NEW.event IN ('death_other', 'death_work'))
    EXECUTE FUNCTION benefits_mark_death();
CREATE TRIGGER benefits_death_withdrawn AFTER UPDATE OF state ON benefits_claim
    FOR EACH ROW WHEN (NEW.event IN ('death_other', 'death_work')
        AND (NEW.state = 'withdrawn') <> (OLD.state = 'withdrawn'))
    EXECUTE FUNCTION benefits_mark_death();

UPDATE protection_entry entry SET died_on = claim.event_on
FROM benefits_claim claim
WHERE (claim.nik = entry.nik OR claim.entry_id = entry.id)
    AND claim.event IN ('death_other', 'death_work') AND claim.state <> 'withdrawn';

-- Who of these NIK do other schemes of this office name, and whose death was reported? As
-- before, but of a claim nothing leaves but that there is one, and only where the two
-- schemes share a month: by the name of the first month asked about that of the line itself
-- was taken, and whoever goes on in the scheme after theirs was barred from it by the one
-- before. As before, a line tells from its own first month on, which it has once its person
-- is enrolled.
CREATE OR REPLACE FUNCTION protection_elsewhere(
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
        AND paid.month BETWEEN $3 AND $4
    GROUP BY asked.place, paid.fund
    UNION ALL
    SELECT asked.place, scheme.fund,
        CASE WHEN entry.state IN ('decided', 'budgeted', 'enrolled', 'paid', 'active')
            THEN 'decided' ELSE 'listed' END,
        (least(scheme.until_month, $4)
            - greatest(scheme.from_month, $3) + 1)::integer
    FROM asked JOIN protection_entry entry USING (nik)
    JOIN protection_scheme scheme ON scheme.id = entry.scheme_id
    WHERE entry.scheme_id <> asked_scheme
        AND entry.state IN ('proposed', 'valid', 'flagged', 'reserve',
            'decided', 'budgeted', 'enrolled', 'paid', 'active')
        AND scheme.from_month <= $4 AND scheme.until_month >= $3
        AND scheme.until_month >= entry.first_month
    UNION ALL
    SELECT DISTINCT asked.place, ''::varchar, 'died'::text, 0
    FROM asked JOIN protection_entry entry USING (nik)
    WHERE entry.ended_reason = 'died'
    UNION ALL
    SELECT DISTINCT asked.place, ''::varchar, 'claimed'::text, 0
    FROM asked JOIN benefits_claim claim USING (nik)
    WHERE claim.event IN ('death_other', 'death_work') AND claim.state <> 'withdrawn'
$$;
