-- Who of these NIK do other schemes of this office name, and whose death was reported? As
-- before, but a line is seen before its person is enrolled, too: it stands for the months
-- of its scheme, once enrolled for those from its own first month on. Of two lines that
-- nobody decided, the one written first stays and the later one is asked about, as within
-- one scheme; a list of a closed scheme waits for nothing any more.
CREATE OR REPLACE FUNCTION protection_elsewhere(
    niks bigint[], asked_scheme bigint, first_month integer, last_month integer
) RETURNS TABLE (place integer, fund varchar, standing text, months integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH asked AS (
        SELECT nik, (ordinality - 1)::integer AS place
        FROM unnest(niks) WITH ORDINALITY AS given(nik, ordinality)
        WHERE nullif(current_setting('naungan.institution', true), '') IS NOT NULL
    ), lines AS (
        SELECT asked.place, asked.nik, entry.id, scheme.fund, scheme.state AS scheme_state,
            entry.state IN ('decided', 'budgeted', 'enrolled', 'paid', 'active') AS is_taken,
            greatest(scheme.from_month, coalesce(entry.first_month, 0), $3) AS begun,
            least(scheme.until_month, $4) AS ended
        FROM asked JOIN protection_entry entry USING (nik)
        JOIN protection_scheme scheme ON scheme.id = entry.scheme_id
        WHERE entry.scheme_id <> asked_scheme
            AND entry.state IN ('proposed', 'valid', 'flagged', 'reserve',
                'decided', 'budgeted', 'enrolled', 'paid', 'active')
    )
    SELECT asked.place, paid.fund, 'paid'::text, count(*)::integer
    FROM asked JOIN protection_paidmonth paid USING (nik)
    WHERE paid.scheme_id <> asked_scheme
        AND paid.month BETWEEN $3 AND $4
    GROUP BY asked.place, paid.fund
    UNION ALL
    SELECT lines.place, lines.fund,
        CASE WHEN lines.is_taken THEN 'decided' ELSE 'listed' END,
        (lines.ended - lines.begun + 1)::integer
    FROM lines
    WHERE lines.begun <= lines.ended AND (lines.is_taken OR (
        lines.scheme_state <> 'closed' AND NOT EXISTS (
            SELECT FROM protection_entry mine
            WHERE mine.nik = lines.nik AND mine.scheme_id = asked_scheme
                AND mine.id < lines.id
                AND mine.state IN ('proposed', 'valid', 'flagged', 'reserve')
        )
    ))
    UNION ALL
    SELECT DISTINCT asked.place, ''::varchar, 'died'::text, 0
    FROM asked JOIN protection_entry entry USING (nik)
    WHERE entry.ended_reason = 'died'
    UNION ALL
    SELECT DISTINCT asked.place, ''::varchar, 'claimed'::text, 0
    FROM asked JOIN benefits_claim claim USING (nik)
    WHERE claim.event IN ('death_other', 'death_work') AND claim.state <> 'withdrawn'
$$;
