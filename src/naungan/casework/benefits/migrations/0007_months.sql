-- Who of these NIK do other schemes of this office name, and whose death was reported? As
-- before, but only where the two schemes share a month: by the name of the first month
-- asked about that of the line itself was taken, and whoever goes on in the scheme after
-- theirs was barred from it by the one before. As before, a line tells from its own first
-- month on, which it has once its person is enrolled.
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
