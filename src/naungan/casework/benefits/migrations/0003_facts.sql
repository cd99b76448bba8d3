-- What the law is told of everybody whom a decree of a scheme names: the state, the first
-- month, how many months were paid, the last of them that is due, and whether somebody had
-- reached an age when the protection began. Asked with the rights of whoever asks.
CREATE FUNCTION benefits_facts(
    asked_scheme bigint, first_of_scheme integer, due_until integer, age integer, asked_on date
) RETURNS TABLE (
    entry_id bigint, village_code varchar, state varchar, first_month integer,
    months integer, last_paid integer, over_age boolean
)
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    WITH paid AS (
        SELECT paid.entry_id, count(*)::integer AS months,
            max(paid.month) FILTER (WHERE paid.month <= due_until) AS last_paid
        FROM protection_paidmonth paid
        WHERE paid.scheme_id = asked_scheme AND paid.paid_on <= asked_on
        GROUP BY paid.entry_id
    ), named AS (
        SELECT entry.*, coalesce(entry.first_month, first_of_scheme) AS begun
        FROM protection_entry entry
        WHERE entry.scheme_id = asked_scheme AND entry.erased_at IS NULL
            AND entry.state IN ('decided', 'budgeted', 'enrolled', 'paid', 'active')
    )
    SELECT named.id, named.village_code, named.state, named.begun,
        coalesce(paid.months, 0), paid.last_paid,
        coalesce(
            named.birth_date + make_interval(years => age)
                <= make_date(named.begun / 12, named.begun % 12 + 1, 1),
            false
        )
    FROM named LEFT JOIN paid ON paid.entry_id = named.id
$$;
